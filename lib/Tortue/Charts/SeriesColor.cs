namespace Tortue.Charts;

/// <summary>
/// The colours of series, after Okabe and Ito's palette, which readers with a colour vision deficiency can tell apart. Each has a
/// contrast of at least 3 : 1 both on white and on a dark editor's background; series differ by their markers as well.
/// </summary>
public enum SeriesColor
{
    /// <summary>#1F83C6, a little lighter than the original palette's blue, for the sake of dark backgrounds.</summary>
    Blue,

    /// <summary>#D55E00.</summary>
    Vermillion,

    /// <summary>#009E73, bluish green.</summary>
    Green,

    /// <summary>#CC79A7, reddish purple.</summary>
    Purple,

    /// <summary>#9C6B30, in place of the original palette's yellows, which vanish on white.</summary>
    Brown,
}
