using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// How the norms of the hidden states and of the gradients move along the layers of a few networks: what lies behind one point of
/// <see cref="DepthGrowth"/>.
/// </summary>
public static class NormPaths
{
    private const int MostPoints = 250;

    /// <summary>Runs the networks.</summary>
    /// <param name="options">The settings; <see cref="NormPathsOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within milliseconds; so does interrupting the notebook's cell.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static NormPathsResult Run(
        NormPathsOptions? options = null, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation));

    private static NormPathsResult Measure(
        NormPathsOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningPaths, progress, cancellation);
        var paths = new NormPath[options.Betas.Count * options.Networks];
        ParallelJobs.Run(
            paths.Length,
            options.Threads,
            _ => options.Network.WeightCount,
            () => (States: new double[options.Network.Depth + 1], Gradients: new double[options.Network.Depth + 1]),
            (norms, job) =>
            {
                var (ensemble, network) = Math.DivRem(job, options.Networks);
                var shape = options.Network with { Beta = options.Betas[ensemble] };
                new NetworkSimulator(shape).Run(ensemble, network, options.Seed, norms.States, norms.Gradients, run.Cancellation);
                paths[job] = Thinned(shape.Beta, norms.States, norms.Gradients);
            },
            run.Progress,
            run.Cancellation);
        return new(options, run.Finish(options.Seed, NetworkSimulator.Engine, options.Threads), paths);
    }

    private static NormPath Thinned(double beta, double[] states, double[] gradients)
    {
        var depth = states.Length - 1;
        var points = Math.Min(MostPoints, depth + 1);
        int[] layers = [.. Enumerable.Range(0, points).Select(i => (int)((long)i * depth / (points - 1)))];
        return new(
            beta,
            layers,
            [.. layers.Select(k => states[k] / states[0])],
            [.. layers.Select(k => gradients[k] / gradients[depth])]);
    }
}
