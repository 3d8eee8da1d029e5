using Tortue.Experiments;
using Tortue.Models;
using Tortue.StochasticDepth;
using Tortue.Tests.Experiments;
using Xunit;

namespace Tortue.Tests.StochasticDepth;

[Collection(nameof(OneGenerator))]
public sealed class StochasticDepthTimeTests
{
    private static readonly StochasticDepthTimeOptions Small = new()
    {
        Network = StochasticDepthShape.Tower(10, 2),
        Side = 4,
        BatchSize = 2,
        WarmUp = 1,
        Rounds = 5,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_network_makes_one_step_a_round_and_the_depths_follow_from_the_seed()
    {
        var result = StochasticDepthTime.Run(Small, new EvenClock(), null, Cancellation);
        var again = StochasticDepthTime.Run(Small, new EvenClock(), null, Cancellation);

        Assert.Equal([1, 0.8, 0.5, 0.2, 0, 0.5], result.Networks.Select(network => network.LastSurvival));
        Assert.Equal([true, true, true, true, true, false], result.Networks.Select(network => network.Skips));
        Assert.All(result.Networks, network => Assert.Equal([7, 7, 7, 7, 7], network.Milliseconds));
        Assert.Equal([10, 10, 10, 10, 10], result.Networks[0].Depths);
        Assert.All(result.Networks.Skip(1), network => Assert.InRange(network.Depths.Average(), 2, 9.9));
        Assert.Equal(result.Networks.Select(network => network.Depths), again.Networks.Select(network => network.Depths));
        // By a clock that stands still while blocks are skipped, nothing is saved.
        Assert.Equal(VerdictKind.PartlyReproduced, result.Verdict().Kind);
        Assert.Contains("p_L", result.Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("p_L", result.StepsFigure().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_is_the_median_of_the_rounds_and_its_error_does_not_see_one_disturbed_step()
    {
        StepTimes all = new(1, true, [10, 10, 20, 10, 10], [4, 4, 4, 4, 4]);
        StepTimes some = new(0.5, true, [7, 8, 14, 9, 800], [2, 3, 3, 3, 4]);

        var (ratio, error) = some.RatioTo(all);

        Assert.Equal(0.8, ratio, 1e-12);
        Assert.Equal(1.2533 * 1.4826 * 0.1 / Math.Sqrt(5), error, 1e-12);
        Assert.Equal(9, some.Median);
    }

    [Theory]
    [InlineData(1, 1, VerdictKind.Reproduced)]
    [InlineData(1.04, 0.96, VerdictKind.Reproduced)]
    [InlineData(1.07, 1, VerdictKind.PartlyReproduced)]
    [InlineData(0.93, 1, VerdictKind.PartlyReproduced)]
    [InlineData(1, 0.8, VerdictKind.PartlyReproduced)]
    [InlineData(1.2, 0.7, VerdictKind.NotReproduced)]
    public void The_verdict_follows_from_the_ratios(double factor, double masked, VerdictKind expected)
    {
        StepTimes Made(double last, bool skips, double ratio) => new(last, skips, [20 * ratio, 20 * ratio, 20 * ratio], [1, 1, 1]);
        double Share(double last) => SurvivalProbabilities.Of(SurvivalRule.Linear, 10, last).Average();
        var options = Small with { LastSurvivals = [0.5, 0.2] };
        var result = new StochasticDepthTimeResult(
            options,
            new(1, "made up", "", DateTimeOffset.UnixEpoch, 0, 1),
            [
                Made(1, true, 1), Made(0.5, true, factor * Share(0.5)), Made(0.2, true, factor * Share(0.2)), Made(0.5, false, masked),
            ]);

        Assert.Equal(expected, result.Verdict().Kind);
        var written = ExperimentJson.Write(result);
        Assert.Equal(written, ExperimentJson.Write(ExperimentJson.Read<StochasticDepthTimeResult>(written)));
    }

    [Theory]
    [InlineData(3, 2, 4, 1, 16)]
    [InlineData(1, 5, 3, 2, 9)]
    [InlineData(2, 3, 2, 2, 11)]
    public void Costs_are_the_operations_that_the_networks_summary_counts(int stages, int blocks, int width, int stride, int side)
    {
        StochasticDepthShape shape = new() { Stages = stages, BlocksPerStage = blocks, Width = width, StemStride = stride };
        using var network = new StochasticDepthNet(shape);
        var layers = ModelSummary.Of(network, 3, side, side).Layers;
        var cost = StepCost.Of(shape, side);

        double Of(string place) =>
            layers.Where(layer => layer.Name.StartsWith(place, StringComparison.Ordinal)).Sum(layer => layer.Operations);

        Assert.Equal(Of("stem") + Of("classifier"), cost.Outside);
        for (int l = 0; l < shape.Blocks; l++)
            Assert.Equal(Of($"blocks.{l}."), cost.Blocks[l]);
        Assert.Equal(1, cost.ExpectedRatio(SurvivalProbabilities.Of(SurvivalRule.Linear, shape.Blocks, 1)), 1e-12);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        StochasticDepthTimeOptions[] wrong =
        [
            Small with { Side = 3 }, Small with { BatchSize = 1 }, Small with { Rounds = 2 }, Small with { WarmUp = 0 },
            Small with { LastSurvivals = [] }, Small with { LastSurvivals = [0.2, 0.5] }, Small with { LastSurvivals = [1, 0.5] },
            Small with { MaskedSurvival = 1 }, Small with { Network = new() { BlocksPerStage = 0 } },
        ];

        Assert.All(wrong, options =>
            Assert.Throws<ArgumentException>(() => StochasticDepthTime.Run(options, cancellation: Cancellation)));
    }

    [Fact]
    public void A_run_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => StochasticDepthTime.Run(Small, cancellation: stop.Token));
    }

    [Fact]
    public void The_picture_shows_what_a_network_of_the_seed_does()
    {
        using var network = new StochasticDepthNet(StochasticDepthShape.Tower(6, 2), 0.3, seed: 9);
        using var image = TorchSharp.torch.zeros(2, 3, 4, 4);
        int least = 6, most = 0;
        for (int m = 0; m < 15; m++)
        {
            using var scope = TorchSharp.torch.NewDisposeScope();
            network.forward(image);
            (least, most) = (Math.Min(least, network.LastDepth), Math.Max(most, network.LastDepth));
        }

        var json = DepthPicture.Figure(6, 0.3, minibatches: 15, seed: 9).ToJson();

        Assert.Contains($"{least} to {most} of 6 blocks", json, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DepthPicture.Figure(minibatches: 0));
    }
}
