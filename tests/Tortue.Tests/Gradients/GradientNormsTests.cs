using Tortue.Experiments;
using Tortue.Gradients;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Gradients;

[Collection(nameof(OneGenerator))]
public sealed class GradientNormsTests
{
    private static readonly GradientNormsOptions Small = new() { Depth = 8, Width = 10, Networks = 3, Examples = 20 };

    [Theory]
    [InlineData(GradientArm.Default, 1 / 6.0)]
    [InlineData(GradientArm.GoodInit, 1)]
    public void Mean_squares_of_ReLU_errors_change_by_the_exact_factor(GradientArm arm, double factor)
    {
        using var scope = NewDisposeScope();
        var inputs = randn([1, 20], dtype: float64, generator: new Generator(5));
        var labels = tensor([3L]);
        var ratios = Enumerable.Range(1, 400).Select(seed =>
        {
            var network = new ArmNetwork(Activation.Relu, arm, 20, 60, 4, 10, (ulong)seed);
            var errors = network.Pass(inputs, labels, TestContext.Current.CancellationToken).Errors;
            return Math.Pow(errors[0] / errors[3], 2);
        }).ToArray();

        // Three standard errors.
        var summary = SampleSummary.Of(ratios);
        Assert.Equal(Math.Pow(factor, 3), summary.Mean, 3 * summary.StandardDeviation / Math.Sqrt(ratios.Length));
    }

    [Theory]
    [InlineData("tanh", GradientArm.GoodInit)]
    [InlineData("sigmoid", GradientArm.Default)]
    [InlineData("tanh", GradientArm.Residual)]
    public void Errors_of_wide_networks_are_those_of_infinitely_wide_ones(string name, GradientArm arm)
    {
        const int Depth = 12, Width = 300;
        using var scope = NewDisposeScope();
        var activation = Activation.Parse(name);
        var inputs = randn([40, 100], dtype: float64, generator: new Generator(5));
        var pass = new ArmNetwork(activation, arm, 100, Width, Depth, 10, 1)
            .Pass(inputs, arange(40L).remainder(10), TestContext.Current.CancellationToken);
        double gain = Math.Sqrt(Width * ArmNetwork.InitOf(activation, arm).Variance(Width, Width));
        var expected = MeanField.ErrorNorms(activation, gain, pass.MeanSquares[0], Depth, arm == GradientArm.Residual);

        for (int l = 0; l < Depth; l++)
            Assert.InRange(pass.Errors[l] / pass.Errors[^1] / expected[l], 0.8, 1.25);
    }

    [Fact]
    public void Batch_normalisation_makes_residual_growth_linear_and_without_it_it_doubles()
    {
        using var scope = NewDisposeScope();
        var inputs = randn([200, 100], dtype: float64, generator: new Generator(5));
        var labels = arange(200L).remainder(10);
        var normed = new ArmNetwork(Activation.Relu, GradientArm.ResidualBatchNorm, 100, 300, 20, 10, 1)
            .Pass(inputs, labels, TestContext.Current.CancellationToken).MeanSquares;
        var plain = new ArmNetwork(Activation.Relu, GradientArm.Residual, 100, 300, 20, 10, 1)
            .Pass(inputs, labels, TestContext.Current.CancellationToken).MeanSquares;

        Assert.Equal(1, (normed[^1] - normed[0]) / 19, 0.1);
        Assert.Equal(2, Math.Pow(plain[^1] / plain[0], 1 / 19.0), 0.1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_whatever_the_number_of_threads()
    {
        var first = GradientNorms.Run(Small, cancellation: TestContext.Current.CancellationToken);
        int threads = get_num_threads();
        try
        {
            set_num_threads(1);
            var alone = GradientNorms.Run(Small, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(first.Figure().ToJson(), alone.Figure().ToJson());
            Assert.Equal(first.WeightFigure().ToJson(), alone.WeightFigure().ToJson());
            var other = GradientNorms.Run(Small with { Seed = 2 }, cancellation: TestContext.Current.CancellationToken);
            Assert.NotEqual(first.Figure().ToJson(), other.Figure().ToJson());
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Fact]
    public void A_result_survives_its_JSON() =>
        ResultAssert.SurvivesJson(GradientNorms.Run(Small, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void Networks_whose_gradients_neither_vanish_nor_keep_are_not_reproduced()
    {
        // As if errors shrank by a half a layer everywhere, beyond the bound, and the forward pass stood still.
        var options = new GradientNormsOptions();
        double[] halving = [.. Enumerable.Range(1, 50).Select(l => Math.Pow(0.5, 50 - l))];
        var band = new LayerBand(halving, halving, halving);
        double[] still = [.. Enumerable.Repeat(1.0, 50)];
        var forward = new LayerBand(still, still, still);
        GradientNormsCurve[] curves =
        [
            .. from activation in options.Activations
               from arm in Enum.GetValues<GradientArm>()
               select new GradientNormsCurve(activation, arm, band, band, forward, ShareOfBound: 1.5),
        ];
        var run = new RunRecord(1, "made up", "0", DateTimeOffset.UnixEpoch, 0, 1);

        Assert.Equal(VerdictKind.NotReproduced, new GradientNormsResult(options, run, curves).Verdict().Kind);
        var bounded = curves.Select(curve => curve with { ShareOfBound = 0.5 }).ToArray();
        Assert.Equal(VerdictKind.PartlyReproduced, new GradientNormsResult(options, run, bounded).Verdict().Kind);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_with_the_range()
    {
        Assert.Contains("One to four", Refusal(new() { Activations = [] }), StringComparison.Ordinal);
        Assert.Contains("between 3 and 200", Refusal(new() { Depth = 2 }), StringComparison.Ordinal);
        Assert.Contains("below 2", Refusal(new() { Width = 1 }), StringComparison.Ordinal);
        Assert.Contains("At least one", Refusal(new() { Networks = 0 }), StringComparison.Ordinal);
        Assert.Contains("between 10 and", Refusal(new() { Examples = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_stops_the_run() =>
        Assert.Throws<OperationCanceledException>(() => GradientNorms.Run(Small, cancellation: new CancellationToken(canceled: true)));

    private static string Refusal(GradientNormsOptions options) => Assert.Throws<ArgumentException>(options.Validate).Message;
}
