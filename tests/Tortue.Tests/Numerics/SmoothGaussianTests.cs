using Tortue.Numerics;
using Xunit;

namespace Tortue.Tests.Numerics;

public class SmoothGaussianTests
{
    private const double Variance = 0.01;

    public static TheoryData<double> Lags => [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.35, 1];

    // The covariance of a sum of cosines and sines with independent amplitudes is the shares' cosine series. What is left out is below
    // a few times the negligible share.
    [Theory]
    [MemberData(nameof(Lags))]
    public void TheFrequenciesHaveTheKernelForTheirCovariance(double lag)
    {
        var shares = SmoothGaussian.Shares(Variance);
        var covariance = shares.Select((share, i) => share * Math.Cos(Math.PI * (i + 1) * lag)).Sum();
        Assert.Equal(Kernel(lag), covariance, 1e-8);
        Assert.Equal(1, shares.Sum(), 1e-12);
        Assert.Equal(21, shares.Count);
    }

    // 40,000 functions: the covariance of 40,000 pairs has a standard error of at most √2/200 = 0.007.
    [Theory]
    [MemberData(nameof(Lags))]
    public void TheFunctionsHaveTheKernelForTheirCovariance(double lag)
    {
        const int Count = 40_000;
        const float Deviation = 0.5f;
        var functions = new SmoothGaussian(Count, Deviation, Variance, default, 5);
        var (first, second) = (new double[Count], new double[Count]);
        foreach (var start in new[] { 0, (1 - lag) / 2, 1 - lag })
        {
            functions.At(start, first);
            functions.At(start + lag, second);
            Assert.Equal(Kernel(lag), first.Zip(second, (a, b) => a * b).Average() / (Deviation * Deviation), 0.03);
            Assert.Equal(0, first.Average(), 0.01);
        }
    }

    // Increments at steps of 1/2,000, which the networks of the other experiments have, are all but values of the function.
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(300)]
    [InlineData(1500)]
    public void IncrementsOfShortStepsHaveTheSameCovariance(int steps) =>
        Assert.Equal(Kernel(steps / 2000.0), StationaryGaussian.RbfIncrements(2000, Variance).Autocovariance(steps), 1e-4);

    [Fact]
    public void FunctionsAreIndependentAndTheirAddressIsAllThatCounts()
    {
        const int Count = 10_000;
        var (values, again, others) = (new double[Count], new double[Count], new double[Count]);
        new SmoothGaussian(Count, 1, Variance, default, 5).At(0.3, values);
        new SmoothGaussian(Count, 1, Variance, default, 5).At(0.3, again);
        new SmoothGaussian(Count, 1, Variance, new PhiloxCounter(0, 0, 1, 0), 5).At(0.3, others);
        Assert.Equal(values, again);
        Assert.Equal(0, values.Zip(others, (a, b) => a * b).Average(), 0.05);
        Assert.Equal(0, values.Zip(values.Skip(1), (a, b) => a * b).Average(), 0.05);
    }

    private static double Kernel(double lag) => (1 - lag * lag / Variance) * Math.Exp(-lag * lag / (2 * Variance));
}
