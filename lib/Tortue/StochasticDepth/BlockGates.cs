using Tortue.Data;

namespace Tortue.StochasticDepth;

/// <summary>Which blocks survive a minibatch.</summary>
internal static class BlockGates
{
    /// <summary>Draws b_1 … b_L. Whether block l survives is a function of the seed, the minibatch and l alone, and with a higher p_l it
    /// survives where it did with a lower one.</summary>
    /// <param name="seed">The network's seed.</param>
    /// <param name="minibatch">Number of the minibatch, from 0 on.</param>
    /// <param name="survivals">p_1 … p_L.</param>
    /// <param name="active">L places to write to.</param>
    public static void Draw(ulong seed, uint minibatch, IReadOnlyList<double> survivals, Span<bool> active)
    {
        var chance = new RandomStream(seed, minibatch);
        for (int l = 0; l < active.Length; l++)
            active[l] = chance.Uniform() < survivals[l];
    }
}
