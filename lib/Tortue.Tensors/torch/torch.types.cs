using Tortue.Tensors;
using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    private static ScalarType defaultType = ScalarType.Float32;

    /// <summary>The element type of tensors made of floating-point numbers where none is asked for.</summary>
    /// <returns>Float32 unless <see cref="set_default_dtype"/> was called.</returns>
    public static ScalarType get_default_dtype() => defaultType;

    /// <summary>Sets the element type of tensors made of floating-point numbers where none is asked for.</summary>
    /// <param name="dtype">Float32 or Float64.</param>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (dtype is not (ScalarType.Float32 or ScalarType.Float64))
            throw new ArgumentException($"only floating-point types are supported as the default type, not {dtype}.", nameof(dtype));
        defaultType = dtype;
    }

    /// <summary>Whether a type holds integers.</summary>
    /// <param name="type">The element type.</param>
    /// <returns>True for Byte, Int8, Int16, Int32, Int64 and Bool, as in TorchSharp.</returns>
    public static bool is_integral(ScalarType type) =>
        type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 or ScalarType.Bool;

    /// <summary>Whether a type holds floating-point numbers.</summary>
    /// <param name="type">The element type.</param>
    /// <returns>True for Float64, Float32, Float16 and BFloat16.</returns>
    public static bool is_floating_point(ScalarType type) => type.IsFloatingPoint();

    /// <summary>Whether a type holds complex numbers.</summary>
    /// <param name="type">The element type.</param>
    /// <returns>True for ComplexFloat32 and ComplexFloat64.</returns>
    public static bool is_complex(ScalarType type) => type.IsComplex();

    /// <summary>The smallest type that holds the values of both.</summary>
    /// <param name="type1">One element type.</param>
    /// <param name="type2">The other one.</param>
    /// <returns>The later one of Bool, Int32, Int64, Float32, Float64.</returns>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => ScalarTypes.Promote(type1, type2);

    /// <summary>The element type of an arithmetic operation on two tensors.</summary>
    /// <param name="tensor1">One operand.</param>
    /// <param name="tensor2">The other one.</param>
    /// <returns>The common type; tensors without dimensions count only when they are of a higher kind.</returns>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => ScalarTypes.ResultOf(tensor1, tensor2);

    /// <summary>Whether an object is a tensor.</summary>
    /// <param name="obj">The object.</param>
    /// <returns>True for tensors.</returns>
    public static bool is_tensor(object obj) => obj is Tensor;

    /// <summary>How many threads an operation may use.</summary>
    /// <returns>As many as the machine has processors unless <see cref="set_num_threads"/> was called.</returns>
    public static int get_num_threads() => Workers.Count;

    /// <summary>Sets how many threads an operation may use. Results do not depend on it.</summary>
    /// <param name="num">At least one.</param>
    public static void set_num_threads(int num) => Workers.Count = num;
}
