using MathNet.Numerics.Distributions;
using Tortue.DepthScaling;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class ConvergenceOrderTests
{
    private static readonly int[] Depths = [10, 30, 100];

    [Fact]
    public void PowersHaveTheirExponent()
    {
        IReadOnlyList<double>[] errors = [Powers(0.5), Powers(3)];
        Assert.Equal(0.7, ConvergenceOrder.OfEach(Depths, errors).Mean, 1e-12);
        Assert.Equal(0, ConvergenceOrder.OfEach(Depths, errors).HalfWidth, 1e-12);
        Assert.Equal(0.7, ConvergenceOrder.OfMeanSquare(Depths, errors).Mean, 1e-12);
        Assert.Equal(0, ConvergenceOrder.OfMeanSquare(Depths, errors).HalfWidth, 1e-12);

        static double[] Powers(double factor) => [.. Depths.Select(depth => factor * Math.Pow(depth, -0.7))];
    }

    // Orders 0.9 and 1.1: the standard error is 0.1, and Student's quantile with one degree of freedom 12.706.
    [Fact]
    public void TheIntervalOfTheMeanIsStudents()
    {
        var errors = new[] { 0.9, 1.1 }.Select(order => (IReadOnlyList<double>)[.. Depths.Select(depth => Math.Pow(depth, -order))]);
        var order = ConvergenceOrder.OfEach(Depths, errors);
        Assert.Equal(1, order.Mean, 1e-12);
        Assert.Equal(1.2706, order.HalfWidth, 1e-4);
        Assert.Equal((1 - order.HalfWidth, 1 + order.HalfWidth), (order.Low, order.High));
    }

    // With two depths the order is ln(m₁/m₂) / (2 ln(L₂/L₁)) of two mean squares, whose standard error follows from the linear terms.
    [Fact]
    public void TheJackknifeAgreesWithTheDeltaMethod()
    {
        const int Count = 2000;
        var random = new Random(3);
        var errors = Enumerable.Range(0, Count).Select(_ => (IReadOnlyList<double>)[Draw() * 0.5, Draw() * 0.2]).ToArray();
        double first = errors.Average(own => own[0] * own[0]), second = errors.Average(own => own[1] * own[1]);
        var linear = errors.Select(own => own[0] * own[0] / first - own[1] * own[1] / second).ToArray();
        var deviation = Math.Sqrt(linear.Sum(x => x * x) / (Count - 1));
        var order = ConvergenceOrder.OfMeanSquare([10, 100], errors);

        Assert.Equal(Math.Log(first / second) / (2 * Math.Log(10)), order.Mean, 1e-3);
        Assert.Equal(1.961 * deviation / Math.Sqrt(Count) / (2 * Math.Log(10)), order.HalfWidth, 0.02 * order.HalfWidth);

        double Draw() => Math.Exp(Normal.InvCDF(0, 0.3, random.NextDouble()));
    }

    [Fact]
    public void OrdersAreWrittenAsPreciselyAsTheyAreKnown()
    {
        Assert.Equal("0.492 ± 0.020", new ConvergenceOrder(0.4921, 0.0199).ToString());
        Assert.Equal("1.0002 ± 0.0003", new ConvergenceOrder(1.00021, 0.00031).ToString());
    }

    [Theory]
    [InlineData(0.52, 0.02, true)]
    [InlineData(0.52, 0.04, false)]
    [InlineData(0.47, 0.015, true)]
    [InlineData(0.47, 0.03, false)]
    [InlineData(0.5, 0.06, false)]
    [InlineData(1, 0.01, false)]
    public void EquivalenceAsksForTheWholeInterval(double mean, double halfWidth, bool holds) =>
        Assert.Equal(holds, new ConvergenceOrder(mean, halfWidth).IsEquivalentTo(0.5));
}
