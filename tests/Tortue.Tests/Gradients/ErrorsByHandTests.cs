using FsCheck;
using FsCheck.Fluent;
using Tortue.Gradients;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.Gradients;

public sealed class ErrorsByHandTests
{
    [Fact]
    public void Errors_by_hand_are_those_of_automatic_differentiation() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(RandomNetwork.Seeds, seed =>
        {
            var (network, x, y) = RandomNetwork.Of(seed);
            var (hand, machine) = (BackPropagation.Errors(network, x, y), BackPropagation.ErrorsByAutograd(network, x, y));
            for (int l = 0; l <= network.Depth; l++)
            {
                double scale = machine[l].Select(Math.Abs).DefaultIfEmpty(0).Max();
                Assert.Equal(machine[l].Length, hand[l].Length);
                // Where terms cancel, rounding is measured by what was added, not by what is left.
                Assert.All(hand[l].Zip(machine[l]), pair => Assert.Equal(pair.Second, pair.First, 1e-9 * scale + 1e-300));
            }
        }));

    [Fact]
    public void Gradients_by_hand_are_finite_differences()
    {
        const double Step = 1e-5;
        for (int seed = 1; seed <= 100; seed++)
        {
            var (network, x, y) = RandomNetwork.Of(seed);
            if (network.Activation.NegativeSlope is not null)
                continue;
            var gradients = BackPropagation.Gradients(network, x, y);
            for (int l = 1; l <= network.Depth; l++)
            {
                var (weights, biases) = gradients[l - 1];
                for (int j = 0; j < network.Width(l); j++)
                {
                    Assert.Equal(Slope(() => ref network.B(l)[j]), biases[j], 1e-7);
                    for (int k = 0; k < network.Width(l - 1); k++)
                        Assert.Equal(Slope(() => ref network.W(l)[j, k]), weights[j, k], 1e-7);
                }
            }

            double Slope(Place place)
            {
                double at = place();
                place() = at + Step;
                double above = network.Cost(x, y);
                place() = at - Step;
                double below = network.Cost(x, y);
                place() = at;
                return (above - below) / (2 * Step);
            }
        }
    }

    [Fact]
    public void Networks_and_vectors_that_do_not_fit_are_refused()
    {
        var network = new DenseNetwork(Activation.Tanh, [new double[3, 2], new double[1, 3]], [new double[3], new double[1]]);

        Assert.Contains("takes 2", Refusal(() => network.Forward([1])), StringComparison.Ordinal);
        Assert.Contains("gives 1", Refusal(() => BackPropagation.Errors(network, [1, 2], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("layer 2", Refusal(() => _ = new DenseNetwork(
            Activation.Tanh, [new double[3, 2], new double[1, 2]], [new double[3], new double[1]])), StringComparison.Ordinal);
        Assert.Contains("at least one layer", Refusal(() => _ = new DenseNetwork(Activation.Tanh, [], [])), StringComparison.Ordinal);
        Assert.Contains(
            "at least two widths",
            Refusal(() => DenseNetwork.Random(Activation.Tanh, WeightInit.HeNormal, new TorchSharp.torch.Generator(1), 3)),
            StringComparison.Ordinal);
    }

    private delegate ref double Place();

    private static string Refusal(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
