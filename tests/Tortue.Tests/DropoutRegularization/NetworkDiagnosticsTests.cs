using Tortue.Data;
using Tortue.DropoutRegularization;
using Tortue.Models;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.DropoutRegularization;

[Collection(nameof(OneGenerator))]
public sealed class NetworkDiagnosticsTests
{
    private const double Rate = 0.4;
    private static readonly float[] Weights = [0.7f, -0.4f, 1.1f];
    private static readonly float[,] Inputs = { { 1, 2, -1 }, { 0.5f, -1, 0.3f }, { -2, 0.4f, 1 }, { 0.2f, 1.5f, 0.8f } };
    private static readonly long[] Targets = [0, 2, 1, 3];

    [Theory]
    [InlineData(DropoutScaling.AtTraining)]
    [InlineData(DropoutScaling.AtTest)]
    public void Linear_regression_with_dropout_of_its_inputs_has_the_measures_of_all_its_masks(DropoutScaling scaling)
    {
        using var scope = NewDisposeScope();
        var (network, data) = Regression(scaling);
        var gradients = EveryMask(scaling);
        float[] full = Full(scaling);
        var mean = new double[3];
        foreach (var (gradient, probability) in gradients)
        {
            double norm = Math.Sqrt(gradient.Sum(value => value * value));
            for (int k = 0; k < 3; k++)
                mean[k] += probability * (norm > 0 ? gradient[k] / norm : 0);
        }

        double along = mean.Zip(full, (m, f) => m * f).Sum() / Math.Sqrt(full.Sum(f => f * f));

        var reading = GradientDiagnostics.Of(
            network, data, 1, 6000, 7, HalfSquare, TestContext.Current.CancellationToken);

        Assert.Equal((6000, 3), (reading.Minibatches, reading.Parameters));
        Near(gradients.Sum(each => each.Probability * Math.Sqrt(each.Gradient.Sum(value => value * value))), reading.Norm);
        Near(1 - mean.Sum(m => m * m), reading.DirectionVariance);
        Near(1 - along, reading.DirectionError);
        Near(along / Math.Sqrt(mean.Sum(m => m * m)), reading.Alignment);
    }

    [Fact]
    public void The_mean_gradient_with_dropout_is_that_of_ridge_regression_and_the_one_without_is_not()
    {
        using var scope = NewDisposeScope();
        var (network, data) = Regression(DropoutScaling.AtTraining);

        // With inverted dropout: Xᵀ(Xw − y)/N plus p/(1 − p) diag(mean x²) w.
        double[] plain = new double[3], ridge = new double[3];
        for (int n = 0; n < 4; n++)
        {
            double error = Enumerable.Range(0, 3).Sum(k => Inputs[n, k] * Weights[k]) - Targets[n];
            for (int k = 0; k < 3; k++)
            {
                plain[k] += Inputs[n, k] * error / 4;
                ridge[k] += ((Inputs[n, k] * error) + (Rate / (1 - Rate) * Inputs[n, k] * Inputs[n, k] * Weights[k])) / 4;
            }
        }

        var full = GradientDiagnostics.Full(network, data, HalfSquare, TestContext.Current.CancellationToken);
        var gradients = GradientDiagnostics.Minibatches(network, data, 2, 8000, 3, HalfSquare, TestContext.Current.CancellationToken);

        for (int k = 0; k < 3; k++)
        {
            Assert.Equal(plain[k], full[k], 1e-5);
            var mean = Tortue.Experiments.MeanError.Of(gradients.Select(gradient => (double)gradient[k]));
            Near(ridge[k], mean);
            Assert.True(Math.Abs(mean.Mean - plain[k]) > 5 * mean.StandardError);
        }
    }

    [Fact]
    public void Without_dropout_all_the_data_as_one_minibatch_are_the_full_gradient()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var network = nn.Sequential(nn.Linear(3, 6), nn.Tanh(), nn.Linear(6, 4));
        var data = new LabelledData("four", tensor(Inputs), tensor(Targets), ["a", "b", "c", "d"]);

        var reading = GradientDiagnostics.Of(network, data, 4, 3, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(0, reading.DirectionVariance.Mean, 1e-6);
        Assert.Equal(0, reading.DirectionError.Mean, 1e-6);
        nn.functional.cross_entropy(network.forward(data.Inputs), data.Labels).backward();
        float[] byHand = [.. network.parameters().SelectMany(parameter => parameter.grad!.flatten().data<float>().ToArray())];
        var full = GradientDiagnostics.Full(network, data, cancellation: TestContext.Current.CancellationToken);
        Assert.All(byHand.Zip(full), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void The_full_gradient_of_more_examples_than_fit_one_pass_is_their_mean()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var network = nn.Sequential(nn.Linear(5, 3));
        var data = new LabelledData("many", randn(600, 5), randint(0, 3, [600], int64), ["a", "b", "c"]);

        var full = GradientDiagnostics.Full(network, data, cancellation: TestContext.Current.CancellationToken);

        nn.functional.cross_entropy(network.forward(data.Inputs), data.Labels).backward();
        float[] byHand = [.. network.parameters().SelectMany(parameter => parameter.grad!.flatten().data<float>().ToArray())];
        Assert.All(byHand.Zip(full), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void A_network_is_left_as_it_was()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var network = nn.Sequential(nn.Linear(3, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 4));
        var data = new LabelledData("four", tensor(Inputs), tensor(Targets), ["a", "b", "c", "d"]);
        network.eval();
        float[][] State() =>
            [.. network.state_dict().Values.Select(value => value.to(float32).flatten().data<float>().ToArray())];
        var before = State();

        manual_seed(6);
        var one = GradientDiagnostics.Of(network, data, 3, 5, cancellation: TestContext.Current.CancellationToken);
        manual_seed(6);
        var again = GradientDiagnostics.Of(network, data, 3, 5, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(before, State());
        Assert.False(network.training);
        Assert.All(network.parameters(), parameter => Assert.Null(parameter.grad));
        Assert.Equal(one, again);
        Assert.True(one.DirectionVariance.Mean > 0.01);
    }

    [Fact]
    public void Frozen_parameters_are_left_out()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var network = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 4));
        foreach (var parameter in network.parameters().Take(2))
            parameter.requires_grad = false;
        var data = new LabelledData("four", tensor(Inputs), tensor(Targets), ["a", "b", "c", "d"]);

        var reading = GradientDiagnostics.Of(network, data, 2, 4, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((8 * 4) + 4, reading.Parameters);
        Assert.Equal(reading.Parameters, GradientDiagnostics.Weights(network).Length);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        using var scope = NewDisposeScope();
        var (network, data) = Regression(DropoutScaling.AtTraining);

        foreach (var (batchSize, batches) in new[] { (0, 3), (5, 3), (1, 2) })
        {
            Assert.Throws<ArgumentException>(() => GradientDiagnostics.Of(
                network, data, batchSize, batches, 1, HalfSquare, TestContext.Current.CancellationToken));
        }

        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => GradientDiagnostics.Of(network, data, 1, 3, 1, HalfSquare, cancelled.Token));
    }

    private static (nn.Module<Tensor, Tensor> Network, LabelledData Data) Regression(DropoutScaling scaling)
    {
        var line = nn.Linear(3, 1, hasBias: false);
        using (no_grad())
            line.weight!.copy_(tensor(Weights).unsqueeze(0));
        return (
            nn.Sequential(new SeededDropout(Rate, 11, scaling), line),
            new("regression", tensor(Inputs), tensor(Targets), ["0", "1", "2", "3"]));
    }

    private static Tensor HalfSquare(Tensor outputs, Tensor labels) => (outputs.squeeze(1) - labels).square().mean() / 2;

    // The gradients of single examples under every mask, with their probabilities.
    private static (double[] Gradient, double Probability)[] EveryMask(DropoutScaling scaling) =>
    [
        .. from n in Enumerable.Range(0, 4)
           from mask in Enumerable.Range(0, 8)
           let kept = Enumerable.Range(0, 3).Select(k => (mask >> k) & 1).ToArray()
           let factor = scaling == DropoutScaling.AtTraining ? 1 / (1 - Rate) : 1
           let seen = kept.Select((one, k) => one * factor * Inputs[n, k]).ToArray()
           let error = seen.Zip(Weights, (x, w) => x * w).Sum() - Targets[n]
           select (
               seen.Select(x => x * error).ToArray(),
               kept.Aggregate(0.25, (product, one) => product * (one == 1 ? 1 - Rate : Rate))),
    ];

    // In inference mode: as without dropout, or with inputs times 1 − p.
    private static float[] Full(DropoutScaling scaling)
    {
        double factor = scaling == DropoutScaling.AtTraining ? 1 : 1 - Rate;
        var sum = new double[3];
        for (int n = 0; n < 4; n++)
        {
            double error = (factor * Enumerable.Range(0, 3).Sum(k => Inputs[n, k] * Weights[k])) - Targets[n];
            for (int k = 0; k < 3; k++)
                sum[k] += factor * Inputs[n, k] * error / 4;
        }

        return Array.ConvertAll(sum, value => (float)value);
    }

    private static void Near(double exact, Tortue.Experiments.MeanError measured)
    {
        Assert.True(measured.StandardError > 0);
        Assert.InRange(Math.Abs(measured.Mean - exact), 0, 3.5 * measured.StandardError);
    }
}
