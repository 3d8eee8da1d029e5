using System.Globalization;
using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.DepthScaling;

/// <summary>
/// Stored results, and a few networks drawn now, beside the independent simulations in data/published/alpha-scaling.csv. Tolerances are
/// three standard errors of both samples, with the spread of ours, or what a comment says.
/// </summary>
public sealed class MeasuredNumbersTests
{
    private const double Errors = 3;

    // How many networks are behind the means is not recorded; the settings that they follow name fifty for a point.
    private const int Networks = 50;

    // Nor is it for the two histograms, and a sample of the settings' size does not have their spreads; so they are held to a share of it.
    private const double HistogramMargin = 0.1;

    private static readonly ResidualShape Figure2 = new() { Width = 100 };

    [Fact]
    public void TheStoredMeansOfIndependentWeightsAreThoseOfTheIndependentSimulation() =>
        Assert.All(
            Deviations(Stored<DepthGrowthResult>("depth-growth").HiddenStates, "uniform"),
            one => Assert.InRange(one.Errors, -Errors, Errors));

    // One of the twelve is no mean of fifty such networks: 490 at β = ½, L = 340, 3.7 errors above ours. The second simulation, whose size
    // is known, agrees with ours there as everywhere (below).
    [Fact]
    public void TheStoredMeansOfSmoothWeightsAreThoseOfTheIndependentSimulationButForOne()
    {
        var all = Deviations(Stored<SmoothGrowthResult>("smooth-growth").HiddenStates, "rbf");
        var beyond = all.Where(one => Math.Abs(one.Errors) > Errors);

        Assert.Equal((0.5, 340), Assert.Single(beyond.Select(one => (one.Beta, one.Depth))));
    }

    [Fact]
    public void SoAreThoseOfAFewIndependentNetworksDrawnNow()
    {
        var options = new DepthGrowthOptions { Networks = 60, Depths = [10, 120, 340, 1000] };
        var result = DepthGrowth.Run(options, cancellation: TestContext.Current.CancellationToken);
        Assert.All(Deviations(result.HiddenStates, "uniform"), one => Assert.InRange(one.Errors, -Errors, Errors));
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

    private static (double Beta, int Depth, double Errors)[] Deviations(GrowthCurves curves, string law)
    {
        var published = Published("mean ‖h_L−h_0‖/‖h_0‖", law);
        Assert.Equal(12, published.Length);
        return
        [
            .. published.Select(value =>
            {
                var ours = curves.At(value.Beta, value.Depth);
                double error = ours.StandardDeviation * Math.Sqrt(1.0 / Networks + 1.0 / ours.Count);
                return (value.Beta, value.Depth, (value.Value - ours.Mean) / error);
            }),
        ];
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
        double exact = limit.StandardDeviation / Math.Sqrt(ours.Count);
        double allowed = HistogramMargin * limit.StandardDeviation + Errors * exact;

        Assert.InRange(ours.Mean - published.Value, -allowed, allowed);
        Assert.InRange(ours.StandardDeviation - Spread(quantity), -allowed, allowed);
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
