namespace Tortue.DepthScaling;

/// <summary>
/// What can be said of batch normalization in random residual networks: one exact mean, and rates at which gradients grow in wide networks
/// with large batches.
/// </summary>
/// <remarks>
/// Backward: let u be how the branch answers to a change of its input, and a the branch before it is normalized. Both are linear in V,
/// whose sign is even odds, so that squares add up: ‖v + u/σ‖² is ‖v‖² + ‖u‖²/σ² on average, with σ² the variance of an entry of a over the
/// batch. For res-3 and ReLU, ‖u‖² is ½‖v‖² on average, and σ² is ½ (q/d) (1 − κ): q is ‖h‖² of an example, and κ = 1/π what ReLU leaves of
/// the correlation of two examples at right angles, which the normalization makes them. The derivative of BN also takes the mean and the
/// part along the normalized numbers out of u: 2 of N dimensions, nothing in a large batch. Small batches and narrow networks grow faster.
/// </remarks>
public static class BatchNormTheory
{
    // 1 − κ for examples at right angles: E[relu(x) relu(y)] = κ E[relu(x)²] with independent normal x, y.
    private const double Remaining = 1 - 1 / Math.PI;

    /// <summary>
    /// With normalization on the branch ‖p_0‖/‖p_L‖ grows as this power of L: π/(2(π − 1)) ≈ 0.733. Layer k finds q = k d, so that it
    /// multiplies the square by 1 + 1/(k (1 − κ)).
    /// </summary>
    public static double BranchExponent => 1 / (2 * Remaining);

    /// <summary>With normalization of the state a layer multiplies ‖p‖ by exp of this, on the way back: ½ ln(3/2 / (1 + ½ (1 − κ))) ≈
    /// 0.056. Here q = d.</summary>
    public static double StateRate => Math.Log(1.5 / (1 + Remaining / 2)) / 2;

    /// <summary>With normalization and without the skip connection a layer multiplies ‖p‖ by exp of this: ½ ln(π/(π − 1)) ≈
    /// 0.192.</summary>
    public static double ChainRate => -Math.Log(Remaining) / 2;

    /// <summary>Without normalization, scaling factor and large fluctuations a layer multiplies ‖p‖ by exp of this: ½ ln(3/2) ≈
    /// 0.203.</summary>
    public static double UnscaledRate => Math.Log(1.5) / 2;

    /// <summary>
    /// E‖h_L − h_0‖² / ‖h_0‖² with batch normalization on the branch, given h_0, at any width, depth and batch of at least two: each layer
    /// adds the square of N d normalized numbers, N d, and V's sign is even odds, so that the increments are orthogonal on average. Up to
    /// BN's ε, which makes the numbers a little smaller.
    /// </summary>
    /// <param name="depth">L.</param>
    /// <param name="entries">N d, the numbers in a batch of states.</param>
    /// <param name="startSquare">‖h_0‖² over the batch.</param>
    public static double BranchSquaredChange(int depth, int entries, double startSquare) => depth * (double)entries / startSquare;
}
