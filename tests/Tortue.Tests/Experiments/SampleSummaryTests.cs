using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Experiments;

public class SampleSummaryTests
{
    [Fact]
    public void SummarisesASampleInAnyOrder()
    {
        var summary = SampleSummary.Of([4, 1, 3, 2, 5]);

        Assert.Equal((5, 3, 3), (summary.Count, summary.Mean, summary.Median));
        Assert.Equal(Math.Sqrt(2.5), summary.StandardDeviation, 1e-12);
        Assert.Equal(1.4, summary.Quantile10, 1e-12);
        Assert.Equal(4.6, summary.Quantile90, 1e-12);
        Assert.Equal(11, summary.MeanSquare, 1e-12);
        Assert.Equal(Math.Sqrt(93.5 / 5), summary.MeanSquareError, 1e-12);
    }

    [Fact]
    public void KeepsAMedianBesideInfiniteNumbers()
    {
        var summary = SampleSummary.Of([1, 2, 3, double.PositiveInfinity, double.PositiveInfinity]);

        Assert.Equal(3, summary.Median);
        Assert.Equal(double.PositiveInfinity, summary.Quantile90);
    }

    [Fact]
    public void RefusesAnEmptySampleAndAWrongProbability()
    {
        Assert.Throws<ArgumentException>(() => SampleSummary.Of([]));
        Assert.Equal(
            "A probability must be between 0 and 1, not 1.5.",
            Assert.Throws<ArgumentException>(() => SampleSummary.Quantile([1], 1.5)).Message);
    }

    [Fact]
    public void TheSlopeOfAPowerLawIsItsExponent()
    {
        double[] x = [10, 100, 1000];

        Assert.Equal(-0.5, LogLogSlope.Of(x, [.. x.Select(value => 3 / Math.Sqrt(value))]), 1e-12);
        Assert.Equal(double.PositiveInfinity, LogLogSlope.Of(x, [1, 2, double.PositiveInfinity]));
    }
}
