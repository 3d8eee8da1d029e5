using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Tests.Experiments;
using Xunit;

namespace Tortue.Tests.DepthScaling;

[Collection(nameof(OneGenerator))]
public sealed class BatchNormCostTests
{
    private static readonly BatchNormCostOptions Small = new() { Widths = [4, 8], BatchSizes = [2, 3], Depth = 2, WarmUp = 1, Rounds = 5 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_network_makes_one_step_a_round()
    {
        var result = BatchNormCost.Run(Small, new EvenClock(), null, Cancellation);

        Assert.Equal(12, result.Networks.Count);
        Assert.Equal(12, result.Networks.DistinctBy(network => (network.Width, network.BatchSize, network.Variant)).Count());
        Assert.All(result.Networks, network => Assert.Equal([7, 7, 7, 7, 7], network.Milliseconds));
        Assert.Equal((1, 0), result.Ratio(BatchNormVariant.Branch, 8, 3));
        // By a clock that does not see the normalization it costs nothing.
        Assert.Equal(VerdictKind.NotReproduced, result.Verdict().Kind);
        Assert.Contains("counted", result.Figure().ToJson(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => result.Ratio(BatchNormVariant.Branch, 5, 3));
    }

    [Theory]
    [InlineData(1.3, 1.2, 0.05, VerdictKind.Reproduced)]
    [InlineData(1.3, 1, 0.05, VerdictKind.PartlyReproduced)]
    [InlineData(0.9, 0.8, 0.05, VerdictKind.NotReproduced)]
    [InlineData(1.3, 1.2, 0.6, VerdictKind.NotReproduced)]
    public void The_verdict_follows_from_the_ratios(double branch, double state, double spread, VerdictKind expected)
    {
        double[] around = [-spread, spread, 0, -spread, spread];
        double Ratio(BatchNormVariant variant) => variant == BatchNormVariant.Branch ? branch : state;
        var result = new BatchNormCostResult(
            Small,
            Synthetic.Run,
            [
                .. from width in Small.Widths
                   from size in Small.BatchSizes
                   from variant in BatchNormCostResult.Variants
                   select new BatchNormTimes(width, size, variant, variant == BatchNormVariant.Scaled
                       ? [10, 10, 20, 10, 10]
                       : [.. around.Zip([10, 10, 20, 10, 10], (offset, without) => without * (Ratio(variant) + offset))]),
            ]);

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(branch, result.Ratio(BatchNormVariant.Branch, 4, 2).Ratio, 1e-12);
        var written = ExperimentJson.Write(result);
        Assert.Equal(written, ExperimentJson.Write(ExperimentJson.Read<BatchNormCostResult>(written)));
    }

    // 2 · 40² multiplications of the matrices and 4 · 40 of the normalization.
    [Fact]
    public void The_counted_share_is_two_over_the_width() => Assert.Equal(160.0 / 3200, BatchNormTimes.CountedExtra(40), 1e-15);

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        BatchNormCostOptions[] wrong =
        [
            Small with { Widths = [] }, Small with { Widths = [8, 4] }, Small with { Widths = [1] }, Small with { BatchSizes = [1] },
            Small with { BatchSizes = [] }, Small with { Depth = 0 }, Small with { WarmUp = 0 }, Small with { Rounds = 2 },
        ];

        Assert.All(wrong, options => Assert.Throws<ArgumentException>(() => BatchNormCost.Run(options, cancellation: Cancellation)));
    }

    [Fact]
    public void A_run_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => BatchNormCost.Run(Small, cancellation: stop.Token));
    }
}
