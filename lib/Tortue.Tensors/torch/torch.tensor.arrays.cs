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
        float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From<float>(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array, in row-major order.</summary>
    /// <param name="rawArray">The values.</param>
    /// <param name="dimensions">The size of each dimension, whose product is the array's length.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.From<float>(rawArray, dimensions.ToArray(), dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array, in one dimension.</summary>
    /// <param name="rawArray">The values.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From<double>(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array, in row-major order.</summary>
    /// <param name="rawArray">The values.</param>
    /// <param name="dimensions">The size of each dimension, whose product is the array's length.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.From<double>(rawArray, dimensions.ToArray(), dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array, in one dimension.</summary>
    /// <param name="dataArray">The values.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From<long>(dataArray, [dataArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array, in row-major order.</summary>
    /// <param name="dataArray">The values.</param>
    /// <param name="dimensions">The size of each dimension, whose product is the array's length.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.From<long>(dataArray, dimensions.ToArray(), dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array, in one dimension.</summary>
    /// <param name="rawArray">The values.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From<int>(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array, in row-major order.</summary>
    /// <param name="rawArray">The values.</param>
    /// <param name="dimensions">The size of each dimension, whose product is the array's length.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.From<int>(rawArray, dimensions.ToArray(), dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array, in one dimension.</summary>
    /// <param name="rawArray">The values.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From<bool>(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array, in row-major order.</summary>
    /// <param name="rawArray">The values.</param>
    /// <param name="dimensions">The size of each dimension, whose product is the array's length.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(
        bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Creation.From<bool>(rawArray, dimensions.ToArray(), dtype, device, requires_grad, names);
}
