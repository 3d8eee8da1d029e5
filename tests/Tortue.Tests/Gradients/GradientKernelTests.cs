using Tortue.Gradients;
using Xunit;

namespace Tortue.Tests.Gradients;

public sealed class GradientKernelTests
{
    [Theory]
    [InlineData(-0.9)]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.99)]
    public void Arc_cosine_kernels_are_the_expectations_that_they_stand_for(double correlation)
    {
        // The midpoint rule over the angle of two normal numbers: both ReLUs are positive for angles in one interval, and E[r²] = 2.
        const int Steps = 200_000;
        double share = 0, product = 0, turn = Math.Acos(correlation);
        for (int i = 0; i < Steps; i++)
        {
            double angle = 2 * Math.PI * (i + 0.5) / Steps, one = Math.Cos(angle), other = Math.Cos(angle - turn);
            share += one > 0 && other > 0 ? 1.0 / Steps : 0;
            product += Math.Max(one, 0) * Math.Max(other, 0) * 2 / Steps;
        }

        Assert.Equal(2 * share, GradientKernel.Kappa0(correlation), 1e-4);
        Assert.Equal(2 * product, GradientKernel.Kappa1(correlation), 1e-6);
    }

    [Fact]
    public void Covariance_of_the_gradient_is_the_mixed_derivative_of_the_covariance_of_the_function()
    {
        const double Step = 1e-4, Bias = 0.7, Hidden = 0.2;
        double[] x = [-1.5, -0.2, 0.4, 2];
        int[] depths = [1, 2, 5, 12];
        var exact = GradientKernel.Covariance(x, depths, Bias, Hidden);
        for (int k = 0; k < depths.Length; k++)
        {
            for (int i = 1; i < x.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    double Function(double up, double right) =>
                        FunctionCovariance(x[i] + up * Step, x[j] + right * Step, depths[k], Bias * Bias, Hidden * Hidden);
                    double expected = (Function(1, 1) - Function(1, -1) - Function(-1, 1) + Function(-1, -1)) / (4 * Step * Step);
                    Assert.Equal(expected, exact[k][i, j], 1e-5);
                    Assert.Equal(exact[k][i, j], exact[k][j, i]);
                }
            }
        }
    }

    [Fact]
    public void Variance_of_the_gradient_is_that_of_the_first_layer_at_any_depth()
    {
        double[] x = [-2, -1, 0, 0.1, 2];
        foreach (var covariance in GradientKernel.Covariance(x, [1, 10, 50], 1, 0.5))
            Assert.All(Enumerable.Range(0, x.Length), i => Assert.Equal(1, covariance[i, i], 1e-12));
    }

    [Fact]
    public void Noise_has_the_autocorrelation_of_its_kind()
    {
        // White: what the mean takes away is shared by all other lags. Brown: near neighbours are nearly the same.
        double[] white = Autocorrelation.White(100, 30), brown = Autocorrelation.Brown(100, 30);
        Assert.Equal(-0.95 / 99.0, white[5], 1e-12);
        Assert.InRange(brown[1], 0.93, 0.99);
        Assert.True(brown.Zip(brown.Skip(1)).All(pair => pair.First > pair.Second));
    }

    [Fact]
    public void Products_are_the_theorems_where_their_hypotheses_hold()
    {
        // Theorem 3: four times the depth, half the correlation.
        for (int depth = 100; depth <= 10_000; depth *= 10)
        {
            double ratio = ShatteringTheory.ResidualNormalizedProduct(4 * depth, 1, share: 1)
                / ShatteringTheory.ResidualNormalizedProduct(depth, 1, share: 1);
            Assert.Equal(0.5, ratio, 0.01);
        }

        double centred = ShatteringTheory.ResidualNormalizedProduct(40_000, 1) / ShatteringTheory.ResidualNormalizedProduct(10_000, 1);
        Assert.Equal(-Math.PI / (2 * Math.PI - 2), Math.Log(centred) / Math.Log(4), 1e-3);
        Assert.Equal(0.5, ShatteringTheory.PlainProduct(1), 1e-12);
        Assert.Equal(0.75, ShatteringTheory.ResidualProduct(1), 1e-12);
        Assert.Equal(0.25, ShatteringTheory.PlainCoActive(1), 1e-12);

        // The angle θ_l falls as 3π/l, so that ∏ (1 − θ_l/π) falls as L⁻³, not as 2^(−L).
        double power = Math.Log(ShatteringTheory.PlainProduct(40_000) / ShatteringTheory.PlainProduct(10_000)) / Math.Log(4);
        Assert.Equal(-3, power, 0.02);
    }

    // K of the function itself, without derivatives.
    private static double FunctionCovariance(double x, double other, int depth, double bias, double hidden)
    {
        double a = x * x + bias, b = other * other + bias, c = x * other + bias;
        for (int layer = 0; layer < depth; layer++)
        {
            double root = Math.Sqrt(a * b);
            (a, b, c) = (a + hidden, b + hidden, root * GradientKernel.Kappa1(c / root) + hidden);
        }

        return c;
    }
}
