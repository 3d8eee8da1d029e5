using TorchSharp;
using Tortue.Gradients;
using Tortue.Models;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Gradients;

[Collection(nameof(OneGenerator))]
public sealed class LossPlaneTests
{
    private static readonly double[] Steps = [-1, -0.5, 0, 0.5, 1];

    [Fact]
    public void Each_filter_of_a_direction_is_as_long_as_the_networks_and_biases_and_batch_norm_stay()
    {
        using var network = new ShortcutNetwork(3, 10, 8, 4, shortcuts: true, seed: 1);
        using var random = new Generator(5);
        var direction = LossPlane.FilterNormalized(network, random);

        foreach (var (weight, each) in network.parameters().Zip(direction))
        {
            Assert.Equal(weight.shape, each.shape);
            if (weight.dim() <= 1)
            {
                Assert.Equal(0, each.abs().max().item<float>());
                continue;
            }

            var expected = weight.detach().flatten(1).norm(1).data<float>().ToArray();
            var actual = each.flatten(1).norm(1).data<float>().ToArray();
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * pair.First));
        }
    }

    // In units of the filters, a ReLU network looks the same when one layer is doubled and the next one halved.
    [Fact]
    public void Rescaling_the_filters_of_a_ReLU_network_leaves_the_plot_as_it_was()
    {
        manual_seed(3);
        using var network = nn.Sequential(nn.Linear(6, 8, hasBias: false), nn.ReLU(), nn.Linear(8, 3, hasBias: false));
        var inputs = randn(20, 6);
        var labels = randint(3, 20);
        double Loss() => nn.functional.cross_entropy(network.forward(inputs), labels).ToDouble();
        double[][] Plot()
        {
            using var random = new Generator(7);
            var (first, second) = (LossPlane.FilterNormalized(network, random), LossPlane.FilterNormalized(network, random));
            return LossPlane.Evaluate(network, first, second, Steps, Steps, Loss, TestContext.Current.CancellationToken);
        }

        var before = Plot();
        using (no_grad())
        {
            var weights = network.parameters().ToArray();
            weights[0].mul_(16);
            weights[1].mul_(1.0 / 16);
        }

        var after = Plot();
        Assert.All(before.Zip(after), rows => Assert.All(rows.First.Zip(rows.Second), pair => Assert.Equal(pair.First, pair.Second, 1e-6)));
    }

    [Fact]
    public void The_middle_is_the_trained_loss_exactly_and_the_weights_are_put_back_bit_for_bit()
    {
        using var network = new ShortcutNetwork(3, 10, 8, 4, shortcuts: false, seed: 2);
        network.eval();
        manual_seed(1);
        var (inputs, labels) = (randn(12, 3, 16, 16), randint(10, 12));
        double Loss()
        {
            using var withoutGradients = no_grad();
            return nn.functional.cross_entropy(network.forward(inputs), labels).ToDouble();
        }

        using var random = new Generator(1);
        var (first, second) = (LossPlane.FilterNormalized(network, random), LossPlane.FilterNormalized(network, random));
        var before = Bits(network);
        var trained = Loss();
        var surface = LossPlane.Evaluate(network, first, second, Steps, Steps, Loss, TestContext.Current.CancellationToken);

        Assert.Equal(trained, surface[2][2]);
        Assert.NotEqual(trained, surface[2][3]);
        Assert.Equal(before, Bits(network));

        // Also after an error on the way.
        Assert.Throws<InvalidOperationException>(() => LossPlane.Evaluate(
            network, first, second, Steps, Steps, () => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
        Assert.Equal(before, Bits(network));
    }

    [Fact]
    public void The_surface_of_a_quadratic_loss_is_the_quadratic()
    {
        using var network = nn.Linear(2, 1, hasBias: false, dtype: float64);
        using (no_grad())
            network.weight.copy_(tensor(new[,] { { 3.0, -1 } }));
        double Loss() => network.weight.detach().square().sum().ToDouble();
        Tensor[] first = [tensor(new[,] { { 1.0, 0 } })], second = [tensor(new[,] { { 0.0, 2 } })];

        double[] alphas = [-3, 0, 1], betas = [0, 0.5];
        var surface = LossPlane.Evaluate(network, first, second, alphas, betas, Loss, TestContext.Current.CancellationToken);

        for (int row = 0; row < betas.Length; row++)
        {
            for (int column = 0; column < alphas.Length; column++)
                Assert.Equal(Math.Pow(3 + alphas[column], 2) + Math.Pow((2 * betas[row]) - 1, 2), surface[row][column], 1e-12);
        }
    }

    [Fact]
    public void A_direction_for_another_network_is_refused()
    {
        using var network = nn.Linear(2, 1);
        var refusal = Assert.Throws<ArgumentException>(() =>
            LossPlane.Evaluate(network, [], [], Steps, Steps, () => 0, TestContext.Current.CancellationToken));
        Assert.Contains("2 parameters", refusal.Message, StringComparison.Ordinal);
    }

    private static float[] Bits(nn.Module network) =>
        [.. network.parameters().SelectMany(weight => weight.detach().flatten().data<float>().ToArray())];
}
