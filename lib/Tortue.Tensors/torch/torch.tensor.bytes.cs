using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of an array, in one dimension.</summary>
    /// <param name="rawArray">The values.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From<byte>(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array, in row-major order.</summary>
    /// <param name="rawArray">The values.</param>
    /// <param name="dimensions">The size of each dimension, whose product is the array's length.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.From<byte>(rawArray, dimensions.ToArray(), dtype, device, requires_grad, names);
}
