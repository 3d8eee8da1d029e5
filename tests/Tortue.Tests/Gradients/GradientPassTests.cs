using Tortue.Gradients;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Gradients;

/// <summary>Derivatives that go forward with the states, against automatic differentiation backward.</summary>
[Collection(nameof(OneGenerator))]
public sealed class GradientPassTests
{
    private const int Points = 7;
    private const int Units = 6;
    private const int Depth = 4;
    private const double Beta = 0.4;

    [Theory]
    [InlineData(NetworkWiring.Plain)]
    [InlineData(NetworkWiring.PlainNormalized)]
    [InlineData(NetworkWiring.Residual)]
    [InlineData(NetworkWiring.ResidualNormalized)]
    [InlineData(NetworkWiring.ResidualRescaled)]
    public void Derivatives_are_those_of_automatic_differentiation(NetworkWiring wiring)
    {
        using var scope = NewDisposeScope();
        var draws = new NetworkDraws(Units, 3, 0);
        var x = linspace(-2, 2, Points).view(Points, 1);
        var pass = new GradientPass(wiring, Beta, First(x, draws).detach(), draws.Direction());
        for (int layer = 1; layer <= Depth; layer++)
            pass.Layer(draws.Weights(layer), draws.Biases(layer, 0.3));

        var moved = x.detach().clone().requires_grad_();
        var output = Reference(wiring, First(moved, draws), draws);
        for (int unit = 0; unit < Units; unit++)
        {
            var expected = autograd.grad([output.select(1, unit).sum()], [moved], retain_graph: true)[0].flatten();
            Assert.Equal(expected.data<float>().ToArray(), pass.Gradients.select(1, unit).contiguous().data<float>().ToArray(), Near);
        }

        Assert.Equal(output.detach().data<float>().ToArray(), pass.State.select(0, 0).contiguous().data<float>().ToArray(), Near);
    }

    [Fact]
    public void A_looks_linear_network_has_one_gradient_although_its_units_switch()
    {
        using var scope = NewDisposeScope();
        var draws = new NetworkDraws(Units, 5, 0);
        var x = linspace(-2, 2, Points).view(Points, 1);
        var first = First(x, draws);
        Assert.InRange(first.gt(0).to(float32).mean().item<float>(), 0.1f, 0.9f);

        var gradients = LooksLinear.Gradients(first, draws.Direction(), Depth, new Generator(1));

        Assert.Equal(0, (gradients - gradients.narrow(0, 0, 1)).abs().max().item<float>(), 1e-5f);
        Assert.Equal(draws.Direction().norm().item<float>(), gradients.select(0, 0).norm().item<float>(), 1e-4f);
    }

    private static bool Near(float expected, float actual) => Math.Abs(expected - actual) <= 1e-4f * Math.Max(1, Math.Abs(expected));

    private static Tensor First(Tensor x, NetworkDraws draws) => x * draws.Direction() + draws.Biases(0, 1);

    // With batch norm's mean and variance as numbers that belong to the network.
    private static Tensor Reference(NetworkWiring wiring, Tensor state, NetworkDraws draws)
    {
        bool residual = wiring is not (NetworkWiring.Plain or NetworkWiring.PlainNormalized);
        bool normalized = wiring is not (NetworkWiring.Plain or NetworkWiring.Residual);
        double beta = wiring == NetworkWiring.ResidualRescaled ? Beta : 1;
        for (int layer = 1; layer <= Depth; layer++)
        {
            var inner = state;
            if (normalized)
            {
                var fixedState = state.detach();
                var deviation = (fixedState.var(0, unbiased: false) + GradientPass.Epsilon).sqrt();
                inner = (state - fixedState.mean([0])) / deviation;
            }

            var branch = inner.relu().matmul(draws.Weights(layer)) * beta;
            state = (residual ? state + branch : branch) + draws.Biases(layer, 0.3);
        }

        return state;
    }
}
