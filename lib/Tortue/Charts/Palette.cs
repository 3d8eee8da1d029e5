namespace Tortue.Charts;

/// <summary>The look of the n-th series. Colours and markers run at different periods, so that few series share either of them.</summary>
internal static class Palette
{
    /// <summary>Published values, reference lines: readable on light and dark alike and never the colour of a series.</summary>
    public const string Neutral = "#6E6E6E";

    /// <summary>Published values over a heat map, whose colours are neither light nor dark.</summary>
    public const string OnHeatmap = "#111111";

    /// <summary>The rim of a line over a heat map.</summary>
    public const string Rim = "#FFFFFF";

    /// <summary>Text where the page's own text colour is not known: equally far from white and from a dark editor's background.</summary>
    public const string Text = "#7A7A7A";

    public const string Transparent = "rgba(0,0,0,0)";

    /// <summary>The dash that marks published values; no measured series has it.</summary>
    public const string PublishedDash = "dash";

    /// <summary>Grid lines and axis lines, translucent so that they suit any background.</summary>
    public const string Grid = "rgba(128,128,128,0.25)";

    /// <summary>Axis lines, ticks and the line through zero.</summary>
    public const string AxisLine = "rgba(128,128,128,0.6)";

    private static readonly string[] Colors = ["#1F83C6", "#D55E00", "#009E73", "#CC79A7", "#9C6B30"];
    private static readonly string[] Dashes = ["solid", "dot", "dashdot", "longdashdot"];
    private static readonly string[] Markers = ["circle", "square", "diamond", "triangle-up", "cross", "x", "star"];
    private static readonly string[] Patterns = ["", "/", "x", ".", "-", "\\"];

    public static string Color(int slot) => Colors[slot % Colors.Length];

    /// <summary>Solid until colours repeat: a dash says "not measured" first of all.</summary>
    public static string Dash(int slot) => Dashes[slot / Colors.Length % Dashes.Length];

    public static string Marker(int slot) => Markers[slot % Markers.Length];

    public static string Pattern(int slot) => Patterns[slot % Patterns.Length];

    /// <summary>The colour with an opacity, in the form that every version of plotly.js reads.</summary>
    public static string Translucent(string color, string opacity) =>
        $"rgba({Convert.ToInt32(color[1..3], 16)},{Convert.ToInt32(color[3..5], 16)},{Convert.ToInt32(color[5..7], 16)},{opacity})";
}
