namespace Tortue.Charts;

/// <summary>A grid of coloured cells.</summary>
internal sealed record HeatmapTrace(double[] X, double[] Y, double[,] Z, string ColorTitle) : GridTrace(X, Y, Z, ColorTitle);
