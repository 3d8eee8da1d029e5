namespace Tortue.Charts;

/// <summary>The colours of a heat map.</summary>
public enum HeatmapColors
{
    /// <summary>From dark to light (Viridis), for quantities that have a smallest and a largest value.</summary>
    Sequential,

    /// <summary>
    /// From blue by a neutral grey to orange, for quantities with a centre such as zero. Where no range is given it is made symmetric
    /// about zero.
    /// </summary>
    Diverging,

    /// <summary>From black to white, for pictures.</summary>
    Greys,
}
