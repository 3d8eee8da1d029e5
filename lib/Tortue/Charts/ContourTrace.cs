namespace Tortue.Charts;

/// <summary>The areas between the lines on which a function of two variables has the same value.</summary>
internal sealed record ContourTrace(double[] X, double[] Y, double[,] Z, string ColorTitle, int LevelCount)
    : GridTrace(X, Y, Z, ColorTitle)
{
    /// <inheritdoc/>
    public override int? Levels => LevelCount;
}
