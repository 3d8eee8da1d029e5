using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Foundations;

/// <summary>
/// A network learns random labels by heart as it learns true ones; only with true ones does it then know anything about new images.
/// C. Zhang, S. Bengio, M. Hardt, B. Recht, O. Vinyals, "Understanding deep learning requires rethinking generalization", ICLR 2017.
/// </summary>
public static class RandomLabels
{
    private const int BatchSize = 50;
    private const double LearningRate = 1e-3;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="RandomLabelsOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RandomLabelsResult Run(
        RandomLabelsOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static RandomLabelsResult Measure(
        RandomLabelsOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(FoundationsText.RunningRandomLabels, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var images = GeneratedImages.Make(new() { Count = 2 * options.Examples, Seed = options.Seed });
        var (training, test) = images.Split(options.Examples, options.Seed);
        var normalization = Normalization.Of(training);
        (training, test) = (normalization.Apply(training), normalization.Apply(test));
        var shuffled = training.WithRandomLabels(options.Seed);

        var curves = new List<RandomLabelsCurve>();
        for (int r = 0; r < options.Runs; r++)
        {
            foreach (bool random in new[] { false, true })
            {
                ulong seed = options.Seed + (ulong)r;
                curves.Add(run.Cell(
                    $"{(random ? "random" : "true")} labels/seed {seed}",
                    () => Learn(options, random ? shuffled : training, test, random, seed, run.Cancellation)));
                run.Report(curves.Count, 2 * options.Runs);
            }
        }

        return new(options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), test.Classes.Count, curves);
    }

    private static RandomLabelsCurve Learn(
        RandomLabelsOptions options, LabelledData training, LabelledData test, bool random, ulong seed, CancellationToken cancellation)
    {
        manual_seed((long)seed);
        using var scope = NewDisposeScope();
        long inputs = training.InputShape.Aggregate(1L, (a, b) => a * b);
        using var model = Networks.Perceptron(inputs, training.Classes.Count, options.Width, options.Width);
        var fit = new TrainingOptions
        {
            Epochs = options.Epochs,
            BatchSize = BatchSize,
            Optimizer = parameters => optim.Adam(parameters, LearningRate),
            Seed = seed,
        };
        var history = Fitting.RunQuietly(model, training, test, fit, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return new(
            random,
            [.. history.Epochs.Select(epoch => epoch.TrainingAccuracy)],
            [.. history.Epochs.Select(epoch => epoch.ValidationAccuracy!.Value)],
            Evaluation.Of(model, training, cancellation: cancellation).Accuracy);
    }
}
