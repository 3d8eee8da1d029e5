using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// How the norms of the last hidden state and of the first gradient are distributed over random networks at β = ½: figure 2 of P. Marion,
/// A. Fermanian, G. Biau, J.-P. Vert, "Scaling ResNets in the large-depth regime", JMLR 26 (2025).
/// </summary>
public static class NormDistribution
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="NormDistributionOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within milliseconds; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static NormDistributionResult Run(
        NormDistributionOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static NormDistributionResult Measure(
        NormDistributionOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningDistribution, progress, cancellation, cells);
        var ensemble = new NetworkEnsemble(options.Network, options.Networks);
        var samples = NetworkEnsemble.Run([ensemble], options.Seed, options.Threads, run)[0];
        return new(
            options,
            run.Finish(options.Seed, NetworkSimulator.Engine, options.Threads),
            [.. samples.Select(sample => SignificantDigits.Round(sample.HiddenRatio))],
            [.. samples.Select(sample => SignificantDigits.Round(sample.GradientRatio))]);
    }
}
