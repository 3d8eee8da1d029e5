using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Charts;
using Xunit;
using Interval = Tortue.Charts.Interval;

namespace Tortue.Tests.Charts;

public class ReductionTests
{
    private static double[] Values(int count, ulong seed)
    {
        var random = new Random(unchecked((int)seed));
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(20) == 0 ? double.NaN : random.NextDouble() - 0.5)];
    }

    private static JsonArray Numbers(JsonNode? trace, string key) => trace![key]!.AsArray();

    private static JsonNode Only(Figure figure) => JsonNode.Parse(figure.ToJson())!["data"]![0]!;

    [Fact]
    public void NoSeriesKeepsMoreThanTheCap() =>
        Prop.ForAll<ushort, ulong>((count, seed) =>
        {
            var values = Values(count + 1, seed);
            var x = Enumerable.Range(0, values.Length).ToArray();
            Figure[] figures =
            [
                new Figure().Line(x, values),
                new Figure().Line(values, values),
                new Figure().Scatter(x, values),
                new Figure().Published(x, values, "p"),
                new Figure().Band(x, values, values.Select(value => value + 1)),
            ];
            return figures.All(figure => Numbers(Only(figure), "x").Count <= Figure.MaximumPoints
                && Numbers(Only(figure), "x").Count == Numbers(Only(figure), "y").Count);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ShortSeriesAreKeptWhole() =>
        Prop.ForAll<ulong>(seed =>
        {
            var values = Values((int)(seed % Figure.MaximumPoints) + 1, seed);
            return Reduction.KeepExtremes([values], Figure.MaximumPoints).SequenceEqual(Enumerable.Range(0, values.Length));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void EndsExtremesAndGapsSurvive() =>
        Prop.ForAll<ushort, ulong>((count, seed) =>
        {
            var values = Values(count + 10, seed);
            var kept = Reduction.KeepExtremes([values], 100).Select(i => values[i]).ToArray();
            return kept[0].Equals(values[0]) && kept[^1].Equals(values[^1])
                && Interval.Of(kept, AxisScale.Linear) == Interval.Of(values, AxisScale.Linear)
                && kept.Any(double.IsNaN) == values.Any(double.IsNaN);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ASpikeOfOnePointSurvives()
    {
        var values = new double[100_000];
        values[61_803] = 1;
        Assert.Contains(1.0, Numbers(Only(new Figure().Line(values.Select((_, i) => i), values)), "y").Select(value => (double)value!));
    }

    [Fact]
    public void TheEnvelopeOfABandIsKept() =>
        Prop.ForAll<ushort, ulong>((count, seed) =>
        {
            var lower = Values(count + 1, seed);
            var upper = lower.Select((value, i) => value + (i % 7)).ToArray();
            var trace = Only(new Figure().Band(lower.Select((_, i) => i), lower, upper));
            var drawn = Numbers(trace, "y").Where(value => value is not null).Select(value => (double)value!).ToArray();
            var finite = lower.Concat(upper).Where(double.IsFinite).ToArray();
            return drawn.Length % 2 == 0 && (finite.Length == 0
                ? drawn.Length == 0
                : Math.Abs(drawn.Min() - finite.Min()) < 1e-5 && Math.Abs(drawn.Max() - finite.Max()) < 1e-4);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheUpperEdgeOfABandIsNowhereBelowTheLower() =>
        Prop.ForAll<ushort, ulong>((count, seed) =>
        {
            var lower = Values(count + 1, seed);
            var trace = Only(new Figure().Band(lower.Select((_, i) => i), lower, lower.Select((value, i) => value + (i % 3))));
            var points = Numbers(trace, "x").Zip(Numbers(trace, "y"), (x, y) => (X: (int?)x, Y: (double?)y))
                .Where(point => point.X is not null);
            return points.GroupBy(point => point.X).All(pair => pair.Count() == 2 && pair.First().Y >= pair.Last().Y);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AHeatMapOfManyCellsIsAveraged()
    {
        var z = new double[300, 500];
        for (var row = 0; row < 300; row++)
        {
            for (var column = 0; column < 500; column++)
                z[row, column] = (row / 4 == 3 && column / 4 == 5) ? row + column : double.NaN;
        }
        double[] columns = [.. Enumerable.Range(0, 500)];
        double[] rows = [.. Enumerable.Range(0, 300)];
        var (x, y, reduced) = Reduction.Blocks(columns, rows, z, 10_000);
        Assert.Equal((125, 75), (x.Length, y.Length));
        Assert.Equal((21.5, 13.5), (x[5], y[3]));
        Assert.Equal(21.5 + 13.5, reduced[3, 5], 12);
        Assert.Equal(1, reduced.Cast<double>().Count(double.IsFinite));
    }
}
