using Tortue.Charts;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>Means as a line, and two standard errors as a band around it.</summary>
internal static class DepthBands
{
    /// <summary>A figure with one more line and its band; places without any values are left out, and so is the line if there are
    /// none.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="places">Places along the x axis.</param>
    /// <param name="values">The values at a place; a single one has no band.</param>
    /// <param name="name">Text of the legend.</param>
    /// <param name="color">The colour of both.</param>
    public static Figure Add(
        Figure figure, IEnumerable<double> places, Func<double, IReadOnlyList<double>> values, string name, SeriesColor color)
    {
        var points = (
            from place in places
            let seen = values(place)
            where seen.Count > 0
            let error = seen.Count > 1 ? MeanError.Clear * MeanError.Of(seen).StandardError : 0
            select (Place: place, Mean: seen.Average(), Error: error)).ToArray();
        if (points.Length == 0)
            return figure;
        double[] at = [.. points.Select(point => point.Place)];
        return figure
            .Line(at, points.Select(point => point.Mean), name, color)
            .Band(at, points.Select(point => point.Mean - point.Error), points.Select(point => point.Mean + point.Error));
    }
}
