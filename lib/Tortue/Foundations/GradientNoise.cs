using TorchSharp;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Foundations;

/// <summary>
/// How far a minibatch's gradient is from the gradient of the whole training set. The mean of B examples out of N, drawn without
/// replacement, lies E‖g_B − g‖² = σ²/B · (N − B)/(N − 1) away, with σ² the mean of ‖g_i − g‖² over the examples: ten times more
/// examples a step, and the noise falls by √10 only.
/// </summary>
public static class GradientNoise
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="GradientNoiseOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each size.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static GradientNoiseResult Run(
        GradientNoiseOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static GradientNoiseResult Measure(
        GradientNoiseOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(FoundationsText.RunningGradientNoise, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        manual_seed((long)options.Seed);
        var data = options.Data();
        var model = Networks.Perceptron(data.InputShape.Aggregate(1L, (a, b) => a * b), data.Classes.Count, options.Width);
        var whole = Gradient(model, new(data.Inputs, data.Labels));
        double norm = whole.norm().ToDouble();

        // A minibatch's gradient is the mean of its examples' gradients: these are taken once, and the rest is drawing.
        double squares = run.Cell(
            "examples", () => data.Minibatches(1).Average(example => Math.Pow(Distance(model, example, whole, run.Cancellation), 2)));
        var points = new List<GradientNoisePoint>();
        foreach (int size in options.BatchSizes)
        {
            double measured = run.Cell($"size {size}", () => MeanSquare(options, size, model, data, whole, run.Cancellation));
            double exact = squares / size * (data.Count - size) / (data.Count - 1);
            points.Add(new(size, Math.Sqrt(measured) / norm, Math.Sqrt(exact) / norm));
            run.Report(points.Count, options.BatchSizes.Count);
        }

        return new(options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), points);
    }

    // Every size draws from a generator of its own, so that it does not matter which sizes were measured before.
    private static double MeanSquare(
        GradientNoiseOptions options,
        int size,
        nn.Module<Tensor, Tensor> model,
        LabelledData data,
        Tensor whole,
        CancellationToken cancellation)
    {
        var order = new Generator(options.Seed + (ulong)size);
        return Enumerable.Range(0, options.Draws)
            .Average(_ => Math.Pow(Distance(model, Draw(data, size, order), whole, cancellation), 2));
    }

    private static Minibatch Draw(LabelledData data, int size, Generator order)
    {
        using var places = randperm(data.Count, generator: order).narrow(0, 0, size);
        return new(data.Inputs.index_select(0, places), data.Labels.index_select(0, places));
    }

    private static double Distance(nn.Module<Tensor, Tensor> model, Minibatch batch, Tensor whole, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var scope = NewDisposeScope();
        using (batch)
            return (Gradient(model, batch) - whole).norm().ToDouble();
    }

    private static Tensor Gradient(nn.Module<Tensor, Tensor> model, Minibatch batch)
    {
        model.zero_grad();
        var loss = nn.functional.cross_entropy(model.forward(batch.Inputs), batch.Labels);
        loss.backward();
        return cat([.. model.parameters().Select(parameter => parameter.grad!.flatten())]).to(float64);
    }
}
