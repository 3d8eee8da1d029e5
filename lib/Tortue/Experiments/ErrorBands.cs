using System.Numerics;
using Tortue.Charts;

namespace Tortue.Experiments;

/// <summary>Means as a line and two standard errors as a band around it.</summary>
internal static class ErrorBands
{
    /// <summary>A figure with one more line and its band; places without any values are left out, and so is the line if there are
    /// none.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="places">Places along the x axis.</param>
    /// <param name="values">The values at a place; a single one has no band.</param>
    /// <param name="name">Text of the legend.</param>
    /// <param name="color">The colour of both.</param>
    public static Figure Add<T>(
        Figure figure, IEnumerable<T> places, Func<T, IReadOnlyList<double>> values, string name, SeriesColor color)
        where T : INumberBase<T>
    {
        var points = places
            .Select(place => (Place: place, Values: values(place)))
            .Where(point => point.Values.Count > 0)
            .Select(point => (
                point.Place, Mean: point.Values.Count > 1 ? MeanError.Of(point.Values) : new(point.Values[0], 0)))
            .ToArray();
        return points.Length == 0
            ? figure
            : Add(figure, [.. points.Select(point => point.Place)], [.. points.Select(point => point.Mean)], name, color);
    }

    /// <summary>A figure with one more line and its band.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="places">Places along the x axis, at least one.</param>
    /// <param name="means">The mean at each place.</param>
    /// <param name="name">Text of the legend.</param>
    /// <param name="color">The colour of both; the next one when omitted.</param>
    public static Figure Add<T>(
        Figure figure, IReadOnlyList<T> places, IReadOnlyList<MeanError> means, string name, SeriesColor? color = null)
        where T : INumberBase<T> => figure
        .Line(places, means.Select(mean => mean.Mean), name, color)
        .Band(
            places,
            means.Select(mean => mean.Mean - MeanError.Clear * mean.StandardError),
            means.Select(mean => mean.Mean + MeanError.Clear * mean.StandardError));
}
