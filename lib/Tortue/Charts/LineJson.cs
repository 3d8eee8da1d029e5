using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes points, joined or not.</summary>
internal static class LineJson
{
    private const int ManyPoints = 500;
    private const int SparseMarkers = 12;
    private const int SymbolSize = 13;

    /// <summary>The trace without its name, and what the legend adds to the name.</summary>
    public static (JsonObject Json, string LeftOut) Write(LineTrace trace, Panel panel, SeriesLook look)
    {
        var kept = trace.Joined
            ? Reduction.KeepExtremes(Curves(trace, panel), Figure.MaximumPoints)
            : Reduction.KeepEvenly(trace.X.Length, Figure.MaximumPoints);
        var hasLine = trace is { Joined: true, X.Length: > 1 };
        var hasMarkers = !hasLine || (trace is { Published: false, Ink: null } && (IsShort(trace) || !look.First));
        var json = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = !hasLine ? "markers" : hasMarkers ? "lines+markers" : "lines",
            ["x"] = Json.Numbers(kept.Select(i => trace.X[i]), panel.X.Scale),
            ["y"] = Json.Numbers(kept.Select(i => trace.Y[i]), panel.Y.Scale),
        };
        var isOnHeatmap = trace.Published && panel.Traces.Any(other => other is GridTrace);
        var color = trace.Ink ?? (isOnHeatmap ? Palette.OnHeatmap : look.Color);
        var width = trace.Width ?? (kept.Length > ManyPoints ? 1.5 : 2.5);
        if (hasLine)
            json["line"] = new JsonObject { ["color"] = color, ["dash"] = look.Dash, ["width"] = width };
        if (trace is { Ink: not null, Name: null })
            json["hoverinfo"] = "skip";
        if (hasMarkers)
            json["marker"] = Marker(trace, look, color, hasLine);
        // Scripts that know the page's text colour draw published values in it.
        if (trace.Published && !isOnHeatmap)
            json["meta"] = "published";
        var thinned = !trace.Joined && kept.Length < trace.X.Length;
        return (json, thinned ? Input.Text(ChartsText.Thinned, kept.Length, trace.X.Length) : "");
    }

    private static bool IsShort(LineTrace trace) => trace.X.Length <= LineTrace.FewPoints;

    private static JsonObject Marker(LineTrace trace, SeriesLook look, string color, bool hasLine)
    {
        var marker = new JsonObject { ["color"] = color, ["symbol"] = trace.Symbol ?? look.Marker, ["size"] = hasLine ? 8 : 7 };
        if (trace.Symbol is not null)
            marker["size"] = SymbolSize;
        if (hasLine && !IsShort(trace))
            marker["maxdisplayed"] = SparseMarkers;
        if (!hasLine && trace.X.Length > 200)
            marker["opacity"] = 0.6;
        if (trace.Published)
        {
            // A rim, since a single point lies among others of any colour.
            marker["size"] = 14;
            marker["line"] = new JsonObject { ["color"] = "#FFFFFF", ["width"] = 1.5 };
        }
        return marker;
    }

    // What the eye follows: y, and x as well where it goes back and forth.
    private static double[][] Curves(LineTrace trace, Panel panel)
    {
        var y = Placed(trace.Y, panel.Y.Scale);
        for (var i = 0; i < y.Length; i++)
            y[i] = Interval.Placeable(trace.X[i], panel.X.Scale) ? y[i] : double.NaN;
        var isOrdered = true;
        for (var i = 1; i < y.Length && isOrdered; i++)
            isOrdered = !(trace.X[i] < trace.X[i - 1]);
        return isOrdered ? [y] : [y, Placed(trace.X, panel.X.Scale)];
    }

    private static double[] Placed(double[] values, AxisScale scale) =>
        [.. values.Select(value => Interval.Placeable(value, scale) ? value : double.NaN)];
}
