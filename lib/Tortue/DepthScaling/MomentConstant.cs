namespace Tortue.DepthScaling;

/// <summary>The constant C of assumption (A2): E‖g(h, θ)‖⁸ ≤ C ‖h‖⁸ for every h.</summary>
public static class MomentConstant
{
    // Moments of order 2, 4, 6, 8 of a standard normal number.
    private static readonly double[] NormalMoments = [1, 3, 15, 105];

    /// <summary>
    /// A constant that is valid for networks of this layer, activation, law and width, and for all wider ones; null where none is.
    /// </summary>
    /// <remarks>
    /// Res-1: |σ(x)| ≤ |x| gives C = 1. Res-2: none, as a bias leaves E‖g‖ above 0 at h = 0. Res-3: (W h)_i = ‖h‖ ξ_i / √d with ξ_i
    /// independent, symmetric, of variance 1. For the normal law ξ is standard normal; for the uniform law every even moment of ξ is at
    /// most that, as a uniform number of variance 1 has smaller even moments than a normal one and the moments of the sum are sums of
    /// products of them. So with Y_i = σ(ξ_i)², E Y^k ≤ m_k = (1 + a^{2k})/2 · (2k − 1)!! (a the slope on negative numbers, 1 in place of
    /// it for tanh), and the fourth power of ‖g‖²/‖h‖² = ΣY_i/d has at most the expectation that counting equal indices gives. It falls
    /// with d: 52.5 at d = 1, 0.097 at d = 64, towards m_1⁴ = 1/16 for ReLU.
    /// </remarks>
    /// <param name="shape">The networks.</param>
    public static double? Of(ResidualShape shape) => shape.Model switch
    {
        ResidualModel.Res1 => 1,
        ResidualModel.Res2 => null,
        _ => FourthMomentOfMean(shape.Width, shape.Activation.NegativeSlope ?? 1),
    };

    private static double FourthMomentOfMean(double d, double slope)
    {
        var m = new double[4];
        for (var k = 0; k < m.Length; k++)
            m[k] = (1 + Math.Pow(slope, 2 * (k + 1))) / 2 * NormalMoments[k];
        var sum = d * m[3]
            + 4 * d * (d - 1) * m[0] * m[2]
            + 3 * d * (d - 1) * m[1] * m[1]
            + 6 * d * (d - 1) * (d - 2) * m[0] * m[0] * m[1]
            + d * (d - 1) * (d - 2) * (d - 3) * Math.Pow(m[0], 4);
        return sum / Math.Pow(d, 4);
    }
}
