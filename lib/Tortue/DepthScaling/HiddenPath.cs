using System.Text.Json.Serialization;
using Tortue.Experiments;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>A few coordinates of the hidden states along a network, or along the solution of the equation that it tends to.</summary>
/// <param name="Steps">The number of steps: L, or the points of a solution less one. Step k is at the time k / steps.</param>
/// <param name="Coordinates">
/// For each coordinate i its change √d (h_{k,i} − h_{0,i}) / ‖h_0‖ at k = 0 … steps: in units of what a coordinate of h_0 is on average.
/// </param>
public sealed record HiddenPath(int Steps, IReadOnlyList<IReadOnlyList<double>> Coordinates)
{
    /// <summary>How many coordinates are kept, if the network is that wide.</summary>
    public const int MostCoordinates = 3;

    private const int Digits = 4;

    /// <summary>The times k / steps.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Times => [.. Enumerable.Range(0, Steps + 1).Select(k => (double)k / Steps)];

    /// <summary>One coordinate's change along the path.</summary>
    /// <param name="number">Which, from 1 on.</param>
    /// <exception cref="ArgumentException">There is no such coordinate.</exception>
    public IReadOnlyList<double> Coordinate(int number) => number >= 1 && number <= Coordinates.Count
        ? Coordinates[number - 1]
        : throw new ArgumentException(Text.Format(DepthScalingText.LimitBadCoordinate, Coordinates.Count, number));

    /// <summary>The path through states.</summary>
    internal static HiddenPath Of(IReadOnlyList<double[]> states)
    {
        var start = states[0];
        var unit = DoubleVectors.Norm(start) / Math.Sqrt(start.Length);
        return new(
            states.Count - 1,
            [
                .. Enumerable.Range(0, Math.Min(MostCoordinates, start.Length)).Select(i =>
                    (IReadOnlyList<double>)[.. states.Select(state => SignificantDigits.Round((state[i] - start[i]) / unit, Digits))]),
            ]);
    }
}
