using MathNet.Numerics.Distributions;

namespace Tortue.StochasticDepth;

/// <summary>How often each depth was drawn.</summary>
/// <param name="Rule">How the blocks' survival probabilities follow from the last one's.</param>
/// <param name="LastSurvival">p_L, the survival probability of the last block.</param>
/// <param name="Counts">Minibatches in which 0, 1, …, L blocks took part.</param>
public sealed record DepthCounts(SurvivalRule Rule, double LastSurvival, IReadOnlyList<int> Counts)
{
    /// <summary>A mean so many standard errors away from the exact one is not the exact one.</summary>
    public const double MostErrors = 3;

    /// <summary>χ² lies below this quantile of its distribution unless something is wrong, or in one case of a thousand.</summary>
    public const double HighestQuantile = 0.999;

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
    public bool Holds() => Math.Abs(Mean() - Expected()) <= MostErrors * StandardError() + 1e-9 && FitsDistribution();

    private double Draws => Counts.Sum(count => (double)count);

    private bool FitsDistribution()
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
        return pooled.Count == 1 || chiSquare <= ChiSquared.InvCDF(pooled.Count - 1, HighestQuantile);
    }
}
