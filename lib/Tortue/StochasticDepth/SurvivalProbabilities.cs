namespace Tortue.StochasticDepth;

/// <summary>
/// How likely each block of a network with stochastic depth takes part in a minibatch, and what follows for the number of blocks that do.
/// G. Huang, Y. Sun, Z. Liu, D. Sedra, K. Weinberger, "Deep networks with stochastic depth", ECCV 2016, section 3.
/// </summary>
public static class SurvivalProbabilities
{
    /// <summary>The probabilities p_1 … p_L. The stem, "block 0", always takes part and is not among them.</summary>
    /// <param name="rule">How they follow from the last one.</param>
    /// <param name="blocks">L, at least 1.</param>
    /// <param name="last">p_L, 0 to 1.</param>
    /// <returns>L numbers; p_l is at index l − 1.</returns>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static IReadOnlyList<double> Of(SurvivalRule rule, int blocks, double last)
    {
        if (blocks < 1)
            throw new ArgumentException(Text.Format(StochasticDepthText.BadBlocks, blocks));
        if (!(last is >= 0 and <= 1))
            throw new ArgumentException(Text.Format(StochasticDepthText.BadSurvival, last));
        return [.. Enumerable.Range(1, blocks).Select(l => rule == SurvivalRule.Uniform ? last : 1 - (double)l / blocks * (1 - last))];
    }

    /// <summary>The expected number of blocks that take part, E[L̃] = Σ p_l. Under the linear rule it is L − (1 − p_L)(L + 1) / 2, which is
    /// (3L − 1) / 4 for p_L = ½.</summary>
    /// <param name="survivals">p_1 … p_L.</param>
    public static double ExpectedDepth(IReadOnlyList<double> survivals) => survivals.Sum();

    /// <summary>The variance of the number of blocks that take part, Σ p_l (1 − p_l): blocks survive independently.</summary>
    /// <param name="survivals">p_1 … p_L.</param>
    public static double Variance(IReadOnlyList<double> survivals) => survivals.Sum(p => p * (1 - p));

    /// <summary>
    /// The exact distribution of the number of blocks that take part (Poisson's binomial distribution). Block by block: k blocks of the
    /// first l survive if k of the first l − 1 did and this one does not, or if k − 1 did and it does. That takes L² additions of positive
    /// numbers.
    /// </summary>
    /// <param name="survivals">p_1 … p_L.</param>
    /// <returns>L + 1 numbers that add up to 1: the probabilities of 0, 1, …, L blocks.</returns>
    public static IReadOnlyList<double> Distribution(IReadOnlyList<double> survivals)
    {
        var likely = new double[survivals.Count + 1];
        likely[0] = 1;
        for (int l = 0; l < survivals.Count; l++)
        {
            double p = survivals[l];
            for (int k = l + 1; k > 0; k--)
                likely[k] = likely[k] * (1 - p) + likely[k - 1] * p;
            likely[0] *= 1 - p;
        }

        return likely;
    }
}
