namespace Tortue.Charts;

/// <summary>How one series looks and how the legend knows it.</summary>
internal readonly record struct SeriesLook(string Color, string Dash, string Marker, string Pattern, string Group)
{
    public static readonly SeriesLook Published =
        new(Palette.Neutral, Palette.PublishedDash, "diamond", "", "");
}
