using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>What the engine knows of element types: which it computes with, and which one two of them make together.</summary>
internal static class ScalarTypes
{
    public static NotSupportedException Unsupported(ScalarType type) =>
        new($"Element type {type} is not available in this engine: use Float32, Float64, Int64, Int32, Byte or Bool.");

    /// <summary>Whether this engine has tensors of that type.</summary>
    public static bool IsAvailable(ScalarType type) =>
        type is ScalarType.Float32 or ScalarType.Float64 or ScalarType.Int64 or ScalarType.Int32 or ScalarType.Byte or ScalarType.Bool;

    public static bool IsFloatingPoint(this ScalarType type) =>
        type is ScalarType.Float32 or ScalarType.Float64 or ScalarType.Float16 or ScalarType.BFloat16;

    public static bool IsComplex(this ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>Floating-point types stay; integers and truth values become the default floating-point type.</summary>
    public static ScalarType ToFloatingPoint(this ScalarType type) => type.IsFloatingPoint() ? type : get_default_dtype();

    /// <summary>The smallest type that holds the values of both: bool → byte → int32 → int64 → float32 → float64.</summary>
    public static ScalarType Promote(ScalarType a, ScalarType b) => Rank(a) >= Rank(b) ? a : b;

    /// <summary>
    /// PyTorch's rule for two operands: tensors with dimensions decide; a tensor without dimensions counts only when its kind (bool,
    /// integer, floating point) is higher, and a plain number only when it is higher than both.
    /// </summary>
    public static ScalarType ResultOf(Tensor left, Tensor right)
    {
        if (left.dtype == right.dtype)
            return left.dtype;

        var (leftPriority, rightPriority) = (Priority(left), Priority(right));
        if (leftPriority == rightPriority)
            return Promote(left.dtype, right.dtype);

        var (strong, weak) = leftPriority > rightPriority ? (left, right) : (right, left);
        if (Kind(weak.dtype) <= Kind(strong.dtype))
            return strong.dtype;

        return weak.IsPlainNumber && weak.dtype.IsFloatingPoint() ? get_default_dtype() : weak.dtype;
    }

    /// <summary>The rule for a tensor and a plain number, which counts only when it is of a higher kind.</summary>
    public static ScalarType ResultOf(Tensor tensor, Scalar number) =>
        Kind(number.Type) <= Kind(tensor.dtype) ? tensor.dtype
        : number.Type.IsFloatingPoint() ? get_default_dtype()
        : number.Type;

    /// <summary>Refuses results that a tensor to be changed in place cannot hold: those of a higher kind.</summary>
    public static void CheckCast(ScalarType from, ScalarType to)
    {
        if (Kind(from) > Kind(to))
            throw TorchError.Because($"result type {ShortName(from)} can't be cast to the desired output type {ShortName(to)}");
    }

    /// <summary>The C# type name in PyTorch's messages: torch.FloatTensor and so on.</summary>
    public static string LegacyName(ScalarType type) => type switch
    {
        ScalarType.Float32 => "torch.FloatTensor",
        ScalarType.Float64 => "torch.DoubleTensor",
        ScalarType.Int64 => "torch.LongTensor",
        ScalarType.Int32 => "torch.IntTensor",
        ScalarType.Byte => "torch.ByteTensor",
        _ => "torch.BoolTensor",
    };

    /// <summary>The name in PyTorch's messages about operands: Float, Double, Long, Int, Bool.</summary>
    public static string ShortName(ScalarType type) => type switch
    {
        ScalarType.Float32 => "Float",
        ScalarType.Float64 => "Double",
        ScalarType.Int64 => "Long",
        ScalarType.Int32 => "Int",
        _ => type.ToString(),
    };

    public static ScalarType Of<T>() =>
        typeof(T) == typeof(float) ? ScalarType.Float32
        : typeof(T) == typeof(double) ? ScalarType.Float64
        : typeof(T) == typeof(long) ? ScalarType.Int64
        : typeof(T) == typeof(int) ? ScalarType.Int32
        : typeof(T) == typeof(bool) ? ScalarType.Bool
        : typeof(T) == typeof(byte) ? ScalarType.Byte
        : throw new NotSupportedException(
            $"Elements of type {typeof(T).Name} are not available in this engine: use float, double, long, int, byte or bool.");

    private static int Priority(Tensor t) => t.ndim > 0 ? 2 : t.IsPlainNumber ? 0 : 1;

    private static int Kind(ScalarType type) => type == ScalarType.Bool ? 0 : type.IsFloatingPoint() ? 2 : 1;

    private static int Rank(ScalarType type) => type switch
    {
        ScalarType.Bool => 0,
        ScalarType.Byte => 1,
        ScalarType.Int32 => 2,
        ScalarType.Int64 => 3,
        ScalarType.Float32 => 4,
        ScalarType.Float64 => 5,
        _ => throw Unsupported(type),
    };
}
