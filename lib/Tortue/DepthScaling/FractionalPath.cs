namespace Tortue.DepthScaling;

/// <summary>A path of fractional Brownian motion, and what paths of its kind have for a Hurst exponent.</summary>
/// <param name="Hurst">The exponent H that they were drawn with.</param>
/// <param name="Steps">The steps k of the path, from 0 on, evenly spaced, no more than a thousand of them.</param>
/// <param name="Path">The path at these steps, divided by L^H, L being the number of its steps.</param>
/// <param name="Measured">The exponent of every path, by <see cref="HurstExponent"/>.</param>
public sealed record FractionalPath(double Hurst, IReadOnlyList<int> Steps, IReadOnlyList<double> Path, IReadOnlyList<double> Measured);
