using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// <see cref="DepthGrowth"/> with weights that are samples of a smooth function of the depth: figures 4 (hidden states) and 5 (gradients) of
/// P. Marion, A. Fermanian, G. Biau, J.-P. Vert, "Scaling ResNets in the large-depth regime", JMLR 26 (2025). The exponent that survives
/// depth moves from ½ to 1.
/// </summary>
/// <remarks>
/// Every entry has the standard deviation 1/√d exactly; the authors' code divides by that of the entries drawn, which differs by about a
/// hundredth.
/// </remarks>
public static class SmoothGrowth
{
    /// <summary>Runs the experiment; one run gives both figures.</summary>
    /// <param name="options">The settings; <see cref="SmoothGrowthOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SmoothGrowthResult Run(
        SmoothGrowthOptions? options = null, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation));

    private static SmoothGrowthResult Measure(
        SmoothGrowthOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        var growth = DepthGrowth.Measure(options.Growth(), progress, cancellation);
        return new(options, growth.Run, growth.Cells);
    }
}
