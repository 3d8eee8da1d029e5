namespace Tortue.Charts;

/// <summary>
/// The colours of series, after Okabe and Ito's palette, which readers with a colour vision deficiency can tell apart. Each has a
/// contrast of at least 3 : 1 both on white and on a dark editor's background; series differ by dash and marker as well.
/// </summary>
public enum SeriesColor
{
    /// <summary>#0072B2.</summary>
    Blue,

    /// <summary>#D55E00.</summary>
    Vermillion,

    /// <summary>#009E73, bluish green.</summary>
    Green,

    /// <summary>#CC79A7, reddish purple.</summary>
    Purple,

    /// <summary>#3D9BD6, a sky blue that is darker than the original palette's, for the sake of white backgrounds.</summary>
    Sky,
}
