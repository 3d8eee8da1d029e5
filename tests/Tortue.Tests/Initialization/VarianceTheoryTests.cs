using Tortue.Initialization;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.Initialization;

public sealed class VarianceTheoryTests
{
    private static readonly int[] Constant = [.. Enumerable.Repeat(100, 21)];

    [Theory]
    [InlineData("identity/standard", 1.0 / 3, 1.0 / 3)]
    [InlineData("identity/glorot_uniform", 1, 1)]
    [InlineData("relu/he_uniform", 1, 1)]
    [InlineData("relu/he_normal", 1, 1)]
    [InlineData("relu/glorot_normal", 0.5, 0.5)]
    [InlineData("relu/standard", 1.0 / 6, 1.0 / 6)]
    [InlineData("leaky_relu(0.5)/he_normal(0.5)", 1, 1)]
    [InlineData("leaky_relu(0.5)/he_normal", 1.25, 1.25)]
    [InlineData("identity/normal(1.5)", 2.25, 2.25)]
    [InlineData("relu/lsuv", 1, 1)]
    public void Variances_of_half_lines_change_by_the_same_factor_a_layer(string pair, double forward, double backward)
    {
        var predicted = VarianceTheory.Predict(SignalPair.Parse(pair), Constant);

        Assert.All(Ratios(predicted.Forward), ratio => Assert.Equal(forward, ratio, 1e-7));
        Assert.All(Ratios([.. predicted.Backward.Reverse()]), ratio => Assert.Equal(backward, ratio, 1e-7));
        Assert.Equal(1, predicted.Backward[^1]);
    }

    [Fact]
    public void Fans_matter_where_widths_alternate()
    {
        int[] alternating = [100, 200, 100, 200, 100];

        // Fan-in keeps the forward pass exactly, fan-out the backward pass, and Glorot's mean loses 1/9 in both every two layers.
        Assert.All(Predict("relu/he_normal").Forward, variance => Assert.Equal(2, variance, 1e-12));
        Assert.All(Predict("relu/he_normal_out").Backward, variance => Assert.Equal(1, variance, 1e-12));
        var glorot = Predict("identity/glorot_normal");
        Assert.Equal(8 / 9.0, glorot.Forward[2] / glorot.Forward[0], 1e-12);
        Assert.Equal(8 / 9.0, glorot.Backward[1] / glorot.Backward[3], 1e-12);

        SignalPrediction Predict(string pair) => VarianceTheory.Predict(SignalPair.Parse(pair), alternating);
    }

    [Fact]
    public void The_short_calculation_is_right_for_the_identity_and_too_large_for_tanh()
    {
        var identity = SignalPair.Parse("identity/glorot_normal");
        Assert.Equal(VarianceTheory.Predict(identity, Constant).Forward, VarianceTheory.LinearRegime(identity, Constant).Forward);

        var tanh = SignalPair.Parse("tanh/glorot_normal");
        Assert.All(VarianceTheory.LinearRegime(tanh, Constant).Forward, variance => Assert.Equal(1, variance, 1e-12));
        Assert.Equal(0.3943, VarianceTheory.Predict(tanh, Constant).Forward[1], 1e-4);
    }

    [Fact]
    public void Lsuv_keeps_the_forward_pass_at_1_for_every_activation()
    {
        foreach (var activation in new[] { Activation.Tanh, Activation.Sigmoid, Activation.Softsign, Activation.Relu })
            Assert.All(VarianceTheory.Predict(SignalPair.Lsuv(activation), Constant, 3).Forward, v => Assert.Equal(1, v, 1e-12));
    }

    [Fact]
    public void Layers_settle_at_the_fixed_point()
    {
        double settled = VarianceTheory.Predict(SignalPair.Parse("tanh/normal(2)"), [.. Enumerable.Repeat(10, 200)]).Forward[^1];

        Assert.Equal(settled, VarianceTheory.FixedPoint(Activation.Tanh, 2)!.Value, 1e-8);
        Assert.Null(VarianceTheory.FixedPoint(Activation.Tanh, 1));
        Assert.Null(VarianceTheory.FixedPoint(Activation.Relu, Math.Sqrt(2)));
        Assert.True(VarianceTheory.Criticality(Activation.Tanh, 2, settled) > 1);
        Assert.Equal(1, VarianceTheory.Criticality(Activation.Relu, Math.Sqrt(2), 1), 1e-12);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        var pair = SignalPair.Parse("relu/he_normal");
        Assert.Throws<ArgumentException>(() => VarianceTheory.Predict(pair, [10]));
        Assert.Throws<ArgumentException>(() => VarianceTheory.Predict(pair, [10, 10], 0));
        Assert.Throws<ArgumentException>(() => SignalPair.Parse("relu"));
        Assert.Throws<ArgumentException>(() => SignalPair.Parse("relu/best"));
        Assert.Equal("tanh/lsuv", SignalPair.Parse("tanh/lsuv").Name);
    }

    private static IEnumerable<double> Ratios(IReadOnlyList<double> values) => values.Zip(values.Skip(1), (first, second) => second / first);
}
