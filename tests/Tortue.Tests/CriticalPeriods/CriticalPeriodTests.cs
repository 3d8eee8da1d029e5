using Tortue.CriticalPeriods;
using Tortue.Experiments;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.CriticalPeriods;

[Collection(nameof(OneGenerator))]
public sealed class CriticalPeriodTests
{
    private static readonly CriticalPeriodOptions Small = new()
    {
        Learner = new() { Examples = 100, TestExamples = 100, Width = 2 },
        RemovalEpochs = [0, 1, 3],
        CleanEpochs = 2,
        Schedules = [RemovalSchedule.Restarted, RemovalSchedule.Continued],
    };

    [Fact]
    public void Every_deficit_is_removed_at_every_epoch_under_every_schedule_and_a_result_survives_its_JSON()
    {
        var result = Run(Small);

        // Without a deficit and with each of two: 2 removals × 2 schedules × 2 networks; and 2 networks that are clean from the start.
        Assert.Equal(3 * 2 * 2 * 2 + 2, result.Trainings.Distinct().Count());
        foreach (var deficit in new[] { Deficit.None, Deficit.Blur, Deficit.VerticalFlip })
        {
            foreach (int epoch in Small.RemovalEpochs)
                Assert.All(Small.Schedules, schedule => Assert.Equal(2, result.Accuracies(deficit, epoch, schedule).Count));
        }

        Assert.Equal(0, result.Loss(Deficit.Blur, 0).Mean);
        Assert.Equal(2, result.Figure().Model.Panels.Length);
        Assert.NotEmpty(result.LossFigure().ToJson());
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
    public void A_removal_is_the_same_whatever_other_removals_are_measured()
    {
        var all = Run(Small);
        var some = Run(Small with { RemovalEpochs = [0, 3], Deficits = [Deficit.VerticalFlip], Schedules = [RemovalSchedule.Continued] });

        Assert.All(some.Trainings.Where(training => training.RemovalEpoch == 3), training => Assert.Contains(training, all.Trainings));
    }

    [Fact]
    public void Under_a_constant_rate_both_schedules_are_the_same_training()
    {
        var result = Run(Small with { Learner = Small.Learner with { Decay = 1 } });

        Assert.Equal(
            result.Accuracies(Deficit.Blur, 3, RemovalSchedule.Restarted), result.Accuracies(Deficit.Blur, 3, RemovalSchedule.Continued));
    }

    [Fact]
    public void A_copy_that_goes_on_clean_under_one_schedule_is_where_its_original_is_at_the_same_age()
    {
        // Momentum is the one thing that a copy starts anew.
        var result = Run(Small with { Learner = Small.Learner with { Momentum = 0 } });
        var whole = result.Trainings
            .Where(training => training is { Deficit: Deficit.None, RemovalEpoch: 3, Schedule: RemovalSchedule.Continued });

        Assert.Equal(whole.Select(training => training.AtRemoval), result.Accuracies(Deficit.None, 1, RemovalSchedule.Continued));
    }

    [Theory]
    [InlineData(0.70, 0.79, 0.79, VerdictKind.Reproduced)]
    [InlineData(0.80, 0.80, 0.80, VerdictKind.NotReproduced)]       // nothing is lost
    [InlineData(0.85, 0.70, 0.70, VerdictKind.NotReproduced)]       // the controls lose, the blur does not
    [InlineData(0.70, 0.70, 0.79, VerdictKind.PartlyReproduced)]    // the flip loses as much
    [InlineData(0.70, 0.79, 0.60, VerdictKind.PartlyReproduced)]    // permuted labels lose more
    [InlineData(0.70, 0.60, 0.60, VerdictKind.PartlyReproduced)]
    public void The_verdict_follows_its_rule(double blur, double flip, double permutation, VerdictKind expected) =>
        Assert.Equal(expected, Made(0.8, blur, flip, permutation, spread: 0.01).Verdict().Kind);

    [Fact]
    public void A_loss_within_two_standard_errors_is_none()
    {
        Assert.Equal(VerdictKind.Reproduced, Made(0.8, 0.76, 0.8, 0.8, spread: 0.02).Verdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, Made(0.8, 0.76, 0.8, 0.8, spread: 0.2).Verdict().Kind);
        Assert.Contains("blur +4.0", Made(0.8, 0.76, 0.8, 0.8, spread: 0.2).Verdict().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_and_its_error_agree_with_a_calculation_by_hand()
    {
        var error = MeanError.Of([1, 2, 6]);

        Assert.Equal(3, error.Mean);
        Assert.Equal(Math.Sqrt((4 + 1 + 9) / 2.0 / 3), error.StandardError, 1e-12);
        Assert.False(error.IsClearlyAboveZero());
        Assert.True(new MeanError(3, 1.4).IsClearlyAboveZero());
        Assert.False(new MeanError(-3, 0).IsClearlyAboveZero());
        Assert.Throws<ArgumentException>(() => MeanError.Of([1]));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        CriticalPeriodOptions[] wrong =
        [
            new() { Deficits = [] }, new() { Deficits = [Deficit.None, Deficit.Blur] }, new() { Deficits = [Deficit.Blur, Deficit.Blur] },
            new() { RemovalEpochs = [0] }, new() { RemovalEpochs = [1, 2] }, new() { RemovalEpochs = [0, 3, 2] }, new() { CleanEpochs = 0 },
            new() { Schedules = [] }, new() { Schedules = [RemovalSchedule.Restarted, RemovalSchedule.Restarted] }, new() { Runs = 1 },
            new() { Threads = 0 }, new() { Learner = new() { Examples = 99 } }, new() { Learner = new() { TestExamples = 1 } },
            new() { Learner = new() { Width = 0 } }, new() { Learner = new() { Blocks = 0 } }, new() { Learner = new() { BatchSize = 1 } },
            new() { Learner = new() { LearningRate = 0 } }, new() { Learner = new() { Decay = 1.1 } },
            new() { Learner = new() { Momentum = 1 } }, new() { Learner = new() { WeightDecay = -1 } },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    [Fact]
    public void A_run_that_was_interrupted_goes_on_in_the_same_kernel()
    {
        var options = Small with { Seed = 77, Threads = 1 };
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var stop = new StopAfter(5, interrupt);
        Assert.ThrowsAny<OperationCanceledException>(() => CriticalPeriod.Run(options, stop, interrupt.Token, CellMemory.Of(options)));

        Assert.InRange(CellMemory.Of(options with { }).Count, 5, 6);
        Assert.NotSame(CellMemory.Of(options), CellMemory.Of(options with { Seed = 78 }));
        var resumed = CriticalPeriod.Run(
            options, cancellation: TestContext.Current.CancellationToken, cells: CellMemory.Of(options));
        Assert.Equal(Run(options).Trainings, resumed.Trainings);
    }

    private static CriticalPeriodResult Made(double none, double blur, double flip, double permutation, double spread)
    {
        var options = new CriticalPeriodOptions
        {
            Deficits = [Deficit.Blur, Deficit.VerticalFlip, Deficit.LabelPermutation],
            RemovalEpochs = [0, 5],
            Runs = 3,
        };
        var trainings =
            from entry in new[]
            {
                (Deficit.None, none), (Deficit.Blur, blur), (Deficit.VerticalFlip, flip), (Deficit.LabelPermutation, permutation),
            }
            from r in Enumerable.Range(0, 3)
            let accuracy = entry.Item2 + (entry.Item1 == Deficit.None ? 0 : spread * (r - 1))
            select new DeficitTraining(entry.Item1, (ulong)r, 5, RemovalSchedule.Restarted, 0.1, accuracy, 1);
        return new(options, new RunRecord(1, "", "", DateTimeOffset.UnixEpoch, 0, 1), "images", 100, 100, [.. trainings]);
    }

    private static CriticalPeriodResult Run(CriticalPeriodOptions options) =>
        CriticalPeriod.Run(options, cancellation: TestContext.Current.CancellationToken);

    private sealed class StopAfter(int count, CancellationTokenSource source) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            if (value.Done == count)
                source.Cancel();
        }
    }
}
