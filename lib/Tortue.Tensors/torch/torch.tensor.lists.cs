namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of a list, in one dimension.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<float> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        tensor((float[])[.. rawArray], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of a list, in row-major order.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        tensor((float[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A matrix with a copy of a list, in row-major order.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<float> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        tensor((float[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of a list, in one dimension.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        tensor((double[])[.. rawArray], dtype, device, requires_grad, names);

    /// <summary>A matrix with a copy of a list, in row-major order.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        tensor((double[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of a list, in one dimension.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        tensor((long[])[.. rawArray], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of a list, in row-major order.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        tensor((long[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A matrix with a copy of a list, in row-major order.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        tensor((long[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of a list, in one dimension.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        tensor((int[])[.. rawArray], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of a list, in row-major order.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        tensor((int[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A matrix with a copy of a list, in row-major order.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        tensor((int[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of a list, in one dimension.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        tensor((bool[])[.. rawArray], dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of a list, in row-major order.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        tensor((bool[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A matrix with a copy of a list, in row-major order.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        tensor((bool[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);
}
