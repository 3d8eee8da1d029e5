namespace Tortue.Charts;

/// <summary>The graph of a function of two variables in space, seen from a point that the reader can move.</summary>
internal sealed record SurfaceTrace(double[] X, double[] Y, double[,] Z, string ColorTitle) : GridTrace(X, Y, Z, ColorTitle)
{
    private const int RoundEnds = 20;

    /// <summary>Direction of the first view, in degrees from the x axis towards the y axis.</summary>
    public double Turn { get; init; }

    /// <summary>Height of the first view, in degrees above the plane of x and y.</summary>
    public double Elevation { get; init; }

    /// <inheritdoc/>
    public override int? Levels => RoundEnds;
}
