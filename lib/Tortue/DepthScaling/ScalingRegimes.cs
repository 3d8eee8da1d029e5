using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// The three regimes of L α_L²: whatever the depth and the exponent, only this product decides how much a network changes its input. Far
/// below 1 the network is the identity, around 1 it does something, far above 1 it explodes.
/// </summary>
public static class ScalingRegimes
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="ScalingRegimesOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within milliseconds; so does interrupting the notebook's cell.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ScalingRegimesResult Run(
        ScalingRegimesOptions? options = null, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation));

    private static ScalingRegimesResult Measure(
        ScalingRegimesOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        var growth = DepthGrowth.Measure(options.Growth(), progress, cancellation);
        return new(options, growth.Run, growth.Cells);
    }
}
