using System.Numerics;
using Tortue.Experiments;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// Independent normal weights with α_L = 1/√L: the network res-1 is Euler's method for the stochastic differential equation dH_t = (1/√d)
/// dB_t σ(H_t), B being a d × d Brownian motion, and its strong error is measured over the depth: the root mean square, over many paths, of
/// the distance between hidden states that see the same path. P. Marion, A. Fermanian, G. Biau, J.-P. Vert, "Scaling ResNets in the
/// large-depth regime", JMLR 26 (2025), give O(1/√L).
/// </summary>
public static class SdeLimit
{
    private const int DeepestPath = 1024;
    private const int ShallowestPath = 4;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="SdeLimitOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within milliseconds; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SdeLimitResult Run(
        SdeLimitOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static SdeLimitResult Measure(
        SdeLimitOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningSdeLimit, progress, cancellation, cells);
        var networks = ParallelCells.Run(
            run,
            [.. Enumerable.Range(0, options.Networks)],
            network => Text.Format("{0}", network),
            network => Measure(options, network, run.Cancellation),
            options.Threads);
        var paths = Paths(options, run.Cancellation);
        return new(options, run.Finish(options.Seed, DepthScalingText.LimitEngine, options.Threads), networks, paths);
    }

    private static SdeLimitNetwork Measure(SdeLimitOptions options, int index, CancellationToken cancellation)
    {
        var networks = new BrownianNetworks(
            options.Activations, options.Width, options.FinestDepth, options.Depths[0], index, options.Seed);
        var unit = DoubleVectors.Norm(networks.Start);
        var kinds = options.Activations.Count;
        var last = new double[networks.Levels, kinds, 2];
        var largest = new double[networks.Levels, kinds, 2];
        networks.Run(
            level =>
            {
                for (var kind = 0; level > 0 && kind < kinds; kind++)
                {
                    Note(level, kind, SdeReference.Finest, 0);
                    Note(level, kind, SdeReference.Doubled, level - 1);
                }
            },
            cancellation);
        int[] levels = [.. options.Depths.Select(depth => BitOperations.Log2((uint)(options.FinestDepth / depth)))];
        return new([.. options.Activations.Select((activation, kind) => new SdeLimitErrors(
            activation,
            Of(last, kind, SdeReference.Finest),
            Of(largest, kind, SdeReference.Finest),
            Of(last, kind, SdeReference.Doubled),
            Of(largest, kind, SdeReference.Doubled)))]);

        void Note(int level, int kind, SdeReference reference, int other)
        {
            var distance = DoubleVectors.Distance(networks.State(level, kind), networks.State(other, kind)) / unit;
            last[level, kind, (int)reference] = distance;
            largest[level, kind, (int)reference] = Math.Max(largest[level, kind, (int)reference], distance);
        }

        double[] Of(double[,,] errors, int kind, SdeReference reference) =>
            [.. levels.Select(level => SignificantDigits.Round(errors[level, kind, (int)reference]))];
    }

    // The first path with the first activation, all depths from 4 to 1,024 layers.
    private static IReadOnlyList<HiddenPath> Paths(SdeLimitOptions options, CancellationToken cancellation)
    {
        var networks = new BrownianNetworks(
            [options.Activations[0]], options.Width, options.FinestDepth, ShallowestPath, 0, options.Seed);
        var states = Enumerable.Range(0, networks.Levels).Select(_ => new List<double[]> { networks.Start }).ToArray();
        networks.Run(
            level =>
            {
                if (options.FinestDepth >> level <= DeepestPath)
                    states[level].Add(networks.State(level, 0).ToArray());
            },
            cancellation);
        return [.. states.Where(path => path.Count > 1).Reverse().Select(HiddenPath.Of)];
    }
}
