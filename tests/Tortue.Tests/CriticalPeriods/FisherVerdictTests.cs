using Tortue.CriticalPeriods;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.CriticalPeriods;

/// <summary>What made-up courses of the Fisher information get told.</summary>
public sealed class FisherVerdictTests
{
    private static readonly FisherTrainingOptions Options = new() { Epochs = 8, LiftedAfter = 2, Runs = 3 };

    private static readonly double[] Low = [0.6, 0.2, 0.2], Middle = [0.2, 0.6, 0.2], Top = [0.2, 0.2, 0.6];

    // The trace after each epoch from 0 to 8.
    private static readonly double[] UpAndDown = [1, 5, 10, 8, 6, 4, 3, 3, 3];

    private static readonly double[] Up = [1, 2, 3, 4, 5, 6, 7, 8, 9], Flat = [9, 9, 9, 9, 9, 9, 9, 9, 9],
        High = [1, 6, 12, 12, 12, 12, 12, 12, 12];

    [Fact]
    public void The_paper_s_picture_is_reproduced()
    {
        var result = Made(UpAndDown, 0.5, High, Middle, Top, Middle);

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.StartsWith("5 of 5 claims hold", result.Verdict().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_it_is_not_reproduced()
    {
        var result = Made(Flat, -0.05, [.. Flat.Select(_ => 4.0)], Low, [0.7, 0.2, 0.1], [0.8, 0.1, 0.1]);

        Assert.Equal(VerdictKind.NotReproduced, result.RiseVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.HeightVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.MiddleVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.TopVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.ReorganisationVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.Verdict().Kind);
    }

    [Fact]
    public void A_trace_that_rises_to_the_end_has_not_fallen_and_did_not_rise_fast() =>
        Assert.Equal(VerdictKind.NotReproduced, Made(Up, 0.5, Up, Middle, Top, Middle).RiseVerdict().Kind);

    [Fact]
    public void A_trace_that_falls_after_all_is_learnt_holds_in_part() =>
        Assert.Equal(VerdictKind.PartlyReproduced, Made(UpAndDown, -0.05, Up, Middle, Top, Middle).RiseVerdict().Kind);

    [Fact]
    public void A_blurred_trace_that_is_low_at_first_and_high_in_the_end_holds_in_part() =>
        Assert.Equal(VerdictKind.PartlyReproduced, Made(UpAndDown, 0.5, Up, Middle, Top, Middle).HeightVerdict().Kind);

    [Fact]
    public void Shares_that_move_up_without_leading_hold_in_part() =>
        Assert.Equal(VerdictKind.PartlyReproduced, Made(UpAndDown, 0.5, Up, Middle, [0.2, 0.5, 0.3], Middle).TopVerdict().Kind);

    [Fact]
    public void Networks_that_differ_among_themselves_decide_nothing()
    {
        // The first network of three is the other way round.
        var result = Made(UpAndDown, 0.5, Up, Middle, Top, Middle, run => run == 0 ? Low : Middle, run => run == 0 ? 0.2 : 1);

        Assert.Equal(VerdictKind.NotReproduced, result.MiddleVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, result.HeightVerdict().Kind);
    }

    [Fact]
    public void A_single_network_is_told_to_say_little()
    {
        var result = Made(UpAndDown, 0.5, High, Middle, Top, Middle);
        var alone = result with { Options = Options with { Runs = 1 }, Courses = [.. result.Courses.Where(course => course.Seed == 1)] };

        Assert.Equal(VerdictKind.Reproduced, alone.Verdict().Kind);
        Assert.Contains("one network", alone.HeightVerdict().Rule, StringComparison.Ordinal);
    }

    private static FisherTrainingResult Made(
        double[] cleanTrace,
        double learning,
        double[] blurTrace,
        double[] cleanShares,
        double[] blurShares,
        double[] liftedShares,
        Func<int, double[]>? cleanSharesOf = null,
        Func<int, double>? blurFactorOf = null)
    {
        FisherCourse Course(Deficit deficit, bool lifted, int run, double[] trace, double[] shares, double gain) => new(
            deficit,
            lifted,
            (ulong)run + 1,
            ["first", "middle", "last"],
            [
                .. trace.Select((value, epoch) => new FisherLook(
                    epoch,
                    0.5,
                    0.1 + (gain * epoch / 8) + (0.001 * run),
                    value * (1 + (0.01 * run)),
                    0.1,
                    [.. shares.Select(share => share * value)],
                    [1, 1, 1])),
            ]);

        return new(
            Options,
            new(1, "made up", "0", DateTimeOffset.UnixEpoch, 0, 1),
            10,
            [
                .. Enumerable.Range(0, 3).SelectMany(run => new[]
                {
                    Course(Deficit.None, false, run, cleanTrace, cleanSharesOf?.Invoke(run) ?? cleanShares, learning),
                    Course(Deficit.Blur, false, run, [.. blurTrace.Select(t => t * (blurFactorOf?.Invoke(run) ?? 1))], blurShares, 0),
                    Course(Deficit.Blur, true, run, blurTrace, liftedShares, 0),
                }),
            ]);
    }
}
