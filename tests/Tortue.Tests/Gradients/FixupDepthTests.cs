using Tortue.Experiments;
using Tortue.Gradients;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.Gradients;

[Collection(nameof(OneGenerator))]
public sealed class FixupDepthTests
{
    private static readonly FixupDepthOptions Small = new() { Depths = [1, 3], Examples = 200, Width = 4, Runs = 2 };

    [Fact]
    public void Each_scheme_is_trained_at_each_depth_as_often_as_asked_and_a_result_survives_its_JSON()
    {
        var result = Run(Small);

        Assert.Equal(4 * 2 * 2, result.Trainings.Select(training => (training.Scheme, training.Depth, training.Seed)).Distinct().Count());
        Assert.All(result.Trainings, training => Assert.InRange(training.Accuracy, 0, 1));
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_and_another_seed_another()
    {
        static double[] Accuracies(FixupDepthOptions options) => [.. Run(options).Trainings.Select(training => training.Accuracy)];
        var first = Accuracies(Small);

        Assert.Equal(first, Accuracies(Small));
        Assert.NotEqual(first, Accuracies(Small with { Seed = 7 }));
    }

    [Fact]
    public void A_training_that_diverges_counts_as_guessing()
    {
        var result = Run(Small with { LearningRate = 1e6, Momentum = 0 });
        var lost = result.Trainings.Where(training => training.Diverged).ToArray();

        Assert.Contains(lost, training => training.Scheme == ResidualScheme.Xavier);
        Assert.All(lost, training => Assert.Equal(0.1, training.Accuracy));
        Assert.Equal(2, result.Diverged(ResidualScheme.Xavier, 3));
        Assert.Contains("diverged)", result.Figure().ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, 0.5, 0.45, 0.5, 0.5, 0.1, VerdictKind.Reproduced)]
    [InlineData(0.5, 0.5, 0.45, 0.5, 0.45, 0.1, VerdictKind.Reproduced)]
    [InlineData(0.5, 0.5, 0.45, 0.5, 0.3, 0.1, VerdictKind.PartlyReproduced)]    // Fixup falls behind
    [InlineData(0.5, 0.5, 0.45, 0.2, 0.5, 0.1, VerdictKind.PartlyReproduced)]    // batch norm falls behind
    [InlineData(0.5, 0.5, 0.45, 0.5, 0.5, 0.5, VerdictKind.PartlyReproduced)]    // Xavier trains
    [InlineData(0.5, 0.5, 0.15, 0.5, 0.5, 0.1, VerdictKind.PartlyReproduced)]    // Xavier never trains: depth is not why
    [InlineData(0.1, 0.5, 0.1, 0.5, 0.1, 0.1, VerdictKind.NotReproduced)]
    public void The_verdict_follows_its_rule(
        double normShallow,
        double fixupShallow,
        double xavierShallow,
        double normDeep,
        double fixupDeep,
        double xavierDeep,
        VerdictKind expected)
    {
        FixupTraining Of(ResidualScheme scheme, int depth, double accuracy) => new(scheme, depth, 1, accuracy, false);
        var result = new FixupDepthResult(
            Small with { Runs = 1 },
            new RunRecord(1, "", "", DateTimeOffset.UnixEpoch, 0, 1),
            10,
            [
                Of(ResidualScheme.BatchNorm, 1, normShallow), Of(ResidualScheme.BatchNorm, 3, normDeep),
                Of(ResidualScheme.Fixup, 1, fixupShallow), Of(ResidualScheme.Fixup, 3, fixupDeep),
                Of(ResidualScheme.Xavier, 1, xavierShallow), Of(ResidualScheme.Xavier, 3, xavierDeep),
                Of(ResidualScheme.ZeroBranches, 1, 0.4), Of(ResidualScheme.ZeroBranches, 3, 0.3),
            ]);

        Assert.Equal(expected, result.Verdict().Kind);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        FixupDepthOptions[] wrong =
        [
            new() { Depths = [] }, new() { Depths = [0, 2] }, new() { Depths = [4, 2] }, new() { Examples = 10 }, new() { Width = 0 },
            new() { BatchSize = 0 }, new() { LearningRate = 0 }, new() { Momentum = 1 }, new() { Runs = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    private static FixupDepthResult Run(FixupDepthOptions options) =>
        FixupDepth.Run(options, cancellation: TestContext.Current.CancellationToken);
}
