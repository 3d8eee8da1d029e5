namespace Tortue.Gradients;

/// <summary>
/// What correlation the gradients at two inputs keep that have nothing in common. D. Balduzzi, M. Frean, L. Leary, J. P. Lewis, K. W.-D.
/// Ma, B. McWilliams, "The Shattered Gradients Problem: If resnets are the answer, then what is the question?", ICML 2017.
/// </summary>
public static class ShatteringTheory
{
    /// <summary>Share of the variance that is left of a ReLU's image of a standard normal number when its mean is taken away: 1 −
    /// 1/π.</summary>
    public const double CentredShare = 1 - 1 / Math.PI;

    /// <summary>Theorem 1: 2^(−L), for plain networks in which a quarter of the units is active for both inputs.</summary>
    /// <param name="depth">L.</param>
    public static double Plain(int depth) => Math.Pow(2, -depth);

    /// <summary>Theorem 3: 1/(β√L), for residual networks with batch norm; meant for large L.</summary>
    /// <param name="depth">L.</param>
    /// <param name="beta">β, the scale of the branches.</param>
    public static double ResidualNormalized(int depth, double beta) => 1 / (beta * Math.Sqrt(depth));

    /// <summary>
    /// Derived here, for residual networks with batch norm: ∏ (1 + k_l/2)/(1 + k_l), where k_l = β²/v_l is what a branch adds to the
    /// gradient's variance, and v_l = 1 + β² s (l − 1) the variance that batch norm divides by. With s = 1 this decays as theorem 3 says.
    /// But batch norm takes the mean away, and branches add s = 1 − 1/π of variance: then it decays as L^(−π/(2π − 2)) = L^(−0.73).
    /// </summary>
    /// <param name="depth">L.</param>
    /// <param name="beta">β.</param>
    /// <param name="share">s; <see cref="CentredShare"/> when omitted.</param>
    public static double ResidualNormalizedProduct(int depth, double beta, double share = CentredShare)
    {
        double product = 1;
        for (int layer = 1; layer <= depth; layer++)
        {
            double added = beta * beta / (1 + beta * beta * share * (layer - 1));
            product *= (1 + added / 2) / (1 + added);
        }

        return product;
    }

    /// <summary>
    /// Derived here, for plain networks without batch norm: ∏ κ_0(ρ_l), where the correlation of the states climbs as ρ_{l+1} = κ_1(ρ_l)
    /// from 0, and with it the share κ_0(ρ_l)/2 of units that are active for both inputs.
    /// </summary>
    /// <param name="depth">L.</param>
    public static double PlainProduct(int depth) => Product(depth, GradientKernel.Kappa1, GradientKernel.Kappa0);

    /// <summary>
    /// Derived here, for residual networks without batch norm: ∏ (1 + κ_0(ρ_l))/2, with ρ_{l+1} = (ρ_l + κ_1(ρ_l))/2. Were ρ_l to stay at
    /// 0, this would be (3/4)^L.
    /// </summary>
    /// <param name="depth">L.</param>
    public static double ResidualProduct(int depth) =>
        Product(depth, rho => (rho + GradientKernel.Kappa1(rho)) / 2, rho => (1 + GradientKernel.Kappa0(rho)) / 2);

    /// <summary>
    /// The share of units of the L-th hidden layer that are active for both of two unrelated inputs, in plain networks without batch
    /// norm: ¼ at L = 1, and ever nearer to ½.
    /// </summary>
    /// <param name="depth">L.</param>
    public static double PlainCoActive(int depth)
    {
        double rho = 0;
        for (int layer = 1; layer < depth; layer++)
            rho = GradientKernel.Kappa1(rho);
        return GradientKernel.Kappa0(rho) / 2;
    }

    private static double Product(int depth, Func<double, double> next, Func<double, double> kept)
    {
        double product = 1, rho = 0;
        for (int layer = 1; layer <= depth; layer++, rho = next(rho))
            product *= kept(rho);
        return product;
    }
}
