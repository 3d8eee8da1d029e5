using System.Globalization;
using System.Text.Json.Nodes;

namespace Tortue.Charts;

/// <summary>Writes the colour axes and the bars beside the panels that say what the colours mean.</summary>
internal static class ColorAxisJson
{
    private const int TitleWidth = 36;

    // So many decades have labels enough at their powers of ten.
    private const int EnoughDecades = 3;
    private const double SmallestPlain = 1e-4;
    private const double LargestPlain = 1e5;

    private static readonly (double Place, string Color)[] Diverging =
        [(0, "#0B4F8A"), (0.25, "#5FA5D9"), (0.5, "#D9D9D9"), (0.75, "#E08A3C"), (1, "#A63C00")];

    /// <summary>Name of a panel's colour axis.</summary>
    public static string Key(int panel) => panel == 0 ? "coloraxis" : $"coloraxis{panel + 1}";

    /// <summary>Adds the colour axes of all panels that have colours. Where they all mean the same only the last one has a bar.</summary>
    public static void WriteTo(JsonObject layout, FigureModel model)
    {
        for (var panel = 0; panel < model.Panels.Length; panel++)
        {
            if (ColorAxis.Of(model, panel) is { } axis)
                layout[Key(panel)] = Write(axis, ColorAxis.HasBar(model, panel));
        }
    }

    /// <summary>Labels of a logarithmic scale whose places are logarithms: powers of ten, and numbers between them where there are
    /// few.</summary>
    public static JsonObject LogLabels(Interval shown)
    {
        var first = (int)Math.Floor(shown.Min);
        var last = (int)Math.Ceiling(shown.Max);
        int[] digits = (shown.Max - shown.Min) switch
        {
            >= EnoughDecades => [1],
            >= 0.7 => [1, 2, 5],
            _ => [1, 2, 3, 4, 5, 6, 7, 8, 9],
        };
        var every = digits.Length > 1 ? 1 : Math.Max(1, (last - first) / 6);
        var places =
            from exponent in Enumerable.Range(first, last - first + 1)
            where exponent % every == 0
            from digit in digits
            let place = exponent + Math.Log10(digit)
            where place >= shown.Min - 1e-9 && place <= shown.Max + 1e-9
            select (Place: place, Text: Label(digit, exponent));
        var all = places.ToArray();
        return new JsonObject
        {
            ["tickvals"] = Json.Numbers(all.Select(each => each.Place)),
            ["ticktext"] = new JsonArray([.. all.Select(each => (JsonNode)each.Text)]),
        };
    }

    private static string Label(int digit, int exponent)
    {
        var value = digit * Math.Pow(10, exponent);
        return value is >= SmallestPlain and < LargestPlain
            ? value.ToString("0.####", CultureInfo.InvariantCulture)
            : digit == 1 ? $"10<sup>{exponent}</sup>" : $"{digit}·10<sup>{exponent}</sup>";
    }

    private static JsonObject Write(ColorAxis axis, bool hasBar)
    {
        var json = new JsonObject { ["colorscale"] = Scale(axis.Colors) };
        if (!axis.Shown.IsEmpty)
        {
            json["cmin"] = Json.Number(axis.Shown.Min);
            json["cmax"] = Json.Number(axis.Shown.Max);
        }
        if (hasBar)
            json["colorbar"] = Bar(axis);
        else
            json["showscale"] = false;
        return json;
    }

    private static JsonObject Bar(ColorAxis axis)
    {
        var bar = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = ChartText.Format(axis.Title, TitleWidth), ["side"] = "right" },
            ["thickness"] = 14,
            ["outlinewidth"] = 0,
            ["xpad"] = 4,
            ["exponentformat"] = "power",
        };
        foreach (var (setting, value) in axis is { Scale: AxisScale.Log, Shown.IsEmpty: false } ? LogLabels(axis.Shown) : [])
            bar[setting] = value?.DeepClone();
        return bar;
    }

    // Plotly's own "Greys" begins with white.
    private static JsonNode Scale(HeatmapColors colors) => colors switch
    {
        HeatmapColors.Sequential => "Viridis",
        HeatmapColors.Greys => Stops([(0, "#000000"), (1, "#ffffff")]),
        _ => Stops(Diverging),
    };

    private static JsonArray Stops(IEnumerable<(double Place, string Color)> stops) =>
        [.. stops.Select(stop => (JsonNode)new JsonArray(Json.Number(stop.Place), stop.Color))];
}
