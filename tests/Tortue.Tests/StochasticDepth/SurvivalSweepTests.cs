using Tortue.Experiments;
using Tortue.StochasticDepth;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.StochasticDepth;

[Collection(nameof(OneGenerator))]
public sealed class SurvivalSweepTests
{
    private static readonly SurvivalSweepOptions Small = new() { Learner = Made.Learner, Threads = 1 };

    private static readonly Lazy<SurvivalSweepResult> Once = new(() => Run(Small));

    [Fact]
    public void Both_rules_are_tried_in_the_deep_networks_and_constant_depth_is_trained_once()
    {
        var result = Once.Value;

        Assert.Equal(2 * (1 + 2 * 2 + 1 + 2), result.Trainings.Count);
        Assert.Equal(result.Of(2, SurvivalRule.Linear, 1), result.Of(2, SurvivalRule.Uniform, 1));
        Assert.NotEqual(
            Made.WithoutTimes(result.Of(2, SurvivalRule.Linear, 0.2)), Made.WithoutTimes(result.Of(2, SurvivalRule.Uniform, 0.2)));
        Assert.True(result.Of(2, SurvivalRule.Linear, 0.2).Average(training => training.Active)
            > result.Of(2, SurvivalRule.Uniform, 0.2).Average(training => training.Active));
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void A_point_is_what_the_sweep_over_depth_has_there()
    {
        var sweep = DepthSweep.Run(
            new() { Learner = Made.Learner, Blocks = [1, 2], LastSurvival = 0.6 }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(Made.WithoutTimes(sweep.Of(2, stochastic: true)), Made.WithoutTimes(Once.Value.Of(2, SurvivalRule.Linear, 0.6)));
        Assert.Equal(Made.WithoutTimes(sweep.Of(1, stochastic: false)), Made.WithoutTimes(Once.Value.Of(1, SurvivalRule.Linear, 1)));
        Assert.Equal(-sweep.Gain(2).Mean, Once.Value.Cost(2, SurvivalRule.Linear, 0.6).Mean, 1e-9);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads() =>
        Assert.Equal(Made.WithoutTimes(Once.Value.Trainings), Made.WithoutTimes(Run(Small with { Threads = 3 }).Trainings));

    [Theory]
    [InlineData(2, -1, 8, 1, VerdictKind.Reproduced)]
    [InlineData(2, 0, 8, 1, VerdictKind.Reproduced)]
    [InlineData(0, -1, 8, 1, VerdictKind.PartlyReproduced)]     // the rules do not differ
    [InlineData(2, 3, 8, 1, VerdictKind.PartlyReproduced)]      // it harms where it should not
    [InlineData(2, -1, 1, 8, VerdictKind.PartlyReproduced)]     // the deep networks suffer more
    [InlineData(-2, 3, 1, 8, VerdictKind.NotReproduced)]
    public void The_verdict_has_three_parts(double uniform, double middle, double shallow, double deep, VerdictKind expected)
    {
        DepthTraining[] trainings =
        [
            .. Made.Trainings(1, 1, 40), .. Made.Trainings(1, 0.2, 40 + shallow, noise: 0), .. Made.Trainings(1, 0.6, 40),
            .. Made.Trainings(2, 1, 30), .. Made.Trainings(2, 0.2, 30 + deep, noise: 0), .. Made.Trainings(2, 0.6, 30 + middle, noise: 0),
            .. Made.Trainings(2, 0.2, 30 + deep + uniform, rule: SurvivalRule.Uniform),
            .. Made.Trainings(2, 0.6, 30 + middle + uniform, rule: SurvivalRule.Uniform),
        ];
        var result = new SurvivalSweepResult(Small, Made.NoRun, "images", 100, 100, trainings);

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(uniform, result.UniformMinusLinear().Mean, 1e-9);
    }

    [Fact]
    public void The_figure_ends_at_constant_depth()
    {
        var json = Once.Value.Figure().ToJson();

        Assert.Contains("uniform rule", json, StringComparison.Ordinal);
        Assert.Contains("[0.2,0.6,1]", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        SurvivalSweepOptions[] wrong =
        [
            new() { Survivals = [0.5] }, new() { Survivals = [0.6, 0.2] }, new() { Survivals = [0.2, 0.3] }, new() { Survivals = [0, 0.5] },
            new() { Survivals = [0.5, 1] }, new() { ShallowBlocks = 0 }, new() { DeepBlocks = 1 }, new() { Runs = 1 },
            new() { Threads = 0 }, new() { Learner = new() { Epochs = 0 } },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        SurvivalSweepOptions.Standard.Validate();
        SurvivalSweepOptions.Full.Validate();
    }

    private static SurvivalSweepResult Run(SurvivalSweepOptions options) =>
        SurvivalSweep.Run(options, cancellation: TestContext.Current.CancellationToken);
}
