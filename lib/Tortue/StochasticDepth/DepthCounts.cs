using MathNet.Numerics.Distributions;

namespace Tortue.StochasticDepth;

/// <summary>How often each depth was drawn.</summary>
/// <param name="Rule">How the blocks' survival probabilities follow from the last one's.</param>
/// <param name="LastSurvival">p_L, the survival probability of the last block.</param>
/// <param name="Counts">Minibatches in which 0, 1, …, L blocks took part.</param>
/// <remarks>
/// Three standard errors for each setting by itself would not do: of the 18 settings of a standard run one lies beyond by chance in one run
/// of fifteen (with seed 1 the mean at p_L = 0.6 does, by 3.02; with ten times as many draws it is at 0.5).
/// </remarks>
public sealed record DepthCounts(SurvivalRule Rule, double LastSurvival, IReadOnlyList<int> Counts)
{
    /// <summary>A run whose settings are all right fails in so large a share of all cases, at most.</summary>
    public const double FalseAlarms = 0.01;

    // Below this many expected draws χ² does not follow its distribution; such depths are put together with their neighbours.
    private const double FewestExpected = 5;

    /// <summary>The blocks' survival probabilities p_1 … p_L.</summary>
    public IReadOnlyList<double> Survivals() => SurvivalProbabilities.Of(Rule, Counts.Count - 1, LastSurvival);

    /// <summary>The exact expected depth, Σ p_l.</summary>
    public double Expected() => SurvivalProbabilities.ExpectedDepth(Survivals());

    /// <summary>The mean depth of the draws.</summary>
    public double Mean() => Counts.Select((count, depth) => (double)count * depth).Sum() / Draws;

    /// <summary>The exact standard error of <see cref="Mean"/>, √(Σ p_l (1 − p_l) / draws).</summary>
    public double StandardError() => Math.Sqrt(SurvivalProbabilities.Variance(Survivals()) / Draws);

    /// <summary>Whether the draws are those of the exact distribution, as far as they can tell: mean and χ².</summary>
    /// <param name="settings">How many settings the run has, at least 1.</param>
    public bool Holds(int settings) =>
        Math.Abs(Mean() - Expected()) <= MostErrors(settings) * StandardError() + 1e-9 && FitsDistribution(HighestQuantile(settings));

    /// <summary>How many standard errors the mean may be away from the exact one.</summary>
    /// <param name="settings">How many settings the run has.</param>
    internal static double MostErrors(int settings) => Normal.InvCDF(0, 1, 1 - Level(settings) / 2);

    /// <summary>The quantile of its distribution that χ² has to be below.</summary>
    /// <param name="settings">How many settings the run has.</param>
    internal static double HighestQuantile(int settings) => 1 - Level(settings);

    // Two tests for each setting.
    private static double Level(int settings) => FalseAlarms / (2 * settings);

    private double Draws => Counts.Sum(count => (double)count);

    private bool FitsDistribution(double quantile)
    {
        var likely = SurvivalProbabilities.Distribution(Survivals());
        if (Counts.Zip(likely).Any(depth => depth.First > 0 && depth.Second == 0))
            return false;
        var pooled = new List<(double Drawn, double Expected)>();
        var (drawn, expected) = (0.0, 0.0);
        foreach (var (count, p) in Counts.Zip(likely))
        {
            (drawn, expected) = (drawn + count, expected + p * Draws);
            if (expected < FewestExpected)
                continue;
            pooled.Add((drawn, expected));
            (drawn, expected) = (0, 0);
        }

        pooled[^1] = (pooled[^1].Drawn + drawn, pooled[^1].Expected + expected);
        double chiSquare = pooled.Sum(cell => (cell.Drawn - cell.Expected) * (cell.Drawn - cell.Expected) / cell.Expected);
        return pooled.Count == 1 || chiSquare <= ChiSquared.InvCDF(pooled.Count - 1, quantile);
    }
}
