using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// How tight Corollary 4 (iii) is: its two bounds on ‖h_L − h_0‖² / ‖h_0‖² at β = ½ beside what random networks of several widths do.
/// </summary>
public static class BoundTightness
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="BoundTightnessOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within milliseconds; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static BoundTightnessResult Run(
        BoundTightnessOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static BoundTightnessResult Measure(
        BoundTightnessOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningTightness, progress, cancellation, cells);
        NetworkEnsemble[] ensembles = [.. options.Shapes().Select(shape => new NetworkEnsemble(shape, options.Networks))];
        var changes = NetworkEnsemble.HiddenChanges(ensembles, options.Seed, options.Threads, run);
        return new(
            options,
            run.Finish(options.Seed, NetworkSimulator.Engine, options.Threads),
            [.. ensembles.Zip(changes, (ensemble, found) => BoundTightnessCell.Of(ensemble.Shape, found, SignificantDigits.OfSamples))]);
    }
}
