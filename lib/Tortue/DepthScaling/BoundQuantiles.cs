using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// Everything that the course's notes prove of ‖h_L − h_0‖² / ‖h_0‖², Propositions 2 and 3 and Corollary 4 (iii), beside what random
/// networks do: over widths, depths and exponents, as far as each statement applies and says something.
/// </summary>
public static class BoundQuantiles
{
    // A cell keeps hundreds of networks, and a thousandth of a ratio moves none across a bound.
    private const int Digits = 4;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="BoundQuantilesOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within milliseconds; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static BoundQuantilesResult Run(
        BoundQuantilesOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static BoundQuantilesResult Measure(
        BoundQuantilesOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningQuantiles, progress, cancellation, cells);
        NetworkEnsemble[] ensembles = [.. options.Shapes().Select(shape => new NetworkEnsemble(shape, options.Networks))];
        var changes = NetworkEnsemble.HiddenChanges(ensembles, options.Seed, options.Threads, run);
        return new(
            options,
            run.Finish(options.Seed, NetworkSimulator.Engine, options.Threads),
            [.. ensembles.Zip(changes, (ensemble, found) => BoundTightnessCell.Of(ensemble.Shape, found, Digits))]);
    }
}
