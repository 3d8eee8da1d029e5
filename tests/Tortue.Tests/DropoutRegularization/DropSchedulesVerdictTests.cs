using Tortue.DropoutRegularization;
using Tortue.Experiments;
using Tortue.Training;
using Xunit;

namespace Tortue.Tests.DropoutRegularization;

/// <summary>What made-up networks get told.</summary>
public sealed class DropSchedulesVerdictTests
{
    private const double Noise = 0.01;

    private static readonly DropSchedulesOptions Options = new() { Cutoffs = [0.05, 0.5], Looks = 1, Runs = 3 };

    [Fact]
    public void The_paper_s_picture_is_reproduced()
    {
        var result = Made(Paper, Paper);

        Assert.Equal(VerdictKind.Reproduced, result.RegimeVerdict().Kind);
        Assert.Equal(VerdictKind.Reproduced, result.EarlyVerdict().Kind);
        Assert.Equal(VerdictKind.Reproduced, result.LateVerdict().Kind);
        Assert.Equal(VerdictKind.Reproduced, result.CutoffVerdict().Kind);
        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.Contains("−10.0 ± 1.2 points", result.EarlyVerdict().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Dropout_that_changes_nothing_leaves_nothing_to_test()
    {
        var result = Made((_, _) => 0, (_, _) => 0);

        Assert.Null(result.Regime(FitRegime.Underfitting));
        Assert.Null(result.Regime(FitRegime.Overfitting));
        Assert.Equal(VerdictKind.NotReproduced, result.RegimeVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.Verdict().Kind);
    }

    [Fact]
    public void A_claim_is_not_tested_in_a_setting_that_is_not_its_regime()
    {
        // Early and late help as published, but standard dropout does so in both settings.
        double Helpful(FitRegime regime, DropSchedule schedule) => schedule.Timing == DropTiming.Standard ? -0.1 : Paper(regime, schedule);
        var result = Made(Helpful, Helpful);

        Assert.Equal(FitRegime.Overfitting, result.Regime(FitRegime.Underfitting));
        Assert.Equal(VerdictKind.PartlyReproduced, result.RegimeVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.EarlyVerdict().Kind);
        Assert.StartsWith("Not tested", result.EarlyVerdict().Sentence, StringComparison.Ordinal);
        Assert.Equal(VerdictKind.Reproduced, result.LateVerdict().Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, result.Verdict().Kind);
    }

    [Fact]
    public void A_lower_training_loss_alone_is_a_part()
    {
        var result = Made(Paper, (regime, schedule) => schedule.Timing == DropTiming.Early ? 0 : Paper(regime, schedule));

        Assert.Equal(VerdictKind.PartlyReproduced, result.EarlyVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.CutoffVerdict().Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, result.Verdict().Kind);
    }

    [Fact]
    public void Early_and_late_that_harm_are_not_reproduced()
    {
        double Harmful(FitRegime regime, DropSchedule schedule) =>
            schedule.Timing == DropTiming.Standard ? Paper(regime, schedule) : schedule.Timing == DropTiming.None ? 0 : 0.1;
        var result = Made(Harmful, Harmful);

        Assert.Equal(VerdictKind.Reproduced, result.RegimeVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.EarlyVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.LateVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.Verdict().Kind);
    }

    [Fact]
    public void Late_dropout_that_does_as_much_as_standard_is_a_part()
    {
        double Alike(FitRegime regime, DropSchedule schedule) => schedule.Timing == DropTiming.Late ? -0.1 : Paper(regime, schedule);

        Assert.Equal(VerdictKind.PartlyReproduced, Made(Alike, Alike).LateVerdict().Kind);
    }

    [Fact]
    public void A_single_cutoff_that_helps_is_a_part()
    {
        double Once(FitRegime regime, DropSchedule schedule) =>
            schedule is { Timing: DropTiming.Early, Cutoff: not 0.5 } ? 0 : Paper(regime, schedule);

        Assert.Equal(VerdictKind.PartlyReproduced, Made(Once, Once).CutoffVerdict().Kind);
    }

    [Fact]
    public void Differences_within_the_noise_are_not_clear()
    {
        double Faint(FitRegime regime, DropSchedule schedule) =>
            Paper(regime, schedule) * (schedule.Timing == DropTiming.Standard ? 1 : 0.05);
        var result = Made(Faint, Faint);

        Assert.Equal(VerdictKind.NotReproduced, result.EarlyVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.LateVerdict().Kind);
    }

    // Standard dropout harms where networks underfit and helps where they overfit; early helps there, late helps here, and more.
    private static double Paper(FitRegime regime, DropSchedule schedule) => (regime, schedule.Timing) switch
    {
        (FitRegime.Underfitting, DropTiming.Standard) => 0.1,
        (FitRegime.Underfitting, DropTiming.Early) => -0.1,
        (FitRegime.Overfitting, DropTiming.Standard) => -0.1,
        (FitRegime.Overfitting, DropTiming.Late) => -0.2,
        _ => 0,
    };

    // Networks whose seeds matter more than their schedules; the change of a schedule differs between seeds by the noise.
    private static DropSchedulesResult Made(
        Func<FitRegime, DropSchedule, double> lossChange, Func<FitRegime, DropSchedule, double> errorChange) => new(
        Options,
        new(1, "made up", "0", DateTimeOffset.UnixEpoch, 0, 1),
        "images",
        100,
        100,
        100,
        [
            .. from regime in Enum.GetValues<FitRegime>()
               from schedule in Options.Schedules(regime)
               from run in Enumerable.Range(0, Options.Runs)
               let noise = schedule.Timing switch { DropTiming.None => 0, DropTiming.Late => -Noise, _ => Noise }
               let own = (0.1 * run) + (noise * (run - 1))
               select new ScheduleTraining(
                   regime,
                   schedule,
                   (ulong)run,
                   [1 + own + lossChange(regime, schedule)],
                   [0.4 + own + errorChange(regime, schedule)],
                   0.1,
                   2),
        ]);
}
