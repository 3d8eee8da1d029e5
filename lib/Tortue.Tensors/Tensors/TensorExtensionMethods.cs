using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What TorchSharp adds to tensors and element types: numbers out of tensors, and text.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The number in a tensor of one element.</summary>
    /// <param name="value">The tensor.</param>
    /// <returns>The number, converted where the element type differs.</returns>
    public static float ToSingle(this Tensor value) => value.Number<float>();

    /// <summary>The number in a tensor of one element.</summary>
    /// <param name="value">The tensor.</param>
    /// <returns>The number, converted where the element type differs.</returns>
    public static double ToDouble(this Tensor value) => value.Number<double>();

    /// <summary>The number in a tensor of one element.</summary>
    /// <param name="value">The tensor.</param>
    /// <returns>The number, converted where the element type differs.</returns>
    public static long ToInt64(this Tensor value) => value.Number<long>();

    /// <summary>The number in a tensor of one element.</summary>
    /// <param name="value">The tensor.</param>
    /// <returns>The number, converted where the element type differs.</returns>
    public static int ToInt32(this Tensor value) => value.Number<int>();

    /// <summary>The number in a tensor of one element.</summary>
    /// <param name="value">The tensor.</param>
    /// <returns>The number, converted where the element type differs.</returns>
    public static bool ToBoolean(this Tensor value) => value.Number<bool>();

    /// <summary>The size of one element in bytes.</summary>
    /// <param name="type">The element type.</param>
    /// <returns>8 for Float64 and Int64, 4 for Float32 and Int32, 2, or 1.</returns>
    public static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Float64 or ScalarType.Int64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.Float32 or ScalarType.Int32 or ScalarType.QInt32 => 4,
        ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Int16 => 2,
        ScalarType.ComplexFloat64 => 16,
        _ => 1,
    };

    /// <summary>The number of elements of a shape.</summary>
    /// <param name="shape">The size of each dimension.</param>
    /// <returns>Their product.</returns>
    public static long TotalSize(this IEnumerable<long> shape) => Shapes.Count([.. shape]);

    /// <summary>A tensor of one number and no dimensions.</summary>
    /// <typeparam name="T">float, double, long, int, byte or bool.</typeparam>
    /// <param name="scalar">The number.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false)
        where T : struct
    {
        using var one = Creation.From(new[] { scalar }, null, device, false);
        return one.Reshaped([], [], 0).requires_grad_(requires_grad);
    }

    /// <summary>A tensor with a copy of an array, in row-major order.</summary>
    /// <typeparam name="T">float, double, long, int, byte or bool.</typeparam>
    /// <param name="rawArray">The values.</param>
    /// <param name="dimensions">The size of each dimension, whose product is the array's length.</param>
    /// <param name="doCopy">Has no effect: the array is always copied here.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
    {
        using var all = Creation.From(rawArray, null, null, false);
        return all.view(dimensions).requires_grad_(requires_grad);
    }
}
