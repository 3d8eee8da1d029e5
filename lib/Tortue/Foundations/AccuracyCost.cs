using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Foundations;

/// <summary>
/// Accuracy against parameters against operations, for networks of several kinds trained on the same generated images. What the lecture
/// shows for networks on ImageNet.
/// </summary>
public static class AccuracyCost
{
    private const int BatchSize = 64;
    private const double LearningRate = 2e-3;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="AccuracyCostOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static AccuracyCostResult Run(
        AccuracyCostOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static AccuracyCostResult Measure(
        AccuracyCostOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(FoundationsText.RunningAccuracyCost, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var images = GeneratedImages.Make(options.Images);
        var (training, test) = images.Split(options.Examples / 4, options.Seed);
        var normalization = Normalization.Of(training);
        (training, test) = (normalization.Apply(training), normalization.Apply(test));

        var rows = new List<AccuracyCostRow>();
        var candidates = Candidates(training).ToArray();
        foreach (var (name, convolutional, make) in candidates)
        {
            var accuracies = new List<double>();
            for (int r = 0; r < options.Runs; r++)
            {
                ulong seed = options.Seed + (ulong)r;
                accuracies.Add(run.Cell(
                    $"{name}/seed {seed}", () => Learn(make, training, test, options.Epochs, seed, run.Cancellation)));
                run.Report(rows.Count * options.Runs + r + 1, candidates.Length * options.Runs);
            }

            using var model = make();
            var summary = ModelSummary.Of(model, training.InputShape);
            rows.Add(new(name, convolutional, summary.Parameters, summary.Operations, accuracies));
        }

        return new(options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), rows);
    }

    private static IEnumerable<(string Name, bool Convolutional, Func<nn.Module<Tensor, Tensor>> Make)> Candidates(LabelledData data)
    {
        var (channels, side, classes) = (data.InputShape[0], data.InputShape[1], data.Classes.Count);
        long inputs = channels * side * side;
        yield return (FoundationsText.LinearName, false, () => Networks.LinearClassifier(inputs, classes));
        foreach (long width in new long[] { 32, 256, 1024 })
            yield return (Text.Format(FoundationsText.PerceptronName, width), false, () => Networks.Perceptron(inputs, classes, width, width));
        foreach (long width in new long[] { 4, 8, 16 })
            yield return (Text.Format(FoundationsText.ConvolutionalName, width), true, () => Networks.Convolutional(channels, side, classes, width));
        foreach (long width in new long[] { 4, 8, 16 })
            yield return (Text.Format(FoundationsText.ResNetName, width), true, () => ResNet.Small(channels, classes, width: width));
    }

    private static double Learn(
        Func<nn.Module<Tensor, Tensor>> make, LabelledData training, LabelledData test, int epochs, ulong seed, CancellationToken cancellation)
    {
        manual_seed((long)seed);
        using var scope = NewDisposeScope();
        using var model = make();
        var fit = new TrainingOptions
        {
            Epochs = epochs,
            BatchSize = BatchSize,
            Optimizer = parameters => optim.Adam(parameters, LearningRate),
            Seed = seed,
        };
        Fitting.RunQuietly(model, training, null, fit, cancellation);
        return Evaluation.Of(model, test, cancellation: cancellation).Accuracy;
    }
}
