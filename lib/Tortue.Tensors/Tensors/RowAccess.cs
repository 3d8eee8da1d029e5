using System.Numerics.Tensors;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Tortue.Tensors;

/// <summary>Reads, writes and adds whole rows of a packed matrix by their numbers.</summary>
internal static class RowAccess
{
    public static Tensor Read(Tensor matrix, Tensor rows)
    {
        var result = Tensor.Empty([rows.Count, matrix.Sizes[1]], matrix.dtype);
        switch (matrix.dtype)
        {
            case ScalarType.Float32: Read<float>(matrix, rows, result); break;
            case ScalarType.Float64: Read<double>(matrix, rows, result); break;
            case ScalarType.Int64: Read<long>(matrix, rows, result); break;
            case ScalarType.Int32: Read<int>(matrix, rows, result); break;
            case ScalarType.Byte: Read<byte>(matrix, rows, result); break;
            default: Read<bool>(matrix, rows, result); break;
        }

        return result;
    }

    /// <summary>Overwrites rows; of equal numbers the last wins.</summary>
    public static void Write(Tensor matrix, Tensor rows, Tensor values)
    {
        switch (matrix.dtype)
        {
            case ScalarType.Float32: Write<float>(matrix, rows, values); break;
            case ScalarType.Float64: Write<double>(matrix, rows, values); break;
            case ScalarType.Int64: Write<long>(matrix, rows, values); break;
            case ScalarType.Int32: Write<int>(matrix, rows, values); break;
            case ScalarType.Byte: Write<byte>(matrix, rows, values); break;
            default: Write<bool>(matrix, rows, values); break;
        }
    }

    /// <summary>Adds to rows; equal numbers add up.</summary>
    public static void Add(Tensor matrix, Tensor rows, Tensor values)
    {
        switch (matrix.dtype)
        {
            case ScalarType.Float32: Add<float>(matrix, rows, values); break;
            case ScalarType.Float64: Add<double>(matrix, rows, values); break;
            case ScalarType.Int64: Add<long>(matrix, rows, values); break;
            case ScalarType.Int32: Add<int>(matrix, rows, values); break;
            default: throw TorchError.Because($"index_put_ with accumulate is not implemented for '{ScalarTypes.ShortName(matrix.dtype)}'");
        }
    }

    private static void Read<T>(Tensor matrix, Tensor rows, Tensor result)
        where T : unmanaged
    {
        var from = matrix.Span<T>();
        var to = result.Span<T>();
        var at = rows.Span<long>();
        var width = (int)matrix.Sizes[1];
        for (var i = 0; i < at.Length; i++)
            from.Slice((int)at[i] * width, width).CopyTo(to.Slice(i * width, width));
    }

    private static void Write<T>(Tensor matrix, Tensor rows, Tensor values)
        where T : unmanaged
    {
        var to = matrix.Span<T>();
        var from = values.Span<T>();
        var at = rows.Span<long>();
        var width = (int)matrix.Sizes[1];
        for (var i = 0; i < at.Length; i++)
            from.Slice(i * width, width).CopyTo(to.Slice((int)at[i] * width, width));
    }

    private static void Add<T>(Tensor matrix, Tensor rows, Tensor values)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var to = matrix.Span<T>();
        var from = values.Span<T>();
        var at = rows.Span<long>();
        var width = (int)matrix.Sizes[1];
        for (var i = 0; i < at.Length; i++)
        {
            var row = to.Slice((int)at[i] * width, width);
            TensorPrimitives.Add(row, from.Slice(i * width, width), row);
        }
    }
}
