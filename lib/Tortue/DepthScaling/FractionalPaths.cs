using Tortue.Experiments;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// What weights of different regularity look like along the depth: paths of fractional Brownian motion, whose increments they are. Figure 6
/// of P. Marion, A. Fermanian, G. Biau, J.-P. Vert, "Scaling ResNets in the large-depth regime", JMLR 26 (2025).
/// </summary>
public static class FractionalPaths
{
    private const int MostPoints = 1000;

    /// <summary>Draws the paths.</summary>
    /// <param name="options">The settings; <see cref="FractionalPathsOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each H.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static FractionalPathsResult Run(
        FractionalPathsOptions? options = null, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation));

    private static FractionalPathsResult Measure(
        FractionalPathsOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningFractional, progress, cancellation);
        var paths = new List<FractionalPath>();
        foreach (var hurst in options.HurstExponents)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            paths.Add(Draw(options, hurst, paths.Count));
            run.Report(paths.Count, options.HurstExponents.Count);
        }

        return new(options, run.Finish(options.Seed, NetworkSimulator.Engine, threads: 1), paths);
    }

    private static FractionalPath Draw(FractionalPathsOptions options, double hurst, int index)
    {
        var increments = new float[options.Steps * options.Paths];
        var counter = new PhiloxCounter(0, 0, 0, (uint)index);
        StationaryGaussian.FractionalNoise(options.Steps, hurst).Fill(increments, options.Paths, options.Paths, 1, counter, options.Seed);
        var all = new double[options.Paths][];
        for (var path = 0; path < all.Length; path++)
        {
            all[path] = new double[options.Steps + 1];
            for (var k = 0; k < options.Steps; k++)
                all[path][k + 1] = all[path][k] + increments[k * options.Paths + path];
        }

        var points = Math.Min(MostPoints, options.Steps + 1);
        int[] steps = [.. Enumerable.Range(0, points).Select(i => (int)((long)i * options.Steps / (points - 1)))];
        var scale = Math.Pow(options.Steps, hurst);
        return new(
            hurst,
            steps,
            [.. steps.Select(k => Math.Round(all[0][k] / scale, 5))],
            [.. all.Select(path => Math.Round(HurstExponent.Of(path), 5))]);
    }
}
