using FsCheck;
using FsCheck.Fluent;
using Tortue.Gradients;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.Gradients;

public sealed class ErrorsByHandTests
{
    // What rounding does to a sum z, and so to f′(z), which saturated units compute by cancellation: s (1 − s), 1 − t².
    private const double Rounding = 1e-13;

    [Fact]
    public void Errors_by_hand_are_those_of_automatic_differentiation() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(RandomNetwork.Seeds, seed =>
        {
            var (network, x, y) = RandomNetwork.Of(seed);
            var (hand, machine) = (BackPropagation.Errors(network, x, y), BackPropagation.ErrorsByAutograd(network, x, y));
            var allowed = RoundingOf(network, x, y, hand);
            for (int l = 1; l <= network.Depth; l++)
            {
                Assert.Equal(machine[l].Length, hand[l].Length);
                Assert.All(Enumerable.Range(0, hand[l].Length), j => Assert.Equal(machine[l][j], hand[l][j], allowed[l][j]));
            }
        }));

    // How rounding grows on the way down: a slope is off by Rounding, whatever comes from above is multiplied by |w| and the slope.
    private static double[][] RoundingOf(DenseNetwork network, double[] x, double[] y, IReadOnlyList<double[]> errors)
    {
        var pass = network.Forward(x);
        var allowed = new double[network.Depth + 1][];
        allowed[network.Depth] = [.. pass.Output.Zip(y, (a, wanted) => Rounding * (1 + Math.Abs(a - wanted)))];
        for (int l = network.Depth - 1; l >= 1; l--)
        {
            var (weights, below) = (network.W(l + 1), l);
            allowed[l] = [.. Enumerable.Range(0, network.Width(l)).Select(j => Enumerable.Range(0, network.Width(below + 1)).Sum(k =>
                Math.Abs(weights[k, j])
                    * (Rounding * Math.Abs(errors[below + 1][k])
                        + Math.Abs(network.Activation.Derivative(pass.Z[below][j])) * allowed[below + 1][k])))];
        }

        return allowed;
    }

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
