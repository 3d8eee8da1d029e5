using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes the area between two curves as one trace, so that it is one entry of the legend.</summary>
internal static class BandJson
{
    /// <summary>One closed outline for each run without a gap: forth along the upper curve and back along the lower one.</summary>
    public static JsonObject Write(BandTrace trace, Panel panel, SeriesLook look)
    {
        var usable = Enumerable.Range(0, trace.X.Length).Select(i => Interval.Placeable(trace.X[i], panel.X.Scale)
            && Interval.Placeable(trace.Lower[i], panel.Y.Scale) && Interval.Placeable(trace.Upper[i], panel.Y.Scale)).ToArray();
        double[] Where(double[] values) => [.. values.Select((value, i) => usable[i] ? value : double.NaN)];
        // Each kept point counts twice in the outline, and a gap or the seam of a run takes one more.
        var kept = Reduction.KeepExtremes([Where(trace.Lower), Where(trace.Upper)], (Figure.MaximumPoints / 2) - 1);
        var (x, y) = (new JsonArray(), new JsonArray());
        for (var start = 0; start < kept.Length; start++)
        {
            var end = start;
            while (end < kept.Length && usable[kept[end]])
                end++;
            if (end == start)
                continue;
            if (x.Count > 0)
            {
                x.Add(null);
                y.Add(null);
            }
            foreach (var i in kept[start..end])
            {
                x.Add(Json.Number(trace.X[i]));
                y.Add(Json.Number(trace.Upper[i]));
            }
            foreach (var i in kept[start..end].Reverse())
            {
                x.Add(Json.Number(trace.X[i]));
                y.Add(Json.Number(trace.Lower[i]));
            }
            start = end;
        }
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = x,
            ["y"] = y,
            ["fill"] = "toself",
            ["fillcolor"] = Palette.Translucent(look.Color, "0.22"),
            ["line"] = new JsonObject { ["color"] = look.Color, ["width"] = 0 },
            ["hoverinfo"] = "skip",
        };
    }
}
