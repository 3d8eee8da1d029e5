using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes points, joined or not.</summary>
internal static class LineJson
{
    /// <summary>The trace without its name, and what the legend adds to the name.</summary>
    public static (JsonObject Json, string LeftOut) Write(LineTrace trace, Panel panel, SeriesLook look)
    {
        var kept = trace.Joined
            ? Reduction.KeepExtremes(Curves(trace, panel), Figure.MaximumPoints)
            : Reduction.KeepEvenly(trace.X.Length, Figure.MaximumPoints);
        var hasLine = trace is { Joined: true, X.Length: > 1 };
        var json = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = !hasLine ? "markers" : trace.Marked ? "lines+markers" : "lines",
            ["x"] = Json.Numbers(kept.Select(i => trace.X[i]), panel.X.Scale),
            ["y"] = Json.Numbers(kept.Select(i => trace.Y[i]), panel.Y.Scale),
        };
        if (hasLine)
            json["line"] = new JsonObject { ["color"] = look.Color, ["dash"] = look.Dash, ["width"] = 2.5 };
        if (trace.Marked)
        {
            json["marker"] = new JsonObject
            {
                ["color"] = look.Color,
                ["symbol"] = look.Marker,
                ["size"] = trace.Published ? 11 : trace.Joined ? 8 : 7,
                ["opacity"] = !trace.Joined && trace.X.Length > 200 ? 0.6 : 1,
            };
        }
        var thinned = !trace.Joined && kept.Length < trace.X.Length;
        return (json, thinned ? Input.Text(ChartsText.Thinned, kept.Length, trace.X.Length) : "");
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
