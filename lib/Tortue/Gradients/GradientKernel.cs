namespace Tortue.Gradients;

/// <summary>
/// The exact covariance of df/dx for plain ReLU networks of one number, in the limit of many units a layer: f is then a Gaussian process
/// whose covariance K follows from layer to layer, and that of its derivative is ∂²K/∂x∂x′. Derived here from the arc-cosine kernels of
/// Y. Cho and L. Saul (NIPS 2009); for one hidden layer it is exact at any width.
/// </summary>
/// <remarks>
/// With a = K(x, x), b = K(x′, x′), c = K(x, x′), ρ = c/√(ab), a layer of He's weights makes c ↦ √(ab) κ_1(ρ) and leaves a and b. Its mixed
/// derivative is κ_0(ρ) ∂²c + [∂c ∂′c − c (b′ ∂c / b + a′ ∂′c / a)/2 + a′b′/4] / (π √(ab − c²)). The product of the κ_0 alone is the
/// covariance of a derivative in a direction that has nothing to do with the gates; in one dimension x moves the gates and the output at
/// once, and the second term counts.
/// </remarks>
public static class GradientKernel
{
    /// <summary>κ_0(ρ) = 1 − arccos(ρ)/π: twice the probability that two units of correlation ρ are both active.</summary>
    /// <param name="correlation">ρ, −1 to 1.</param>
    public static double Kappa0(double correlation) => 1 - Math.Acos(Math.Clamp(correlation, -1, 1)) / Math.PI;

    /// <summary>κ_1(ρ) = (√(1 − ρ²) + (π − arccos ρ) ρ)/π: the correlation one ReLU layer of He's weights makes of ρ.</summary>
    /// <param name="correlation">ρ, −1 to 1.</param>
    public static double Kappa1(double correlation)
    {
        double rho = Math.Clamp(correlation, -1, 1);
        return Math.Sqrt(1 - rho * rho) / Math.PI + rho * Kappa0(rho);
    }

    /// <summary>E[df/dx(x_i) df/dx(x_j)] at each of some depths.</summary>
    /// <param name="x">The points, ascending.</param>
    /// <param name="depths">Numbers of hidden layers, ascending from 1 on.</param>
    /// <param name="biasDeviation">Standard deviation of the first layer's biases; its weights have 1.</param>
    /// <param name="hiddenBiasDeviation">Standard deviation of the other layers' biases.</param>
    /// <returns>One matrix a depth; its diagonal is 1.</returns>
    public static IReadOnlyList<double[,]> Covariance(
        IReadOnlyList<double> x, IReadOnlyList<int> depths, double biasDeviation = 1, double hiddenBiasDeviation = 0)
    {
        var matrices = depths.Select(_ => new double[x.Count, x.Count]).ToArray();
        double bias = biasDeviation * biasDeviation, hidden = hiddenBiasDeviation * hiddenBiasDeviation;
        for (int i = 0; i < x.Count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                var pair = new PairKernel(x[i], x[j], bias);
                for (int k = 0, layer = 0; k < depths.Count; k++)
                {
                    for (; layer < depths[k]; layer++)
                        pair = pair.AfterLayer(hidden);
                    matrices[k][i, j] = matrices[k][j, i] = pair.Mixed;
                }
            }
        }

        return matrices;
    }

    // K(x, x), K(x′, x′), K(x, x′), and the derivatives a′ (by x), b′ (by x′), ∂c, ∂′c, ∂∂′c.
    private readonly record struct PairKernel(
        double A, double B, double C, double SlopeA, double SlopeB, double ByX, double ByOther, double Mixed)
    {
        private const double Same = 1e-13;

        public PairKernel(double x, double other, double bias)
            : this(x * x + bias, other * other + bias, x * other + bias, 2 * x, 2 * other, other, x, 1)
        {
        }

        public PairKernel AfterLayer(double bias)
        {
            double product = A * B, rest = product - C * C;
            if (rest <= Same * product)
            {
                // One point, or two that float cannot tell apart: nothing moves but the level.
                return this with { A = A + bias, B = B + bias, C = Math.Sqrt(product) + bias };
            }

            double root = Math.Sqrt(product), sine = Math.Sqrt(rest), rho = C / root, kappa0 = Kappa0(rho);
            double gates = ByX * ByOther - C * (SlopeB * ByX / B + SlopeA * ByOther / A) / 2 + SlopeA * SlopeB / 4;
            return this with
            {
                A = A + bias,
                B = B + bias,
                C = root * Kappa1(rho) + bias,
                ByX = kappa0 * ByX + SlopeA * sine / (2 * Math.PI * A),
                ByOther = kappa0 * ByOther + SlopeB * sine / (2 * Math.PI * B),
                Mixed = kappa0 * Mixed + gates / (Math.PI * sine),
            };
        }
    }
}
