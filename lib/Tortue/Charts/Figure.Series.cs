using System.Numerics;

namespace Tortue.Charts;

public sealed partial class Figure
{
    /// <summary>
    /// Adds points joined by a line. Up to 30 points are all marked; of longer series, from the second one on, about a dozen, so that
    /// series differ in more than their colours. Of more than <see cref="MaximumPoints"/> points those are kept that the eye would
    /// miss: the series is cut into equal runs and each run keeps its lowest and its highest point (and its leftmost and rightmost,
    /// where x goes back and forth) and a gap where it has one, so spikes and divergences stay.
    /// </summary>
    /// <typeparam name="TX">Type of the positions: any number.</typeparam>
    /// <typeparam name="TY">Type of the values: any number.</typeparam>
    /// <param name="x">Positions along the x axis, in its unit; at least one.</param>
    /// <param name="y">Values along the y axis, in its unit; as many as <paramref name="x"/>.</param>
    /// <param name="name">Text of the legend; none when omitted.</param>
    /// <param name="color">A colour; by default the next free one.</param>
    /// <exception cref="ArgumentException">The two have different lengths or are empty.</exception>
    public Figure Line<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, SeriesColor? color = null)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var (xs, ys) = Input.Points(nameof(Line), name, x, y);
        return Adding(new LineTrace(xs, ys) { Name = name, Color = color });
    }

    /// <summary>Adds points that are not joined. Of more than <see cref="MaximumPoints"/> points evenly spaced ones are kept, and the
    /// legend says so.</summary>
    /// <typeparam name="TX">Type of the positions: any number.</typeparam>
    /// <typeparam name="TY">Type of the values: any number.</typeparam>
    /// <param name="x">Positions along the x axis, in its unit; at least one.</param>
    /// <param name="y">Values along the y axis, in its unit; as many as <paramref name="x"/>.</param>
    /// <param name="name">Text of the legend; none when omitted.</param>
    /// <param name="color">A colour; by default the next free one.</param>
    /// <exception cref="ArgumentException">The two have different lengths or are empty.</exception>
    public Figure Scatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, SeriesColor? color = null)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var (xs, ys) = Input.Points(nameof(Scatter), name, x, y);
        return Adding(new LineTrace(xs, ys) { Name = name, Color = color, Joined = false });
    }

    /// <summary>Adds points that stand for things, such as the units of a network: larger than those of data, with a symbol of their
    /// own.</summary>
    /// <param name="x">Positions along the x axis.</param>
    /// <param name="y">Positions along the y axis.</param>
    /// <param name="name">Text of the legend.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="symbol">plotly.js's name of the symbol.</param>
    internal Figure Symbols(IEnumerable<double> x, IEnumerable<double> y, string name, SeriesColor color, string symbol)
    {
        var (xs, ys) = Input.Points(nameof(Symbols), name, x, y);
        return Adding(new LineTrace(xs, ys) { Name = name, Color = color, Joined = false, Symbol = symbol });
    }

    /// <summary>Adds a measured line that is seen over a map whatever its colours: black with a white rim.</summary>
    /// <param name="x">Positions along the x axis.</param>
    /// <param name="y">Positions along the y axis.</param>
    /// <param name="name">Text of the legend.</param>
    internal Figure Border(IEnumerable<double> x, IEnumerable<double> y, string name)
    {
        var (xs, ys) = Input.Points(nameof(Border), name, x, y);
        return Adding(new LineTrace(xs, ys) { Ink = Palette.Rim, Width = 6 })
            .Adding(new LineTrace(xs, ys) { Name = name, Ink = Palette.OnHeatmap, Width = 3 });
    }

    /// <summary>
    /// Adds published or exact values to compare with: always a dashed grey line (a grey diamond for a single point) over everything else.
    /// </summary>
    /// <typeparam name="TX">Type of the positions: any number.</typeparam>
    /// <typeparam name="TY">Type of the values: any number.</typeparam>
    /// <param name="x">Positions along the x axis, in its unit; at least one.</param>
    /// <param name="y">Values along the y axis, in its unit; as many as <paramref name="x"/>.</param>
    /// <param name="name">Where the values come from, for the legend.</param>
    /// <exception cref="ArgumentException">The two have different lengths or are empty.</exception>
    public Figure Published<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string name)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var (xs, ys) = Input.Points(nameof(Published), name, x, y);
        return Adding(new LineTrace(xs, ys) { Name = name, Published = true });
    }

    /// <summary>
    /// Adds the area between two curves, drawn under the lines. It takes the colour of the line or points added just before it, if any.
    /// Where one of the two values is missing the band has a gap. Of more than <see cref="MaximumPoints"/> / 2 points each run keeps
    /// the lowest lower and the highest upper value.
    /// </summary>
    /// <typeparam name="TX">Type of the positions: any number.</typeparam>
    /// <typeparam name="TY">Type of the values: any number.</typeparam>
    /// <param name="x">Positions along the x axis, in its unit; at least one.</param>
    /// <param name="lower">Lower ends along the y axis, in its unit; as many as <paramref name="x"/>.</param>
    /// <param name="upper">Upper ends, nowhere below <paramref name="lower"/>.</param>
    /// <param name="name">What the band holds, for the legend, for example "10–90 % of 50 networks"; no entry when omitted.</param>
    /// <param name="color">A colour; by default that of the series before.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there are no points, or a lower end is above its upper end.</exception>
    public Figure Band<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> lower, IEnumerable<TY> upper, string? name = null, SeriesColor? color = null)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var (xs, lows, highs) = Input.Band(name, x, lower, upper);
        return Adding(new BandTrace(xs, lows, highs) { Name = name, Color = color, FollowsPrevious = color is null });
    }
}
