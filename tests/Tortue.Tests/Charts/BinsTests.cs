using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Charts;
using Xunit;

namespace Tortue.Tests.Charts;

public class BinsTests
{
    private static HistogramTrace Trace(double[] values, int bins) => new(values, bins, HistogramHeight.Count, null, null);

    [Fact]
    public void EveryFiniteValueIsInOneBin() =>
        Prop.ForAll<NormalFloat[], byte>((given, bins) =>
        {
            var values = given.Select(value => value.Get).Append(1).ToArray();
            if (values.Max() - values.Min() > 1e300)
                return true;
            var found = Bins.For([Trace(values, bins + 1)], AxisScale.Linear)!;
            return found.Edges.Length == bins + 2 && found.Count(values).Sum() == values.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CountsAreThoseOfAComparisonWithEachEdge() =>
        Prop.ForAll<ulong>(seed =>
        {
            var random = new Random(unchecked((int)seed));
            double[] values = [.. Enumerable.Range(0, 500).Select(_ => Math.Exp(random.NextDouble() * 9))];
            return new[] { AxisScale.Linear, AxisScale.Log }.All(scale =>
            {
                var bins = Bins.For([Trace(values, 17)], scale)!;
                var expected = Enumerable.Range(0, 17).Select(i =>
                    values.Count(value => value >= bins.Edges[i] && (value < bins.Edges[i + 1] || i == 16))).ToArray();
                var counted = bins.Count(values);
                // The smallest value may lie a rounding error below the first edge, and the largest above the last.
                return counted.Sum() == 500 && counted.Zip(expected, (a, b) => Math.Abs(a - b)).Sum() <= 2;
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheAreaOfADensityIsTheFractionInside()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => Math.Sin(i) * 3), double.NaN];
        var trace = new HistogramTrace(values, 20, HistogramHeight.Density, -1, 2);
        var bins = Bins.For([trace], AxisScale.Linear)!;
        var area = HistogramJson.Heights(trace, bins).Select((height, i) => height * (bins.Edges[i + 1] - bins.Edges[i])).Sum();
        Assert.Equal(values.Count(value => value is >= -1 and <= 2) / 1000.0, area, 12);
    }

    [Fact]
    public void HistogramsOfOneChartShareTheirBins()
    {
        var figure = new Figure().Histogram([0.0, 1], "a", bins: 4).Histogram([3.0, 4], "b", bins: 8);
        var middles = JsonNode.Parse(figure.ToJson())!["data"]!.AsArray().Select(trace => trace!["x"]!.ToJsonString());
        Assert.All(middles, each => Assert.Equal("[0.25,0.75,1.25,1.75,2.25,2.75,3.25,3.75]", each));
    }

    [Fact]
    public void TheLegendTellsWhatIsLeftOut()
    {
        var json = new Figure().Histogram([1.0, 2, 3, double.NaN, 50], "ratio", max: 10).ToJson();
        Assert.Contains("ratio (2 of 5 not shown)", json);
    }

    [Theory]
    [InlineData(new[] { 2.0, 2.0 })]
    [InlineData(new[] { double.NaN })]
    public void HistogramsOfOneValueOrNoneAreDrawn(double[] values)
    {
        var finite = values.Count(double.IsFinite);
        var bins = Bins.For([Trace(values, 5)], AxisScale.Linear);
        Assert.Equal(finite, bins?.Count(values).Sum() ?? 0);
        Assert.NotEmpty(new Figure().Histogram(values).ToJson());
    }
}
