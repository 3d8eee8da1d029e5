using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// How well residual networks do after one epoch, against their depth: with batch norm, and without it from Xavier's initialisation and
/// from Fixup's. Figure 3 of H. Zhang, Y. N. Dauphin, T. Ma, "Fixup initialization: residual learning without normalization", ICLR 2019.
/// </summary>
/// <remarks>
/// Rate and momentum are the authors' defaults; the task, the width and an epoch of some 200 steps are ours. At this size batch norm falls
/// behind with depth, which the paper does not see. Tried besides, with one seed at 2, 8 and 32 blocks: rate 0.02 and 500 steps of 16
/// images (batch norm 47, 26, 13 %; Fixup 29, 30, 30 %; Xavier 30, 24 %, diverged), and averages over 2×2 places before the classifier at
/// that rate (batch norm 40, 36, 20 %; Fixup 16, 16, 16 %; Xavier 21, 29, 19 %). Fixup's accuracy did not depend on depth in either.
/// </remarks>
public static class FixupDepth
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="FixupDepthOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static FixupDepthResult Run(
        FixupDepthOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static FixupDepthResult Measure(
        FixupDepthOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(GradientsText.FixupDepthRunning, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var images = GeneratedImages.Make(new() { Count = options.Examples + options.Examples / 2, Seed = options.Seed });
        var (training, test) = images.Split(options.Examples / 2, options.Seed);
        var normalization = Normalization.Of(training);
        (training, test) = (normalization.Apply(training), normalization.Apply(test));

        var jobs = (
            from scheme in Enum.GetValues<ResidualScheme>()
            from depth in options.Depths
            from r in Enumerable.Range(0, options.Runs)
            select (Scheme: scheme, Depth: depth, Seed: options.Seed + (ulong)r)).ToArray();
        var (total, done) = (jobs.Sum(job => job.Depth + 1), 0);
        var trainings = new List<FixupTraining>();
        foreach (var (scheme, depth, seed) in jobs)
        {
            trainings.Add(run.Cell(
                $"{scheme}/{depth} blocks/seed {seed}", () => Train(options, training, test, scheme, depth, seed, run.Cancellation)));
            run.Report(done += depth + 1, total);
        }

        return new(options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), test.Classes.Count, trainings);
    }

    private static FixupTraining Train(
        FixupDepthOptions options,
        LabelledData training,
        LabelledData test,
        ResidualScheme scheme,
        int depth,
        ulong seed,
        CancellationToken cancellation)
    {
        manual_seed((long)seed);
        using var scope = NewDisposeScope();
        using var model = new ResidualTower(
            scheme, training.InputShape[0], training.InputShape[1], training.Classes.Count, depth, options.Width);
        var fit = new TrainingOptions
        {
            Epochs = 1,
            BatchSize = options.BatchSize,
            Optimizer = _ => model.Descent(options.LearningRate, options.Momentum),
            Seed = seed,
        };
        var history = Fitting.RunQuietly(model, training, null, fit, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var guessing = new FixupTraining(scheme, depth, seed, 1.0 / test.Classes.Count, Diverged: true);
        if (history.End == TrainingEnd.Diverged)
            return guessing;

        // The last step may have been the one that lost it.
        var seen = Evaluation.Of(model, test, cancellation: cancellation);
        return double.IsFinite(seen.Loss) ? guessing with { Accuracy = seen.Accuracy, Diverged = false } : guessing;
    }
}
