using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>For each place of a result, the two places of the original between which it lies, and how near it is to the second.</summary>
/// <param name="Low">The first place.</param>
/// <param name="High">The second place; the first one again at the end.</param>
/// <param name="Weight">0 at the first place, and up to 1 at the second.</param>
internal sealed record InterpolationAxis<T>(int[] Low, int[] High, T[] Weight)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of places of the result.</summary>
    public int Count => Low.Length;

    /// <summary>Places as PyTorch has them, computed in the same element type.</summary>
    /// <param name="size">Places of the original.</param>
    /// <param name="count">Places of the result.</param>
    /// <param name="factor">The enlargement that was asked for; null for that of the sizes.</param>
    /// <param name="alignCorners">Whether the first and last places fall together; if not, the outer margins of both do.</param>
    public static InterpolationAxis<T> Linear(int size, int count, double? factor, bool alignCorners)
    {
        var axis = new InterpolationAxis<T>(new int[count], new int[count], new T[count]);
        var (sizeAsT, countAsT, half) = (T.CreateTruncating(size), T.CreateTruncating(count), T.CreateTruncating(0.5));
        var step = alignCorners ? (count > 1 ? (sizeAsT - T.One) / (countAsT - T.One) : T.Zero)
            : factor is > 0 ? T.CreateTruncating(1 / factor.Value) : sizeAsT / countAsT;
        for (var i = 0; i < count; i++)
        {
            var place = T.CreateTruncating(i);
            place = size == count ? place : alignCorners ? step * place : T.Max(T.Zero, (step * (place + half)) - half);
            var low = Math.Min(int.CreateTruncating(place), size - 1);
            axis.Low[i] = low;
            axis.High[i] = size == count ? low : Math.Min(low + 1, size - 1);
            axis.Weight[i] = T.Min(place - T.CreateTruncating(low), T.One);
        }

        return axis;
    }
}
