using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of an array of 2 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 3 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        float[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 4 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        float[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 2 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 3 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 4 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        double[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 2 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 3 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 4 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        long[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 2 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 3 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        int[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 4 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        int[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 2 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 3 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of 4 dimensions.</summary>
    /// <inheritdoc cref="from_array(Array, ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(
        bool[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);
}
