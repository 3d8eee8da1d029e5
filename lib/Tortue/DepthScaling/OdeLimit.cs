using Tortue.Experiments;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// Weights that are values of a smooth random function of the depth, V_k = 𝒱_{k/L}, with α_L = 1/L: the network is Euler's method for dH_t
/// = 𝒱_t g(H_t, 𝒲_t) dt, and its distance to the equation's solution is measured over the depth. P. Marion, A. Fermanian, G. Biau, J.-P.
/// Vert, "Scaling ResNets in the large-depth regime", JMLR 26 (2025), give O(1/L).
/// </summary>
/// <remarks>
/// One and the same function serves all depths (<see cref="SmoothGaussian"/>: the limit of the authors' smooth weights). As in the paper's
/// recurrence, layer k + 1 takes its weights at the end of its step. Beside it run networks with independent layers and the same α_L = 1/L,
/// which tend to the identity.
/// </remarks>
public static class OdeLimit
{
    private const int SolutionPoints = 400;

    private static readonly int[] PathDepths = [5, 10, 20, 40, 80, 160, 320];

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="OdeLimitOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within milliseconds; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static OdeLimitResult Run(
        OdeLimitOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static OdeLimitResult Measure(
        OdeLimitOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningOdeLimit, progress, cancellation, cells);
        var networks = ParallelCells.Run(
            run,
            [.. Enumerable.Range(0, options.Networks)],
            network => Text.Format("{0}", network),
            network => Measure(options, network, run.Cancellation),
            options.Threads);
        var (solution, paths) = Paths(options, run.Cancellation);
        return new(options, run.Finish(options.Seed, DepthScalingText.LimitEngine, options.Threads), networks, solution, paths);
    }

    private static OdeLimitNetwork Measure(OdeLimitOptions options, int index, CancellationToken cancellation)
    {
        var networks = new SmoothNetworks(options, index, cancellation);
        var unit = DoubleVectors.Norm(networks.Start);
        var reference = networks.Solve(options.ReferenceSteps);
        var halved = networks.Solve(options.ReferenceSteps / 2);
        var smooth = options.Depths.Select(networks.Run).ToArray();
        var independent = options.Depths.Select((depth, i) => networks.RunIndependent(depth, i + 2)[^1]).ToArray();
        var errors = options.Variants().Select((variant, v) => new OdeLimitErrors(
            variant.Model,
            variant.Activation,
            Distance(reference[^1], reference[0], v),
            Largest(halved, reference, v),
            [.. smooth.Select(states => Largest(states, reference, v))],
            [.. smooth.Select(states => Distance(states[^1], reference[^1], v))]));
        return new(
            [.. errors],
            [.. independent.Select(last => Distance(last, reference[^1], 0))],
            [.. independent.Select(last => Distance(last, reference[0], 0))]);

        double Distance(double[] a, double[] b, int variant) =>
            SignificantDigits.Round(DoubleVectors.Distance(networks.Of(a, variant), networks.Of(b, variant)) / unit);

        double Largest(double[][] states, double[][] reference, int variant)
        {
            var stride = (reference.Length - 1) / (states.Length - 1);
            return states.Select((state, k) => Distance(state, reference[k * stride], variant)).Max();
        }
    }

    // The first network of the first kind.
    private static (HiddenPath Solution, IReadOnlyList<HiddenPath> Paths) Paths(OdeLimitOptions options, CancellationToken cancellation)
    {
        var networks = new SmoothNetworks(options, 0, cancellation);
        var solution = networks.Solve(options.ReferenceSteps);
        var stride = Enumerable.Range(1, options.ReferenceSteps)
            .Last(step => options.ReferenceSteps % step == 0 && (step == 1 || options.ReferenceSteps / step >= SolutionPoints));
        return (First(solution, stride), [.. PathDepths.Select(depth => First(networks.Run(depth), 1))]);

        HiddenPath First(double[][] states, int every) =>
            HiddenPath.Of([.. states.Where((_, k) => k % every == 0).Select(state => networks.Of(state, 0).ToArray())]);
    }
}
