using System.Numerics;
using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>Normal numbers from uniform ones (Box and Muller, 1958), in blocks whose halves are paired.</summary>
internal static class BoxMuller
{
    /// <summary>Turns a block of uniform numbers on [0, 1) into normal ones, in place.</summary>
    /// <param name="block">An even number of values: the first half gives the radii, the second the angles.</param>
    /// <param name="mean">The mean of the result.</param>
    /// <param name="deviation">The standard deviation of the result.</param>
    public static void Transform<T>(Span<T> block, T mean, T deviation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var half = block.Length / 2;
        Span<T> cosines = stackalloc T[half];
        var radii = block[..half];
        var angles = block[half..];

        TensorPrimitives.Subtract(T.One, radii, radii);
        TensorPrimitives.Log(radii, radii);
        TensorPrimitives.Multiply(radii, T.CreateChecked(-2), radii);
        TensorPrimitives.Sqrt(radii, radii);
        TensorPrimitives.Multiply(angles, T.CreateChecked(2) * T.Pi, angles);
        TensorPrimitives.Cos(angles, cosines);
        TensorPrimitives.Sin(angles, angles);
        TensorPrimitives.Multiply(angles, radii, angles);
        TensorPrimitives.Multiply(radii, cosines, radii);
        TensorPrimitives.Multiply(block, deviation, block);
        TensorPrimitives.Add(block, mean, block);
    }
}
