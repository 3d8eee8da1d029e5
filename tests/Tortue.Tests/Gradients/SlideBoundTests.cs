using FsCheck;
using FsCheck.Fluent;
using Tortue.Gradients;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.Gradients;

public sealed class SlideBoundTests
{
    // Rounding of sums of a few products.
    private const double Slack = 1 + 1e-12;

    [Fact]
    public void The_right_bounds_hold_for_ten_thousand_networks() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(10_000),
        Prop.ForAll(RandomNetwork.Seeds, seed =>
        {
            var (network, x, y) = RandomNetwork.Of(seed);
            foreach (var layer in ErrorBounds.Of(network, x, y))
            {
                if (layer.Error.Zip(layer.Inside).Any(unit => Math.Abs(unit.First) > unit.Second * Slack))
                    return false;
                if (layer.ErrorNorm > layer.Operator * Slack)
                    return false;
                if (layer.Error.Any(error => Math.Abs(error) > layer.Operator * Slack))
                    return false;
            }

            return true;
        }));

    [Fact]
    public void The_slides_bound_holds_for_the_last_two_layers_and_wherever_a_layer_has_one_unit()
    {
        for (int seed = 1; seed <= 500; seed++)
        {
            var (network, x, y) = RandomNetwork.Of(seed);
            Assert.DoesNotContain(ErrorBounds.Of(network, x, y).TakeLast(2), layer => layer.ViolatesSlide);
        }

        var chain = DenseNetwork.Random(Activation.Sigmoid, WeightInit.Normal(2), new(1), 1, 1, 1, 1, 1, 1);
        Assert.DoesNotContain(ErrorBounds.Of(chain, [0.3], [0.9]), layer => layer.ViolatesSlide);
    }

    [Fact]
    public void The_slides_power_is_too_small_by_one_factor_even_in_a_chain_of_single_units()
    {
        // At z = 0 the sigmoid has its steepest slope: δ^1 = γ^{L−1} w … w δ^L exactly, which is 1/γ times what L − l + 1 would allow.
        var chain = new DenseNetwork(Activation.Sigmoid, [new[,] { { 0.0 } }, new[,] { { 0.0 } }], [[0], [0]]);
        chain.W(2)[0, 0] = 2;
        chain.B(2)[0] = -1;
        var layers = ErrorBounds.Of(chain, [1], [0]);

        Assert.Equal(Math.Abs(layers[0].Error[0]), layers[0].Slide[0], 1e-15);
        Assert.True(layers[0].ErrorNorm > Activation.Sigmoid.SteepestSlope * layers[0].SlideNorm);
    }

    [Fact]
    public void A_network_by_hand_breaks_the_slide_completely()
    {
        // Two units that cancel without inner derivatives: the slide allows no error at all, and there is one.
        var network = new DenseNetwork(
            Activation.Tanh,
            [new[,] { { 1.0 } }, new[,] { { 1.0 }, { 1.0 } }, new[,] { { 1.0, -1.0 } }],
            [[0], [0, 2], [0]]);
        var layer = ErrorBounds.Of(network, [0.5], [1])[0];

        Assert.Equal(0, layer.SlideNorm);
        Assert.True(layer.ErrorNorm > 0.1);
        Assert.True(layer.ViolatesSlide);
    }

    [Theory]
    [InlineData("sigmoid", 6, 3.0, 6000)]
    [InlineData("tanh", 4, 2.0, 200)]
    public void The_network_that_is_found_breaks_the_slide_also_by_finite_differences(string name, int depth, double gain, int networks)
    {
        const double Step = 1e-4;
        var found = SlideBound.Find(Activation.Parse(name), depth, networks: networks, gain: gain);

        Assert.True(found.Excess > 10);
        foreach (var layer in found.Layers)
        {
            var biases = found.Network.B(layer.Layer);
            for (int j = 0; j < biases.Length; j++)
            {
                // ∂C/∂b is δ; a central difference of fourth order.
                double at = biases[j];
                double slope = (8 * (Cost(at + Step) - Cost(at - Step)) - (Cost(at + 2 * Step) - Cost(at - 2 * Step))) / (12 * Step);
                Assert.Equal(slope, layer.Error[j], 1e-11);
                biases[j] = at;

                double Cost(double bias)
                {
                    biases[j] = bias;
                    return found.Network.Cost(found.Input, found.Target);
                }
            }
        }
    }

    [Fact]
    public void The_same_seed_finds_the_same_network_and_counts_the_same_shares()
    {
        var (first, second) = (SlideBound.Find(networks: 100), SlideBound.Find(networks: 100));
        Assert.Equal(first.Number, second.Number);
        Assert.Equal(first.Figure().ToJson(), second.Figure().ToJson());

        var shares = SlideBound.Shares(depths: [3, 8], widths: [2, 4], networks: 50);
        Assert.Equal(shares.Cells, SlideBound.Shares(depths: [8, 3], widths: [4, 2], networks: 50).Cells.Reverse());
        Assert.True(shares.Cells[1].Share > shares.Cells[0].Share);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SlideBound.Find(depth: 2));
        Assert.Throws<ArgumentException>(() => SlideBound.Find(width: 1));
        Assert.Throws<ArgumentException>(() => SlideBound.Find(networks: 0));
        Assert.Throws<ArgumentException>(() => SlideBound.Shares(depths: [2, 3]));
    }
}
