namespace Tortue.Data;

/// <summary>Outlines of the generated images' objects.</summary>
internal enum Silhouette
{
    /// <summary>A disc.</summary>
    Disc,

    /// <summary>An equilateral triangle.</summary>
    Triangle,

    /// <summary>A cross of two thick bars.</summary>
    Cross,

    /// <summary>A disc without an off-centre disc.</summary>
    Crescent,

    /// <summary>A bar, three times as long as thick.</summary>
    Bar,
}
