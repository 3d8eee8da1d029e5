using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// How much a deep residual network changes its input, and the gradient on its way back, at initialisation: figures 1 (hidden states) and 3
/// (gradients) of P. Marion, A. Fermanian, G. Biau, J.-P. Vert, "Scaling ResNets in the large-depth regime", JMLR 26 (2025).
/// </summary>
public static class DepthGrowth
{
    /// <summary>Runs the experiment; one run gives both figures.</summary>
    /// <param name="options">The settings; <see cref="DepthGrowthOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within milliseconds; so does interrupting the notebook's cell.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DepthGrowthResult Run(
        DepthGrowthOptions? options = null, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation));

    /// <summary>Measures, for this experiment and for those that read its numbers otherwise.</summary>
    internal static DepthGrowthResult Measure(
        DepthGrowthOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningGrowth, progress, cancellation);
        var ensembles = options.Ensembles();
        var samples = NetworkEnsemble.Run(ensembles, options.Seed, options.Threads, run.Progress, run.Cancellation);
        return new(
            options,
            run.Finish(options.Seed, NetworkSimulator.Engine, options.Threads),
            [.. ensembles.Zip(samples, DepthGrowthCell.Of)]);
    }
}
