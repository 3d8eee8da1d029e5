using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd.Graphs;

/// <summary>All operations of the random graphs.</summary>
internal static partial class GraphSteps
{
    /// <summary>How far the values are from where a function has a kink, at least.</summary>
    private const double Distance = 0.01;

    public static readonly GraphStep[] All =
        [.. Pointwise, .. Products, .. Reductions, .. Views, .. Indices, .. Joins, .. InPlace, .. Images];

    /// <summary>No value is near zero.</summary>
    private static bool AwayFromZero(Tensor x) => x.abs().min().item<double>() > Distance;

    /// <summary>No two values are near each other, so that small changes leave their order.</summary>
    private static bool Apart(Tensor x)
    {
        var sorted = x.contiguous().data<double>().Order().ToArray();
        return sorted.Zip(sorted.Skip(1), (low, high) => high - low).All(gap => gap > Distance);
    }

    /// <summary>A tensor that can be broadcast with another: itself, or else the mean of its elements.</summary>
    private static Tensor Fit(Tensor b, Tensor to)
    {
        var fits = b.shape.Reverse().Zip(to.shape.Reverse(), (n, m) => n == m || n == 1 || m == 1).All(x => x);
        return fits ? b : b.mean();
    }

    /// <summary>The elements of a tensor, over and over, in a shape.</summary>
    private static Tensor Filled(Tensor from, params long[] shape)
    {
        var (count, all) = (shape.Aggregate(1L, (product, size) => product * size), from.reshape(-1));
        return all[arange(count).remainder(all.shape[0])].reshape(shape);
    }
}
