namespace Tortue.Gradients;

/// <summary>The gradient of one network at every point of the grid.</summary>
/// <param name="Wiring">How the layers follow each other.</param>
/// <param name="Depth">L: hidden layers, or residual blocks.</param>
/// <param name="Gradients">df/dx at each point, in units of its root mean square.</param>
public sealed record GradientSeries(NetworkWiring Wiring, int Depth, IReadOnlyList<double> Gradients)
{
    private const int Decimals = 4;

    /// <summary>A series in units of its root mean square.</summary>
    internal static GradientSeries Of(NetworkWiring wiring, int depth, IReadOnlyList<double> gradients)
    {
        double scale = Math.Sqrt(gradients.Average(value => value * value));
        return new(wiring, depth, [.. gradients.Select(value => Math.Round(value / scale, Decimals))]);
    }
}
