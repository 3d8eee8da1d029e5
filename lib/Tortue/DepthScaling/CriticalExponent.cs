using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// The critical exponent: the β at which networks change their input by as much at a depth as at a sixteenth of it. Measured on draws of
/// the weights, and to first order in α.
/// </summary>
/// <remarks>
/// To first order the change of h_0 is α ∑ V_k g(h_0, W_k) and that of p_L is α ∑ (∂ V_k g(h_0, W_k) / ∂h_0)ᵀ p_L. The mean of its square,
/// over fractional noise of covariance ρ(k − l), is α² ∑_{k,l} f(ρ(k − l)) times the square of what is changed, with
/// <list type="bullet">
/// <item>res-1: f(ρ) = ρ/2 for either (the half of the entries that ReLU lets pass, whatever half it is, does not matter for β);</item>
/// <item>res-3, hidden states: f(ρ) = ρ c(ρ), c(ρ) = E[σ(X) σ(Y)] = (√(1 − ρ²) + (π − arccos ρ) ρ)/(2π) for normal X and Y of variance 1
/// and covariance ρ;</item>
/// <item>res-3, gradients: f(ρ) = ρ (ρ (1 − 1/d) P(X, Y > 0) + c(ρ)/d), P(X, Y > 0) = (π − arccos ρ)/(2π), since σ′(W_k h_0) W_k has a mean
/// in the direction of h_0 only.</item>
/// </list>
/// For large L the sum is of the order L^(2H), for res-3 plus one of the order L: so β = H, and for res-3 max(H, ½). The gradients of res-3
/// get there slowly: the coefficient of L^(2H) is 1/(2πd) there.
/// </remarks>
internal static class CriticalExponent
{
    /// <summary>The β at which the mean growth is 0.</summary>
    /// <param name="betas">The exponents β, ascending.</param>
    /// <param name="growth">Of each draw of the weights, at least two, by how much the logarithm of the change grows with depth, for each
    /// β.</param>
    /// <returns>
    /// The largest one, between two values of β by a straight line, and its standard error: that of the mean growth, over the slope of the
    /// line. Null where the change grows, or fades, everywhere.
    /// </returns>
    public static MeanError? Measured(IReadOnlyList<double> betas, IReadOnlyList<double[]> growth)
    {
        double[] means = [.. betas.Select((_, i) => growth.Average(draw => draw[i]))];
        for (var i = means.Length - 1; i > 0; i--)
        {
            if (!(means[i] < 0 && means[i - 1] >= 0))
                continue;
            var share = means[i - 1] / (means[i - 1] - means[i]);
            var step = betas[i] - betas[i - 1];
            var there = MeanError.Of(growth.Select(draw => draw[i - 1] * (1 - share) + draw[i] * share));
            return new(betas[i - 1] + step * share, there.StandardError * step / (means[i - 1] - means[i]));
        }

        return null;
    }

    /// <summary>The β to which <see cref="FirstOrder"/> tends as L grows: H for res-1, max(H, ½) for res-3.</summary>
    /// <param name="model">Res-1 or res-3.</param>
    /// <param name="hurst">The exponent H of the weights.</param>
    public static double Limit(ResidualModel model, double hurst) => model == ResidualModel.Res1 ? hurst : Math.Max(hurst, 0.5);

    /// <summary>The β at which the change is the same at both depths, to first order in α.</summary>
    /// <param name="shape">Width, depth and model, res-1 or res-3.</param>
    /// <param name="hurst">The exponent H of the weights.</param>
    /// <param name="quantity">Hidden states or gradients.</param>
    public static double FirstOrder(ResidualShape shape, double hurst, GrowthQuantity quantity)
    {
        var shallow = shape.Depth / RegularityMap.DepthRatio;
        var growth = MeanSquare(shape, shape.Depth, hurst, quantity) / MeanSquare(shape, shallow, hurst, quantity);
        return Math.Log(growth) / (2 * Math.Log((double)shape.Depth / shallow));
    }

    /// <summary>∑_{k,l} f(ρ(k − l)): the mean square of the relative change, over α².</summary>
    /// <param name="shape">Width and model, res-1 or res-3.</param>
    /// <param name="depth">The number of layers.</param>
    /// <param name="hurst">The exponent H of the weights.</param>
    /// <param name="quantity">Hidden states or gradients.</param>
    public static double MeanSquare(ResidualShape shape, int depth, double hurst, GrowthQuantity quantity)
    {
        var noise = Numerics.StationaryGaussian.FractionalNoise(depth, hurst);
        var sum = depth * Term(1);
        for (var lag = 1; lag < depth; lag++)
            sum += 2.0 * (depth - lag) * Term(noise.Autocovariance(lag));
        return sum;

        double Term(double covariance) => covariance * (shape.Model, quantity) switch
        {
            (ResidualModel.Res1, _) => 0.5,
            (_, GrowthQuantity.HiddenStates) => MeanProduct(covariance),
            _ => covariance * BothPositive(covariance) * (shape.Width - 1) / shape.Width + MeanProduct(covariance) / shape.Width,
        };
    }

    private static double MeanProduct(double covariance) =>
        Math.Sqrt(Math.Max(0, 1 - covariance * covariance)) / (2 * Math.PI) + covariance * BothPositive(covariance);

    private static double BothPositive(double covariance) => (Math.PI - Math.Acos(Math.Clamp(covariance, -1, 1))) / (2 * Math.PI);
}
