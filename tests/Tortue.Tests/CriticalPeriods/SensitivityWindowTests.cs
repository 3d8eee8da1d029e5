using Tortue.CriticalPeriods;
using Tortue.Experiments;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.CriticalPeriods;

[Collection(nameof(OneGenerator))]
public sealed class SensitivityWindowTests
{
    private static readonly SensitivityWindowOptions Small = new()
    {
        Learner = new() { Examples = 100, TestExamples = 100, Width = 2 },
        WindowEpochs = 1,
        Onsets = [0, 2],
        CleanEpochs = 1,
        Rates = [WindowRate.Falling, WindowRate.Held],
    };

    [Fact]
    public void Every_window_is_opened_under_every_rate_and_a_result_survives_its_JSON()
    {
        var result = Run(Small);

        Assert.Equal(2 * 2 * 2, result.Trainings.Select(training => (training.Rate, training.Onset, training.Seed)).Distinct().Count());
        Assert.Single(result.Figure().Model.Panels);
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        var one = Run(Small with { Threads = 1 });

        Assert.Equal(one.Trainings, Run(Small with { Threads = 3 }).Trainings);
        Assert.NotEqual(one.Trainings, Run(Small with { Seed = 9 }).Trainings);
    }

    [Fact]
    public void A_window_from_the_start_on_is_a_deficit_that_is_removed_at_its_end()
    {
        var window = Run(Small with { WindowEpochs = 2, CleanEpochs = 3 }).Trainings
            .Where(training => training is { Rate: WindowRate.Falling, Onset: 0 });
        var removal = CriticalPeriod.Run(
            new() { Learner = Small.Learner, Deficits = [Deficit.Blur], RemovalEpochs = [0, 2], CleanEpochs = 3 },
            cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(window.Select(training => training.With), removal.Accuracies(Deficit.Blur, 2));
        Assert.Equal(window.Select(training => training.Without), removal.Accuracies(Deficit.None, 2));
    }

    [Fact]
    public void Where_the_rate_does_not_fall_holding_it_changes_nothing()
    {
        var result = Run(Small with { Learner = Small.Learner with { Decay = 1 } });
        IEnumerable<(int, double, double)> Of(WindowRate rate) => result.Trainings
            .Where(training => training.Rate == rate)
            .Select(training => (training.Onset, training.Without, training.With));

        Assert.Equal(Of(WindowRate.Falling), Of(WindowRate.Held));
    }

    [Theory]
    [InlineData(0.10, 0.00, VerdictKind.Reproduced)]
    [InlineData(0.10, 0.10, VerdictKind.PartlyReproduced)]      // late as harmful as early
    [InlineData(0.10, 0.20, VerdictKind.PartlyReproduced)]
    [InlineData(0.00, 0.10, VerdictKind.NotReproduced)]
    [InlineData(0.00, -0.10, VerdictKind.NotReproduced)]        // a late window helps: no loss at the first all the same
    public void The_verdict_follows_its_rule(double early, double late, VerdictKind expected)
    {
        var trainings =
            from onset in new[] { 0, 2 }
            from r in Enumerable.Range(0, 3)
            select new WindowTraining(
                WindowRate.Falling, (ulong)r, onset, 0.5, 0.8, 0.8 - (onset == 0 ? early : late) + 0.01 * (r - 1) * (onset == 0 ? 1 : -1));
        var result = new SensitivityWindowResult(
            Small with { Rates = [WindowRate.Falling], Runs = 3 },
            new RunRecord(1, "", "", DateTimeOffset.UnixEpoch, 0, 1), "images", 100, 100, [.. trainings]);

        Assert.Equal(expected, result.Verdict().Kind);
    }

    [Fact]
    public void A_late_window_that_harms_less_only_where_the_rate_has_fallen_reproduces_a_part()
    {
        var trainings =
            from rate in Small.Rates
            from onset in new[] { 0, 2 }
            from r in Enumerable.Range(0, 3)
            let loss = rate == WindowRate.Falling && onset == 2 ? 0 : 0.1
            select new WindowTraining(rate, (ulong)r, onset, 0.5, 0.8, 0.8 - loss);
        var result = new SensitivityWindowResult(
            Small with { Runs = 3 }, new RunRecord(1, "", "", DateTimeOffset.UnixEpoch, 0, 1), "images", 100, 100, [.. trainings]);

        Assert.Equal(VerdictKind.PartlyReproduced, result.Verdict().Kind);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        SensitivityWindowOptions[] wrong =
        [
            new() { Deficit = Deficit.None }, new() { WindowEpochs = 0 }, new() { Onsets = [0] }, new() { Onsets = [1, 2] },
            new() { Onsets = [0, 2, 2] }, new() { CleanEpochs = 0 }, new() { Rates = [] },
            new() { Rates = [WindowRate.Held, WindowRate.Held] }, new() { Runs = 1 }, new() { Threads = 0 }, new() { Learner = new() { Width = 0 } },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    private static SensitivityWindowResult Run(SensitivityWindowOptions options) =>
        SensitivityWindow.Run(options, cancellation: TestContext.Current.CancellationToken);
}
