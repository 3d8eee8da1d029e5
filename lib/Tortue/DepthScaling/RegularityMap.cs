using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// How much a deep residual network changes its input, and its gradient on the way back, over the regularity H of its weights and the
/// exponent β of α_L = L^(−β): figure 7 of P. Marion, A. Fermanian, G. Biau, J.-P. Vert, "Scaling ResNets in the large-depth regime",
/// JMLR 26 (2025). The border between explosion and identity, the critical β, is measured with networks of a sixteenth of the depth.
/// </summary>
/// <remarks>
/// <para>
/// All β and inputs share a draw of the weights and travel as columns of one matrix. The networks of a sixteenth of the depth have the sums
/// of sixteen layers of the deep ones for weights, which are fractional noise of the same H again; so part of what is chance falls out of
/// the comparison. With 40 draws of either size, L = 1,024 and res-3, the standard deviation of the critical β between draws was 0.05 to
/// 0.07 for H up to ½ and 0.005 to 0.03 from 0.7 on; with weights drawn anew for the small networks it was 0.06 to 0.08 and 0.06 to 0.10,
/// and with the same weights but a quarter of the depth 0.11 to 0.15 and 0.006 to 0.04. Hence the sixteenth, and the shared weights.
/// </para>
/// <para>
/// Where the border should lie, to first order in α, tells <see cref="RegularityMapResult.FirstOrder"/>. Res-1 meets double sums of the
/// noise at second order, which for H below ¼ are of the order L^½ instead of L^(2H), as fractional Brownian motion has no Lévy area there
/// (L. Coutin, Z. Qian, 2002): as measured at L = 1,000, its gradients explode below about β = ¼ however rough the weights are. Hidden
/// states lose what h_0 was before they explode, so that their change stays near 1 over a range of β and the border is no sharp one.
/// </para>
/// </remarks>
public static class RegularityMap
{
    /// <summary>What is larger than ten to this power counts as that; the authors' code writes 16 for what overflows.</summary>
    public const double Overflow = 16;

    /// <summary>The critical β compares the change of the networks with that of networks of so many times fewer layers.</summary>
    public const int DepthRatio = 16;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="RegularityMapOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each H.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RegularityMapResult Run(
        RegularityMapOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static RegularityMapResult Measure(
        RegularityMapOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningRegularity, progress, cancellation, cells);
        var rows = ParallelCells.Run(
            run,
            [.. options.AllHurstExponents().Index()],
            job => Text.Format("H = {0}", job.Item),
            job => Row(options, job.Index, job.Item, run.Cancellation),
            options.Threads,
            soFar => run.Show(() => new RegularityMapResult(options, RunRecord.UnderWay(options.Seed, options.Threads), soFar).Figure()));
        return new(options, run.Finish(options.Seed, NetworkSimulator.Engine, options.Threads), rows);
    }

    private static RegularityRow Row(RegularityMapOptions options, int index, double hurst, CancellationToken cancellation)
    {
        var shape = options.Shape(hurst);
        var betas = options.AllBetas();
        var draws = Math.Max(options.Draws, options.CriticalDraws);
        var hidden = new Quantity(betas.Length);
        var gradients = new Quantity(betas.Length);
        for (var draw = 0; draw < draws; draw++)
        {
            var isOfMap = draw < options.Draws;
            var weights = new SharedWeights(new(shape, options.Seed, index, draw), isOfMap ? options.Inputs : 1, draws);
            var deep = weights.Changes(betas, cancellation);
            var shallow = weights.Coarser(DepthRatio).Changes(betas, cancellation);
            hidden.Add(deep.Hidden, shallow.Hidden, isOfMap);
            gradients.Add(deep.Gradients, shallow.Gradients, isOfMap);
        }

        return new(hurst, hidden.Medians(), gradients.Medians(), hidden.Critical(betas), gradients.Critical(betas));
    }

    // Decimal logarithms of a ratio, draw after draw of the weights; all inputs of a β follow each other.
    private sealed class Quantity(int betas)
    {
        private readonly List<double>[] _ofMap = [.. Enumerable.Range(0, betas).Select(_ => new List<double>())];
        private readonly List<double[]> _growth = [];

        public void Add(double[] deep, double[] shallow, bool isOfMap)
        {
            var growth = new double[betas];
            var inputs = deep.Length / betas;
            for (var i = 0; i < deep.Length; i++)
            {
                var logarithm = Logarithm(deep[i]);
                growth[i / inputs] += (logarithm - Logarithm(shallow[i])) / inputs;
                if (isOfMap)
                    _ofMap[i / inputs].Add(logarithm);
            }

            _growth.Add(growth);
        }

        public double[] Medians() => [.. _ofMap.Select(all => Math.Round(SampleSummary.MedianOf(all), 3))];

        public MeanError? Critical(double[] exponents) => CriticalExponent.Measured(exponents, _growth) is { } critical
            ? new(Math.Round(critical.Mean, 4), Math.Round(critical.StandardError, 5))
            : null;

        private static double Logarithm(double ratio) => Math.Clamp(Math.Log10(ratio), -Overflow, Overflow);
    }
}
