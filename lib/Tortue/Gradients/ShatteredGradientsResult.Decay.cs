using Tortue.Experiments;

namespace Tortue.Gradients;

public sealed partial record ShatteredGradientsResult
{
    /// <summary>Theorem 1 is held against the depths at which its correlation is at least this: smaller ones drown in noise.</summary>
    public const double SmallestJudged = 0.003;

    /// <summary>Theorem 3 is for deep networks: it is held against these depths and greater ones.</summary>
    public const int SmallestDeep = 4;

    /// <summary>An exponent counts as the theory's within this share of it.</summary>
    public const double ExponentTolerance = 0.1;

    /// <summary>How far the share of co-active units may be from a quarter.</summary>
    public const double QuarterTolerance = 0.02;

    private const double Quarter = 0.25;

    /// <summary>
    /// How the correlation of a plain network's gradients at unrelated inputs decays: the slope of log_2 of it over L. Theorem 1 says −1.
    /// The error is twice the standard errors of all depths, added up as if they went together, which they nearly do.
    /// </summary>
    /// <param name="wiring">The kind of network.</param>
    public (double Slope, double Error) PlainDecay(NetworkWiring wiring) => Slope(
        [.. Curve(GradientInputs.Unrelated, wiring).Depths.Where(each => ShatteringTheory.Plain(each.Depth) >= SmallestJudged)],
        depth => depth,
        Math.Log(2));

    /// <summary>
    /// How that of a residual network decays: the slope of its logarithm over that of L. Theorem 3 says −½, for batch norm. The error as
    /// for <see cref="PlainDecay"/>.
    /// </summary>
    /// <param name="wiring">The kind of network.</param>
    public (double Slope, double Error) ResidualDecay(NetworkWiring wiring) =>
        Slope([.. Deep(Curve(GradientInputs.Unrelated, wiring))], depth => Math.Log(depth), 1);

    /// <summary>
    /// Whether theorems 1 and 3 hold for unrelated inputs with batch norm, and their hypothesis: a quarter of the units active at both of
    /// two inputs with batch norm at any depth, ever more without.
    /// </summary>
    public Verdict DecayVerdict()
    {
        var plain = PlainDecay(NetworkWiring.PlainNormalized);
        var residual = ResidualDecay(NetworkWiring.ResidualNormalized);
        double[] normalized = CoActive(NetworkWiring.PlainNormalized), raw = CoActive(NetworkWiring.Plain);
        bool[] parts =
        [
            Agrees(plain, -1),
            Agrees(residual, -0.5),
            normalized.All(share => Math.Abs(share - Quarter) <= QuarterTolerance),
            raw.Zip(raw.Skip(1)).All(pair => pair.Second > pair.First - QuarterTolerance) && raw[^1] > Quarter + 4 * QuarterTolerance,
        ];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                GradientsText.ShatterDecaySentence,
                plain.Slope,
                plain.Error,
                residual.Slope,
                residual.Error,
                DerivedResidualSlope(),
                normalized[^1],
                raw[^1],
                Options.Depths[^1]),
            Text.Format(GradientsText.ShatterDecayRule, ExponentTolerance, QuarterTolerance, Quarter + 4 * QuarterTolerance));
    }

    /// <summary>The slope that <see cref="ShatteringTheory.ResidualNormalizedProduct"/> has over the depths that are judged.</summary>
    internal double DerivedResidualSlope()
    {
        double[] depths = [.. Options.Depths.Where(depth => depth >= SmallestDeep).Select(depth => (double)depth)];
        return depths.Length < 2
            ? double.NaN
            : LogLogSlope.Of(depths, [.. depths.Select(depth => ShatteringTheory.ResidualNormalizedProduct((int)depth, 1))]);
    }

    private static IEnumerable<GradientDepth> Deep(GradientCurve curve) => curve.Depths.Where(each => each.Depth >= SmallestDeep);

    private static bool Agrees((double Slope, double Error) measured, double theory) =>
        Math.Abs(measured.Slope - theory) <= Math.Max(measured.Error, ExponentTolerance * Math.Abs(theory));

    // Least squares; the slope is a sum of the logarithms with weights.
    private static (double Slope, double Error) Slope(IReadOnlyList<GradientDepth> depths, Func<int, double> position, double unit)
    {
        if (depths.Count < 2 || depths.Any(each => each.Correlation <= 0))
            return (double.NaN, double.NaN);
        double[] x = [.. depths.Select(each => position(each.Depth))];
        double mean = x.Average(), spread = x.Sum(value => (value - mean) * (value - mean));
        double slope = 0, error = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double weight = (x[i] - mean) / spread / unit;
            slope += weight * Math.Log(depths[i].Correlation);
            error += 2 * Math.Abs(weight) * depths[i].CorrelationError / depths[i].Correlation;
        }

        return (slope, error);
    }

    private double[] CoActive(NetworkWiring wiring) =>
        [.. Curve(GradientInputs.Unrelated, wiring).Depths.Select(each => each.CoActive)];
}
