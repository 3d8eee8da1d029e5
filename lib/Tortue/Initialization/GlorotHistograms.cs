using TorchSharp;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>
/// What one batch of images meets in a deep tanh network before any training: activations on the way up, gradients on the way down, with
/// the old heuristic U(±1/√n) and with the normalised initialisation. X. Glorot and Y. Bengio, "Understanding the difficulty of training
/// deep feedforward neural networks", AISTATS 2010, figures 6, 7 and 8.
/// </summary>
public static class GlorotHistograms
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="GlorotHistogramsOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static GlorotHistogramsResult Run(
        GlorotHistogramsOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static GlorotHistogramsResult Measure(
        GlorotHistogramsOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(InitializationText.RunningGlorotHistograms, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var data = options.Data();
        var networks = new List<GlorotNetwork>();
        foreach (var init in GlorotHistogramsResult.Inits)
        {
            for (int r = 0; r < options.Runs; r++)
            {
                ulong seed = options.Seed + (ulong)r;
                bool binned = r == 0;
                networks.Add(run.Cell($"{init}/seed {seed}", () => Measure(options, data, init, seed, binned)));
                run.Report(networks.Count, GlorotHistogramsResult.Inits.Count * options.Runs);
            }
        }

        return new(options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), networks);
    }

    private static GlorotNetwork Measure(GlorotHistogramsOptions options, LabelledData data, WeightInit init, ulong seed, bool binned)
    {
        using var scope = NewDisposeScope();
        var generator = new Generator(seed);
        var weights = new List<Tensor>();
        var sums = new List<Tensor>();
        var activations = new List<Tensor>();

        var below = data.Inputs.flatten(1);
        for (int layer = 0; layer < options.Depth; layer++)
        {
            weights.Add(Weight(init, options.Width, below.shape[1], generator));
            sums.Add(below.matmul(weights[^1].t()));
            sums[^1].retain_grad();
            below = sums[^1].tanh();
            activations.Add(below);
        }

        var scores = below.matmul(Weight(init, data.Classes.Count, options.Width, generator).t());
        nn.functional.cross_entropy(scores, data.Labels).backward();

        // The loss is a mean over the images: times their number, a gradient is that of an image's own loss.
        var layers = Enumerable.Range(0, options.Depth).Select(layer => new GlorotLayer(
            Spread.Of(activations[layer], binned),
            Spread.Of(sums[layer].grad! * data.Count, binned),
            Spread.Of(weights[layer].grad!, binned),
            SignificantDigits.Round((1 - activations[layer].square()).square().mean().ToDouble())));
        return new(init, seed, [.. layers]);
    }

    private static Tensor Weight(WeightInit init, long outputs, long inputs, Generator generator)
    {
        var weight = empty(outputs, inputs);
        init.Fill(weight, generator);
        return weight.requires_grad_(true);
    }
}
