using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>What can be said exactly about random residual networks, at any width and depth.</summary>
public static class ExactGrowth
{
    /// <summary>
    /// E[‖h_L − h_0‖² / ‖h_0‖²] = E[‖p_0 − p_L‖² / ‖p_L‖²] = (1 + c α_L²)^L − 1, where it holds; null elsewhere.
    /// </summary>
    /// <remarks>
    /// Forward: V is independent of h_k, with entries of mean 0 and variance 1/d, so E‖V g‖² = E‖g‖² and the increments of h are
    /// orthogonal. For res-3 the entries of W h are symmetric with variance ‖h‖²/d, hence E‖g‖² = c ‖h‖² with c =
    /// <see cref="Activation.MeanSquareGain"/> (½ for ReLU), and E‖h_{k+1}‖² = (1 + c α²) E‖h_k‖². Backward: with M = ∂h_L/∂h_0, p_0 −
    /// p_L = (M − I)ᵀ p_L and p_L is a multiple of Bᵀ, which is independent of M and has no preferred direction, so that the mean is E‖M
    /// − I‖²/d in Frobenius' norm; and a column of M obeys v_{k+1} = v_k + α V σ′(W h) ⊙ W v_k, which grows as h does. For res-1, σ meets
    /// h itself, whose signs are not drawn anew, so only the identity (c = 1) is exact; for res-2 the bias spoils the homogeneity; tanh
    /// is never exact, nor are layers that depend on each other.
    /// </remarks>
    /// <param name="shape">The networks.</param>
    public static double? SquaredChange(ResidualShape shape) =>
        MeanSquareGain(shape) is { } c ? Power(c * shape.Alpha * shape.Alpha, shape.Depth) : null;

    /// <summary>c = E‖g(h)‖² / ‖h‖² where it is the same for every h, null elsewhere.</summary>
    internal static double? MeanSquareGain(ResidualShape shape) => shape.Model switch
    {
        _ when !shape.Path.IsIndependent => null,
        ResidualModel.Res3 => shape.Activation.MeanSquareGain,
        ResidualModel.Res1 when shape.Activation == Activation.Identity => 1,
        _ => null,
    };

    // (1 + x)^n − 1 without the loss of digits for small x.
    private static double Power(double x, int n)
    {
        var log = n * (Math.Abs(x) < 1e-4 ? x - x * x / 2 + x * x * x / 3 : Math.Log(1 + x));
        return log < 1e-5 ? log + log * log / 2 : Math.Exp(log) - 1;
    }
}
