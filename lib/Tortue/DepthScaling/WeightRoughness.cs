using static TorchSharp.torch;

namespace Tortue.DepthScaling;

/// <summary>
/// How rough weights are along the depth: the mean square of V_{k+1} − V_k over twice that of V_k, over all entries. Independent layers
/// have 1 on average; samples of a smooth function have nearly 0, and the less the more layers there are.
/// </summary>
public static class WeightRoughness
{
    /// <summary>The roughness of the layers of a network.</summary>
    /// <param name="layers">The same matrix of every layer, at least two.</param>
    /// <exception cref="ArgumentException">There are fewer than two layers.</exception>
    public static double Of(IReadOnlyList<Tensor> layers) =>
        Of(layers.Select(Numbers).ToArray());

    /// <summary>The same, of numbers.</summary>
    /// <param name="layers">All numbers of every layer, at least two layers of one length.</param>
    /// <exception cref="ArgumentException">There are fewer than two layers.</exception>
    public static double Of(IReadOnlyList<IReadOnlyList<float>> layers)
    {
        if (layers.Count < 2)
            throw new ArgumentException(DepthScalingText.RoughnessLayers);
        var steps = layers.Zip(layers.Skip(1), SquaredDistance).Average();
        return steps / (2 * layers.Average(SquaredNorm));
    }

    /// <summary>What it is on average for weights that follow a path, before training: 1 minus the correlation of neighbours.</summary>
    /// <param name="path">The path.</param>
    /// <param name="depth">The number of layers L.</param>
    public static double Expected(WeightPath path, int depth) =>
        path.Law(depth) is { } law ? 1 - law.Autocovariance(1) : 1;

    /// <summary>How far weights are from others, as a share of the others' norm: ‖V′ − V‖/‖V‖ over all layers.</summary>
    /// <param name="layers">The weights V.</param>
    /// <param name="moved">The weights V′, in the same order.</param>
    internal static double Distance(IReadOnlyList<float[]> layers, IReadOnlyList<float[]> moved) =>
        Math.Sqrt(layers.Zip(moved, SquaredDistance).Sum() / layers.Sum(SquaredNorm));

    /// <summary>All numbers of a matrix.</summary>
    internal static float[] Numbers(Tensor layer)
    {
        using var scope = NewDisposeScope();
        return layer.detach().contiguous().data<float>().ToArray();
    }

    private static double SquaredDistance(IReadOnlyList<float> first, IReadOnlyList<float> second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Count; i++)
            sum += ((double)second[i] - first[i]) * ((double)second[i] - first[i]);
        return sum;
    }

    private static double SquaredNorm(IReadOnlyList<float> numbers)
    {
        var sum = 0.0;
        for (var i = 0; i < numbers.Count; i++)
            sum += (double)numbers[i] * numbers[i];
        return sum;
    }
}
