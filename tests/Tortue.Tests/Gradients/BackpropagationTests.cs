using TorchSharp;
using Tortue.Gradients;
using Xunit;

namespace Tortue.Tests.Gradients;

/// <summary>The solutions of chapter 2 about back-propagation, with automatic differentiation as the oracle.</summary>
public sealed class BackpropagationTests
{
    private const int Networks = 200;

    [Fact]
    public void The_recursion_gives_the_errors_of_automatic_differentiation()
    {
        var random = new Random(1);
        bool sawOtherWidths = false;
        for (int i = 0; i < Networks; i++)
        {
            var network = DrawnNetwork.Draw(random, layers: 4);
            for (int l = 0; l < network.Deltas.Length - 1; l++)
            {
                var delta = GradientsExercises.DeltaRecursion.Answer.Answer(
                    network.Weights[l + 1], network.Deltas[l + 1], network.Slopes[l], network.Slopes[l + 1]);
                AssertEqual(network.Deltas[l], delta);
                sawOtherWidths |= delta.Length != network.Deltas[l + 1].Length;
            }
        }

        Assert.True(sawOtherWidths);
    }

    [Fact]
    public void The_first_step_back_gives_the_errors_of_automatic_differentiation()
    {
        var random = new Random(2);
        for (int i = 0; i < Networks; i++)
        {
            double[] scores = Entries(random, 3), targets = Entries(random, 3);
            using var scope = torch.NewDisposeScope();
            var z = torch.tensor(scores, requires_grad: true);
            ((z.sigmoid() - torch.tensor(targets)).pow(2).sum() / 2).backward();

            AssertEqual(Values(z.grad!), GradientsExercises.LastDelta.Answer.Answer(scores, targets));
        }
    }

    [Fact]
    public void The_gradients_of_weights_and_biases_are_those_of_automatic_differentiation()
    {
        var random = new Random(3);
        for (int i = 0; i < Networks; i++)
        {
            double[] delta = Entries(random, 2), inputs = Entries(random, 3);
            using var scope = torch.NewDisposeScope();
            var w = torch.zeros(2, 3, torch.float64, requires_grad: true);
            var b = torch.zeros(2, torch.float64, requires_grad: true);
            // A cost whose derivative by z is delta.
            (torch.tensor(delta) * (w.mv(torch.tensor(inputs)) + b)).sum().backward();

            var gradients = GradientsExercises.ParameterGradients.Answer.Answer(delta, inputs);

            AssertEqual(Values(b.grad!), gradients.B);
            AssertEqual(Values(w.grad!), [.. gradients.W.Cast<double>()]);
        }
    }

    [Fact]
    public void The_bound_with_absolute_values_inside_holds_and_the_slides_does_not()
    {
        var random = new Random(4);
        int violations = 0;
        for (int i = 0; i < Networks; i++)
        {
            var network = DrawnNetwork.Draw(random, layers: 4);
            double[][,] behind = [.. network.Weights.Skip(1)];
            double[] delta = network.Deltas[0], last = network.Deltas[^1];

            // tanh is nowhere steeper than 1.
            double[] right = GradientsExercises.DeltaBound.Answer.Answer(behind, last, 1);
            double[] outside = GradientsExercises.DeltaBound.Misconceptions[0].Answer(behind, last, 1);

            Assert.All(delta.Zip(right), pair => Assert.True(Math.Abs(pair.First) <= pair.Second * (1 + 1e-12)));
            violations += delta.Zip(outside).Any(pair => Math.Abs(pair.First) > pair.Second) ? 1 : 0;
        }

        Assert.True(violations > Networks / 20, $"{violations} of {Networks}");
    }

    [Fact]
    public void Two_neurons_that_cancel_are_enough_to_break_the_slides_bound()
    {
        double[,] up = { { 1 }, { 1 } }, down = { { 1, -1 } };
        using var scope = torch.NewDisposeScope();
        var z = torch.tensor(new double[] { 0 }, requires_grad: true);
        var behind = torch.tensor(up).mv(z.sigmoid()) + torch.tensor(new double[] { 0, 3 });
        var last = torch.tensor(down).mv(behind.sigmoid());
        last.sum().backward();

        double delta = Math.Abs(z.grad!.item<double>());
        double slide = GradientsExercises.DeltaBound.Misconceptions[1].Answer([up, down], [1], 0.25)[0];
        double right = GradientsExercises.DeltaBound.Answer.Answer([up, down], [1], 0.25)[0];

        Assert.Equal(0, slide);
        Assert.Equal(2 * 0.25 * 0.25, right, 1e-15);
        Assert.InRange(delta, 0.01, right);
    }

    [Fact]
    public void A_single_neuron_a_layer_exceeds_the_slides_bound_by_its_one_slope_too_many()
    {
        double[,] w = { { 1 } };
        using var scope = torch.NewDisposeScope();
        var z = torch.tensor(new double[] { 0 }, requires_grad: true);
        torch.tensor(w).mv(z.sigmoid()).sum().backward();

        double delta = z.grad!.item<double>();
        double slide = GradientsExercises.DeltaBound.Misconceptions[1].Answer([w], [1], 0.25)[0];

        Assert.Equal(0.25, delta, 1e-15);
        Assert.Equal(0.0625, slide, 1e-15);
    }

    [Fact]
    public void Batch_normalisation_is_the_engines()
    {
        double[] x = [1, -2, 0.5, 4];
        using var scope = torch.NewDisposeScope();
        var expected = torch.nn.functional.batch_norm(
            torch.tensor(x).unsqueeze(1), torch.zeros(1, torch.float64), torch.ones(1, torch.float64), torch.tensor(new[] { 2.0 }),
            torch.tensor(new[] { 0.5 }), training: true, eps: 0.1);

        AssertEqual(Values(expected), GradientsExercises.BatchNorm.Answer.Answer(x, 2, 0.5, 0.1));
    }

    [Fact]
    public void Clipping_is_the_engines()
    {
        double[] gradient = [3, -4, 12];
        using var parameter = new TorchSharp.Modules.Parameter(torch.zeros(3, torch.float64));
        parameter.grad = torch.tensor(gradient);

        torch.nn.utils.clip_grad_norm_([parameter], 2);

        double[] clipped = GradientsExercises.ClipByNorm.Answer.Answer(gradient, 2);
        Assert.All(Values(parameter.grad!).Zip(clipped), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    private static void AssertEqual(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    private static double[] Entries(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => 4 * random.NextDouble() - 2)];

    private static double[] Values(torch.Tensor tensor) => tensor.detach().flatten().data<double>().ToArray();
}
