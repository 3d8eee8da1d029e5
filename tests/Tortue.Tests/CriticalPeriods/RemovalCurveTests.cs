using Tortue.CriticalPeriods;
using Tortue.Experiments;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.CriticalPeriods;

/// <summary>The experiments that compare networks of several kinds under the blur.</summary>
[Collection(nameof(OneGenerator))]
public sealed class RemovalCurveTests
{
    private static readonly LearnerOptions Learner = new() { Examples = 100, TestExamples = 100, Width = 2 };

    private static readonly CriticalWeightDecayOptions Decays = new()
    {
        Learner = Learner,
        WeightDecays = [0, 0.1],
        RemovalEpochs = [0, 2],
        CleanEpochs = 2,
    };

    private static readonly CriticalDepthOptions Depths = new() { Learner = Learner, RemovalEpochs = [0, 1], CleanEpochs = 1 };

    private static readonly RunRecord NoRun = new(1, "", "", DateTimeOffset.UnixEpoch, 0, 1);

    [Fact]
    public void A_weight_decay_gives_what_the_first_experiment_gives_with_it()
    {
        var result = Run(Decays);
        var first = CriticalPeriod.Run(
            new() { Learner = Learner with { WeightDecay = 0.1 }, Deficits = [Deficit.Blur], RemovalEpochs = [0, 2], CleanEpochs = 2 },
            cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([0, 0.1], result.Curves.Select(curve => curve.Value));
        Assert.Equal(first.Trainings, result.Curves[1].Trainings);
        Assert.NotEqual(result.Curves[0].Accuracies(Deficit.Blur, 2), result.Curves[1].Accuracies(Deficit.Blur, 2));
        Assert.Equal(first.Loss(Deficit.Blur, 2), result.Curves[1].Loss(2));
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void A_depth_counts_its_layers_and_whatever_network_is_asked_for_is_residual()
    {
        var result = Run(Depths);

        Assert.Equal([8, 14], result.Curves.Select(curve => curve.Value));
        Assert.All(result.Curves, curve => Assert.Equal(2 * 3, curve.Trainings.Count));
        Assert.Equal(
            ExperimentJson.Write(result with { Options = Depths, Run = NoRun }),
            ExperimentJson.Write(Run(Depths with { Learner = Learner with { Network = LearnerNetwork.AllConvolutional } })
                with
            { Options = Depths, Run = NoRun }));
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_results_do_not_depend_on_the_number_of_threads()
    {
        static string Curves(IReadOnlyList<RemovalCurve> curves) => string.Join('\n', curves.SelectMany(curve => curve.Trainings));

        Assert.Equal(Curves(Run(Decays with { Threads = 1 }).Curves), Curves(Run(Decays with { Threads = 3 }).Curves));
        Assert.Equal(Curves(Run(Depths with { Threads = 1 }).Curves), Curves(Run(Depths with { Threads = 3 }).Curves));
    }

    [Theory]
    [InlineData(0.1, 0.1, VerdictKind.Reproduced)]
    [InlineData(0.1, 0.3, VerdictKind.Reproduced)]
    [InlineData(0.1, 0.0, VerdictKind.PartlyReproduced)]
    [InlineData(0.0, -0.1, VerdictKind.NotReproduced)]
    public void The_verdict_on_weight_decay_asks_for_a_loss_at_each(double first, double last, VerdictKind expected) =>
        Assert.Equal(expected, new CriticalWeightDecayResult(Decays, NoRun, "images", 100, 100, Made(first, last)).Verdict().Kind);

    [Theory]
    [InlineData(0.1, 0.3, VerdictKind.Reproduced)]
    [InlineData(0.0, 0.1, VerdictKind.Reproduced)]
    [InlineData(0.1, 0.1, VerdictKind.NotReproduced)]
    [InlineData(0.3, 0.1, VerdictKind.NotReproduced)]
    [InlineData(-0.3, -0.1, VerdictKind.NotReproduced)]    // deeper is worse, but nobody lost anything
    public void The_verdict_on_depth_asks_for_more_loss_in_the_deepest(double first, double last, VerdictKind expected)
    {
        var options = Depths with { RemovalEpochs = [0, 2] };
        Assert.Equal(expected, new CriticalDepthResult(options, NoRun, "images", 100, 100, Made(first, last)).Verdict().Kind);
    }

    [Fact]
    public void Errors_of_independent_means_add_up_in_squares()
    {
        var difference = new MeanError(5, 0.3).Minus(new MeanError(2, 0.4));

        Assert.Equal((3, 0.5), (difference.Mean, Math.Round(difference.StandardError, 12)));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Action[] wrong =
        [
            new CriticalWeightDecayOptions { WeightDecays = [0] }.Validate,
            new CriticalWeightDecayOptions { WeightDecays = [0, 0] }.Validate,
            new CriticalWeightDecayOptions { WeightDecays = [-1, 0] }.Validate,
            new CriticalWeightDecayOptions { WeightDecays = [0, 1, 2, 3, 4, 5] }.Validate,
            new CriticalWeightDecayOptions { RemovalEpochs = [2, 3] }.Validate,
            new CriticalWeightDecayOptions { Runs = 1 }.Validate,
            new CriticalDepthOptions { Blocks = [1] }.Validate,
            new CriticalDepthOptions { Blocks = [0, 1] }.Validate,
            new CriticalDepthOptions { Blocks = [2, 1] }.Validate,
            new CriticalDepthOptions { CleanEpochs = 0 }.Validate,
            new CriticalDepthOptions { Threads = 0 }.Validate,
        ];
        Assert.All(wrong, validate => Assert.Throws<ArgumentException>(validate));
    }

    private static RemovalCurve[] Made(double first, double last)
    {
        RemovalCurve Curve(double value, double loss) => new(
            value,
            [
                .. from r in Enumerable.Range(0, 3)
                   from deficit in new[] { Deficit.None, Deficit.Blur }
                   let accuracy = deficit == Deficit.None ? 0.8 + 0.01 * (r - 1) : 0.8 - loss
                   select new DeficitTraining(deficit, (ulong)r, 2, RemovalSchedule.Restarted, 0.1, accuracy, 1),
            ]);
        return [Curve(0, first), Curve(1, last)];
    }

    private static CriticalWeightDecayResult Run(CriticalWeightDecayOptions options) =>
        CriticalWeightDecay.Run(options, cancellation: TestContext.Current.CancellationToken);

    private static CriticalDepthResult Run(CriticalDepthOptions options) =>
        CriticalDepth.Run(options, cancellation: TestContext.Current.CancellationToken);
}
