namespace Tortue.Charts;

/// <summary>How one series looks and how the legend knows it.</summary>
/// <param name="Color">Six hexadecimal digits after a hash.</param>
/// <param name="Dash">Dash of lines.</param>
/// <param name="Marker">Symbol of points.</param>
/// <param name="Pattern">Pattern of bars, empty for none.</param>
/// <param name="Group">What is shown and hidden together.</param>
/// <param name="First">Whether it is the first series, which needs no marks to be told apart.</param>
internal readonly record struct SeriesLook(string Color, string Dash, string Marker, string Pattern, string Group, bool First)
{
    public static readonly SeriesLook Published =
        new(Palette.Neutral, Palette.PublishedDash, "diamond", "", "", true);
}
