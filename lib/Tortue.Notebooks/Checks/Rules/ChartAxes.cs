using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>The axes of a chart that readers see, with their titles.</summary>
internal static partial class ChartAxes
{
    /// <summary>The axes that traces of a chart use: the name in the layout, and the title.</summary>
    public static IEnumerable<(string Axis, string Title)> Of(ChapterChart chart)
    {
        var traces = chart.Traces.Where(trace => Text(trace["type"]) is not ("pie" or "table")).ToList();
        var spatial = traces.Where(IsSpatial).ToList();
        var flat = traces.Except(spatial).ToList();
        var axes = new[] { "xaxis", "yaxis" }.SelectMany(axis => flat.Select(trace => Key(axis, Text(trace[axis])))).Distinct();
        foreach (var axis in axes.Where(axis => !IsSilent(chart.Layout, axis)))
            yield return (axis, TitleOf(chart.Layout, axis));
        foreach (var scene in spatial.Select(trace => Text(trace["scene"]) is { Length: > 0 } name ? name : "scene").Distinct())
        {
            foreach (var letter in new[] { "xaxis", "yaxis" })
                yield return ($"{scene}.{letter}", ChapterChart.TextOf(Child(chart.Layout, scene, letter)?["title"]));
        }
        foreach (var (name, axis) in chart.Layout.Where(entry => entry.Key.StartsWith("coloraxis", StringComparison.Ordinal)))
        {
            if (axis is JsonObject colours && !IsOff(colours["showscale"]))
                yield return (name, ChapterChart.TextOf(Child(colours, "colorbar")?["title"]));
        }
    }

    /// <summary>
    /// Whether a title says its unit: in parentheses, "(no unit)" too, or by what it counts, as "epoch" and "layer l" do. Names in place
    /// of numbers have no unit.
    /// </summary>
    public static bool HasUnit(ChapterChart chart, string axis, string title) =>
        Unit().IsMatch(title) || Counted().IsMatch(title) || Child(chart.Layout, axis)?["ticktext"] is JsonArray;

    private static bool IsSpatial(JsonObject trace) => Text(trace["type"]) is "surface" or "scatter3d" or "mesh3d";

    // One of several that are the same stands for all.
    private static bool IsSilent(JsonObject layout, string axis)
    {
        var json = Child(layout, axis);
        return ChapterChart.TextOf(json?["title"]).Length == 0
            && (IsOff(json?["showticklabels"]) || IsOff(json?["visible"]) || json?["matches"] is not null);
    }

    private static bool IsOff(JsonNode? setting) => JsonNode.DeepEquals(setting, false);

    private static string TitleOf(JsonObject layout, string axis) => ChapterChart.TextOf(Child(layout, axis)?["title"]);

    // "x2" of a trace is "xaxis2" of the layout.
    private static string Key(string axis, string id) => axis + (id.Length > 1 ? id[1..] : "");

    private static JsonObject? Child(JsonObject json, params ReadOnlySpan<string> path)
    {
        JsonNode? node = json;
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node as JsonObject;
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    [GeneratedRegex(@"\s\((?:[^()]|\([^()]*\))+\)")]
    private static partial Regex Unit();

    // Numbers of things: the thing is the unit.
    [GeneratedRegex(
        @"\A(\w+ )?(layers?|blocks?|epochs?|(mini)?batch(es)?|steps?|units|neurons|images|examples|networks|pixels|parameters|rescalings"
        + @"|multiply-adds)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Counted();
}
