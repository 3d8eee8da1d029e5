using System.Globalization;
using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.DepthScaling;

/// <summary>
/// Stored results, and a few networks drawn now, beside the independent simulations in data/published/alpha-scaling.csv. Every tolerance is
/// three standard errors of both samples; the spread is that of ours.
/// </summary>
public sealed class MeasuredNumbersTests
{
    private const double Errors = 3;

    // How many networks are behind the means is not recorded. The settings name fifty for a point. The twelve means of independent weights
    // scatter about ours as those of fifty or more networks do; those of smooth weights scatter more, as those of ten to fifteen.
    private const int IndependentNetworks = 50;
    private const int SmoothNetworks = 10;

    // Nor for the two histograms: their four numbers are as far from ours as those of some four hundred networks.
    private const int HistogramNetworks = 400;

    private static readonly ResidualShape Figure2 = new() { Width = 100 };

    // One simulation's networks may have served several β, so that its errors are not independent, and their sum of squares has no law to
    // test against: each is held to its own error, and their mean square to 2, where 1 is expected.
    [Theory]
    [InlineData("uniform", IndependentNetworks)]
    [InlineData("rbf", SmoothNetworks)]
    public void TheStoredMeansAreThoseOfTheIndependentSimulation(string law, int networks)
    {
        var curves = law == "rbf"
            ? Stored<SmoothGrowthResult>("smooth-growth").HiddenStates
            : Stored<DepthGrowthResult>("depth-growth").HiddenStates;
        AssertMeans(curves, law, networks);
    }

    [Fact]
    public void SoAreThoseOfAFewIndependentNetworksDrawnNow()
    {
        var options = new DepthGrowthOptions { Networks = 60, Depths = [10, 120, 340, 1000] };
        var result = DepthGrowth.Run(options, cancellation: TestContext.Current.CancellationToken);
        AssertMeans(result.HiddenStates, "uniform", IndependentNetworks);
    }

    // Of heavy tails medians say more than means. The standard error of a median of n normal logarithms of spread s is √(π/2) s/√n.
    [Fact]
    public void TheStoredMediansOfSmoothWeightsAreThoseOfTheSecondIndependentSimulation()
    {
        var curves = Stored<SmoothGrowthResult>("smooth-growth").HiddenStates;
        var published = Published("median ‖h_L−h_0‖/‖h_0‖", "rbf");

        Assert.Equal(12, published.Length);
        Assert.All(published, value => AssertMedian(curves.At(value.Beta, value.Depth), value.Value));
    }

    [Fact]
    public void SoAreThoseOfAFewSmoothNetworksDrawnNow()
    {
        var options = new SmoothGrowthOptions { Networks = 40, Depths = [10, 120, 340] };
        var result = SmoothGrowth.Run(options, cancellation: TestContext.Current.CancellationToken);
        var published = Published("median ‖h_L−h_0‖/‖h_0‖", "rbf").Where(value => value.Depth <= 340);

        Assert.All(published, value => AssertMedian(result.HiddenStates.At(value.Beta, value.Depth), value.Value));
    }

    // Below β = ½ the mean square of a thousand networks hangs on its few largest.
    [Fact]
    public void TheStoredMeanSquaresAreExactForwardAndBackward()
    {
        var cells = Stored<DepthGrowthResult>("depth-growth").Cells.Where(cell => cell.Beta >= 0.5).ToArray();

        Assert.Equal(20, cells.Length);
        Assert.All(cells, cell => Assert.All(
            new[] { cell.Hidden, cell.Gradient },
            sample => Assert.InRange((sample.MeanSquare - cell.ExactMeanSquare!.Value) / sample.MeanSquareError, -4, 4)));
    }

    [Fact]
    public void TheStoredHistogramsHaveTheMeansAndTheSpreadsOfTheIndependentSimulation()
    {
        var result = Stored<NormDistributionResult>("norm-distribution");
        Assert.Equal(10_000, result.HiddenRatios.Count);
        AssertHistogram(result.Hidden, "‖h_L‖/‖h_0‖");
        AssertHistogram(result.Gradient, "‖p_0‖/‖p_L‖");
    }

    [Fact]
    public void SoHaveThoseOfAFewNetworksDrawnNow()
    {
        var options = new NormDistributionOptions { Networks = 60, Network = Figure2 };
        var result = NormDistribution.Run(options, cancellation: TestContext.Current.CancellationToken);
        AssertHistogram(result.Hidden, "‖h_L‖/‖h_0‖");
        AssertHistogram(result.Gradient, "‖p_0‖/‖p_L‖");
    }

    private static void AssertMeans(GrowthCurves curves, string law, int networks)
    {
        double[] deviations =
        [
            .. Published("mean ‖h_L−h_0‖/‖h_0‖", law).Select(value =>
            {
                var ours = curves.At(value.Beta, value.Depth);
                return (value.Value - ours.Mean) / (ours.StandardDeviation * Math.Sqrt(1.0 / networks + 1.0 / ours.Count));
            }),
        ];

        Assert.Equal(12, deviations.Length);
        Assert.All(deviations, deviation => Assert.InRange(deviation, -Errors, Errors));
        Assert.True(deviations.Average(deviation => deviation * deviation) < 2);
    }

    private static void AssertMedian(SampleSummary ours, double median)
    {
        // Between the first and the last tenth of a normal law lie 2.563 standard deviations.
        double spread = Math.Log(ours.Quantile90 / ours.Quantile10) / 2.563;
        double error = Math.Sqrt(Math.PI / 2) * spread * Math.Sqrt(1.0 / 300 + 1.0 / ours.Count);
        Assert.InRange(Math.Log(ours.Median / median), -Errors * error, Errors * error);
    }

    private static void AssertHistogram(SampleSummary ours, string quantity)
    {
        var limit = LogNormalLimit.Of(Figure2)!;
        var published = Published(quantity, "uniform").Single();
        double error = limit.StandardDeviation * Math.Sqrt(1.0 / HistogramNetworks + 1.0 / ours.Count);

        Assert.InRange(ours.Mean - published.Value, -Errors * error, Errors * error);
        Assert.InRange(ours.StandardDeviation - Spread(quantity), -Errors * error / Math.Sqrt(2), Errors * error / Math.Sqrt(2));
        double exact = limit.StandardDeviation / Math.Sqrt(ours.Count);
        Assert.InRange(ours.Mean - limit.Mean, -Errors * exact, Errors * exact);
        Assert.InRange(
            ours.StandardDeviation - limit.StandardDeviation, -Errors * exact / Math.Sqrt(2), Errors * exact / Math.Sqrt(2));
    }

    private static PublishedValues[] Published(string quantity, string law) =>
        [.. PublishedValues.Read("alpha-scaling.csv").Where(value => value.Quantity == quantity && value.Law == law)];

    private static double Spread(string quantity) => double.Parse(
        File.ReadLines(Path.Combine(Repository.Root, "data", "published", "alpha-scaling.csv"))
            .Select(line => line.Split(',')).Single(fields => fields[0] == quantity)[7],
        CultureInfo.InvariantCulture);

    private static T Stored<T>(string name)
        where T : IExperimentResult =>
        ExperimentJson.Load<T>(Path.Combine(Repository.Root, "data", "results", $"{name}.standard.json"));
}
