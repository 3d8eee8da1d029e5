using Tortue.Display;

namespace Tortue.Charts;

/// <summary>
/// A chart: an immutable description that notebooks draw with plotly.js. Every method returns a new figure, so a chart is built by a chain:
/// <code>
/// Figure.Titled("Relative change of the hidden state")
///     .Line(depths, medians, "β = 1/2")
///     .Band(depths, lower, upper, "10–90 % of 50 networks")
///     .Published(depths, expected, "exact expectation")
///     .XAxis("depth L (layers)", AxisScale.Log)
///     .YAxis("‖h_L − h_0‖ / ‖h_0‖ (no unit)", AxisScale.Log)
/// </code>
/// </summary>
/// <remarks>
/// <para>
/// In all texts a letter or bracket followed by <c>_L</c>, <c>_10</c> or <c>_{k+1}</c> is set with a subscript, and one followed by
/// <c>^2</c> or <c>^{-1}</c> with a superscript; other characters, also &lt; and &amp;, stand for themselves. Long texts are broken
/// into lines.
/// </para>
/// <para>
/// Series of the same name look the same, also across the panels of a row and the steps of a slider, and share one entry of the legend.
/// </para>
/// <para>
/// Numbers are written with six significant digits (integers exactly); values that are not finite, and values that are not positive on
/// a logarithmic axis, leave a gap. Series of more than <see cref="MaximumPoints"/> points are reduced, see <see
/// cref="Line{TX,TY}(IEnumerable{TX},IEnumerable{TY},string,SeriesColor?)"/>.
/// </para>
/// </remarks>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial class Figure : IMimeBundle
{
    /// <summary>Most points that a trace keeps: 2,000.</summary>
    public const int MaximumPoints = 2_000;

    /// <summary>Most cells that a heat map keeps: 10,000.</summary>
    public const int MaximumCells = 10_000;

    /// <summary>An empty figure without a title, for a step of a slider or a panel of a row.</summary>
    public Figure()
        : this(new FigureModel())
    {
    }

    internal Figure(FigureModel model) => Model = model;

    internal FigureModel Model { get; }

    /// <summary>An empty figure with a title.</summary>
    /// <param name="title">What the chart shows, in a few words.</param>
    public static Figure Titled(string title) => new Figure().WithTitle(title);

    /// <summary>The figure with another title.</summary>
    /// <param name="title">What the chart shows, in a few words.</param>
    public Figure WithTitle(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return new(Model with { Title = title });
    }

    /// <summary>The figure with a smaller line under its title, for the settings that were measured.</summary>
    /// <param name="subtitle">For example "d = 40, 50 networks".</param>
    public Figure Subtitle(string subtitle)
    {
        ArgumentNullException.ThrowIfNull(subtitle);
        return new(Model with { Subtitle = subtitle });
    }

    /// <summary>The figure with a description for readers who do not see it, in place of the one made from titles, axes and
    /// series.</summary>
    /// <param name="alt">One or two sentences that say what the chart shows.</param>
    public Figure WithAlt(string alt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(alt);
        return new(Model with { Alt = alt });
    }

    private Figure WithPanel(Func<Panel, Panel> change)
    {
        if (Model.Panels.Length > 1)
            throw new InvalidOperationException(ChartsText.RowIsComplete);
        var changed = change(Model.Panels[0]);
        var isAlone = (changed.Traces.Length, changed.Lines.Length, changed.Notes.Length) == (1, 0, 0);
        if (!isAlone && changed.Traces.Any(trace => trace is SurfaceTrace))
            throw Input.Error(ChartsText.SurfaceIsAlone);
        return new(Model with { Panels = [changed] });
    }

    private Figure Adding(Trace trace) => WithPanel(panel => panel with { Traces = panel.Traces.Add(trace) });
}
