using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using TorchSharp;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Tortue.Tensors;

/// <summary>Copies between element types and layouts.</summary>
internal static class Conversion
{
    private delegate void Converter<TFrom, TTo>(ReadOnlySpan<TFrom> from, Span<TTo> to);

    /// <summary>Overwrites a tensor with another's values, repeated where its shape is smaller.</summary>
    public static void Assign(Tensor source, Tensor target)
    {
        if (source.SharesMemoryWith(target) && !source.IsSameView(target))
        {
            using var separate = source.Converted(source.dtype, attach: false);
            Assign(separate, target);
            return;
        }

        switch (source.dtype)
        {
            case ScalarType.Float32: FromNumber<float>(source, target); break;
            case ScalarType.Float64: FromNumber<double>(source, target); break;
            case ScalarType.Int64: FromNumber<long>(source, target); break;
            case ScalarType.Int32: FromNumber<int>(source, target); break;
            case ScalarType.Byte: FromNumber<byte>(source, target); break;
            case ScalarType.Bool: FromBool(source, target); break;
            default: throw ScalarTypes.Unsupported(source.dtype);
        }
    }

    /// <summary>Overwrites every element with one number.</summary>
    public static void Fill(Tensor target, Scalar value)
    {
        switch (target.dtype)
        {
            case ScalarType.Float32: Fill(target.Elements<float>(), value.ToSingle()); break;
            case ScalarType.Float64: Fill(target.Elements<double>(), value.ToDouble()); break;
            case ScalarType.Int64: Fill(target.Elements<long>(), value.ToInt64()); break;
            case ScalarType.Int32: Fill(target.Elements<int>(), value.ToInt32()); break;
            case ScalarType.Byte: Fill(target.Elements<byte>(), unchecked((byte)value.ToInt64())); break;
            case ScalarType.Bool: Fill(target.Elements<bool>(), value.ToBoolean()); break;
            default: throw ScalarTypes.Unsupported(target.dtype);
        }
    }

    private static void Fill<T>(Strided<T> target, T value)
        where T : unmanaged
    {
        if (target.IsPacked)
        {
            target.Span.Fill(value);
            return;
        }

        var rows = new StridedRows(target.Sizes, target.Strides);
        var row = new Row<T>(rows.Length);
        while (rows.Next())
        {
            row.Target(target, rows.Offsets[0], rows.Strides[0]).Fill(value);
            row.Store(target, rows.Offsets[0], rows.Strides[0]);
        }
    }

    private static void FromNumber<T>(Tensor source, Tensor target)
        where T : unmanaged, INumber<T>
    {
        if (source.dtype == target.dtype)
        {
            Copy<T>(source, target);
            return;
        }

        switch (target.dtype)
        {
            case ScalarType.Float32: Run<T, float>(source, target, TensorPrimitives.ConvertTruncating); break;
            case ScalarType.Float64: Run<T, double>(source, target, TensorPrimitives.ConvertTruncating); break;
            case ScalarType.Int64: Run<T, long>(source, target, TensorPrimitives.ConvertTruncating); break;
            case ScalarType.Int32: Run<T, int>(source, target, TensorPrimitives.ConvertTruncating); break;
            case ScalarType.Byte: Run<T, byte>(source, target, ToBytes); break;
            case ScalarType.Bool: Run<T, bool>(source, target, IsNotZero); break;
            default: throw ScalarTypes.Unsupported(target.dtype);
        }
    }

    private static void FromBool(Tensor source, Tensor target)
    {
        switch (target.dtype)
        {
            case ScalarType.Float32: Run<bool, float>(source, target, ZeroOrOne); break;
            case ScalarType.Float64: Run<bool, double>(source, target, ZeroOrOne); break;
            case ScalarType.Int64: Run<bool, long>(source, target, ZeroOrOne); break;
            case ScalarType.Int32: Run<bool, int>(source, target, ZeroOrOne); break;
            case ScalarType.Byte: Run<bool, byte>(source, target, ZeroOrOne); break;
            case ScalarType.Bool: Copy<bool>(source, target); break;
            default: throw ScalarTypes.Unsupported(target.dtype);
        }
    }

    private static void Copy<T>(Tensor source, Tensor target)
        where T : unmanaged
    {
        if (source.Count != target.Count || !Transposition.TryCopy(source.Elements<T>(target.Sizes), target.Elements<T>()))
            Run<T, T>(source, target, static (from, to) => from.CopyTo(to));
    }

    /// <summary>The lowest eight bits of the integer, as PyTorch's kernels give: -1 becomes 255, 256 becomes 0.</summary>
    private static void ToBytes<T>(ReadOnlySpan<T> from, Span<byte> to)
        where T : INumber<T>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = unchecked((byte)long.CreateTruncating(from[i]));
    }

    private static void IsNotZero<T>(ReadOnlySpan<T> from, Span<bool> to)
        where T : INumber<T>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = from[i] != T.Zero;
    }

    private static void ZeroOrOne<T>(ReadOnlySpan<bool> from, Span<T> to)
        where T : INumber<T> => TensorPrimitives.ConvertTruncating(MemoryMarshal.AsBytes(from), to);

    private static void Run<TFrom, TTo>(Tensor source, Tensor target, Converter<TFrom, TTo> convert)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        var (from, to) = (source.Elements<TFrom>(target.Sizes), target.Elements<TTo>());
        if (from.IsPacked && to.IsPacked)
        {
            convert(from.Span, to.Span);
            return;
        }

        var rows = new StridedRows(to.Sizes, from.Strides, to.Strides);
        var reader = new Row<TFrom>(rows.Length);
        var writer = new Row<TTo>(rows.Length);
        while (rows.Next())
        {
            convert(reader.Read(from, rows.Offsets[0], rows.Strides[0]), writer.Target(to, rows.Offsets[1], rows.Strides[1]));
            writer.Store(to, rows.Offsets[1], rows.Strides[1]);
        }
    }
}
