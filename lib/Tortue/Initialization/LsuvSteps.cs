using TorchSharp.Modules;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>
/// In how many rescalings LSUV brings the layers of a network to unit variance, and what the variances are then on other images. D. Mishkin,
/// J. Matas, "All you need is a good init", ICLR 2016.
/// </summary>
public static class LsuvSteps
{
    internal const string LsuvName = "lsuv";

    // Minibatches to draw from, and one more that only measures.
    private const int Minibatches = 12;
    private const int Pool = 4;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="LsuvStepsOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LsuvStepsResult Run(
        LsuvStepsOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static LsuvStepsResult Measure(
        LsuvStepsOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(InitializationText.RunningLsuv, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var images = GeneratedImages.Make(new() { Count = (Minibatches + 1) * options.Minibatch, Seed = options.Seed });
        var inputs = Normalization.Of(images).Apply(images).Inputs;
        var networks = new List<LsuvNetwork>();
        int total = options.Activations.Count * options.Depths.Count * options.Networks;
        foreach (var activation in options.Activations)
        {
            foreach (int depth in options.Depths)
            {
                for (int r = 0; r < options.Networks; r++)
                {
                    ulong seed = options.Seed + (ulong)r;
                    networks.Add(run.Cell($"{activation}/{depth}/seed {seed}", () => Measure(options, inputs, activation, depth, seed)));
                    run.Report(networks.Count, total);
                    run.Cancellation.ThrowIfCancellationRequested();
                }
            }
        }

        return new(options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), networks);
    }

    private static LsuvNetwork Measure(LsuvStepsOptions options, Tensor inputs, Activation activation, int depth, ulong seed)
    {
        using var scope = NewDisposeScope();
        using var network = Build(options.Width, activation, depth);
        var generator = new Generator(seed);
        var order = randperm(Minibatches * options.Minibatch, generator: generator);
        Tensor Minibatch(int number) =>
            inputs.index_select(0, order.narrow(0, number % Minibatches * options.Minibatch, options.Minibatch));

        int taken = 0;
        var drawn = Lsuv.Apply(network, () => Minibatch(taken++), options.Lsuv, generator);
        var same = Lsuv.Apply(network, Minibatch(0), options.Lsuv, generator);
        var unseen = inputs.narrow(0, Minibatches * options.Minibatch, options.Minibatch);
        var variances = new Dictionary<string, IReadOnlyList<double>> { [LsuvName] = Rounded(Lsuv.Variances(network, unseen)) };
        foreach (var init in new[] { WeightInit.Orthogonal, WeightInit.HeNormal, WeightInit.GlorotNormal })
        {
            init.Apply(network, generator);
            variances[init.Name] = Rounded(Lsuv.Variances(network, unseen));
        }

        return new(
            activation,
            depth,
            [.. same.Select(layer => layer.Rescalings)],
            [.. drawn.Select(layer => layer.Rescalings)],
            same.Count(layer => layer.Reached) + drawn.Count(layer => layer.Reached),
            variances);
    }

    // Half the layers are convolutions of 3×3, the rest linear layers, with an average over 4×4 pixels between.
    private static Sequential Build(long filters, Activation activation, int depth)
    {
        var network = nn.Sequential();
        long side = GeneratedImageOptions.Small.Side, channels = GeneratedImageOptions.Small.Channels;
        for (int l = 0; l < depth / 2; l++, channels = filters)
            network.append(nn.Conv2d(channels, filters, 3, padding: 1)).append(activation.Module());
        network.append(nn.AvgPool2d(Pool)).append(nn.Flatten());
        long units = filters * (side / Pool) * (side / Pool);
        for (int l = 0; l < depth / 2; l++)
            network.append(nn.Linear(units, units)).append(activation.Module());
        return network;
    }

    // Four digits: enough to draw.
    private static IReadOnlyList<double> Rounded(IReadOnlyList<double> values) =>
        [.. values.Select(value => double.Parse(Text.Format("{0:G4}", value), System.Globalization.CultureInfo.InvariantCulture))];
}
