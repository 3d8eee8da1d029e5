using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>x + y</summary>
internal readonly struct Add : IBinaryFunction, IVectorPair
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Add(x, y);

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Add, T>(x, y, z))
            TensorPrimitives.Add(x, y, z);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Add, T>(x, new(in y), z))
            TensorPrimitives.Add(x, y, z);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Add, T>(new(in x), y, z))
            TensorPrimitives.Add(y, x, z);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T> => LanePairs.TryStream<Add, T>(x, y, z);

    public static unsafe bool TryInvokeRows<T>(RowOperand<T> x, RowOperand<T> y, T* z, nint nextZ, int rows, int columns)
        where T : unmanaged, INumber<T> => LanePairs.TryCombineRows<Add, T>(x, y, z, nextZ, rows, columns);
}

/// <summary>x − y</summary>
internal readonly struct Subtract : IBinaryFunction, IVectorPair
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Subtract(x, y);

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Subtract, T>(x, y, z))
            TensorPrimitives.Subtract(x, y, z);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Subtract, T>(x, new(in y), z))
            TensorPrimitives.Subtract(x, y, z);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Subtract, T>(new(in x), y, z))
            TensorPrimitives.Subtract(x, y, z);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T> => LanePairs.TryStream<Subtract, T>(x, y, z);

    public static unsafe bool TryInvokeRows<T>(RowOperand<T> x, RowOperand<T> y, T* z, nint nextZ, int rows, int columns)
        where T : unmanaged, INumber<T> => LanePairs.TryCombineRows<Subtract, T>(x, y, z, nextZ, rows, columns);
}

/// <summary>x · y</summary>
internal readonly struct Multiply : IBinaryFunction, IVectorPair
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Multiply(x, y);

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Multiply, T>(x, y, z))
            TensorPrimitives.Multiply(x, y, z);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Multiply, T>(x, new(in y), z))
            TensorPrimitives.Multiply(x, y, z);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Multiply, T>(new(in x), y, z))
            TensorPrimitives.Multiply(y, x, z);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T> => LanePairs.TryStream<Multiply, T>(x, y, z);

    public static unsafe bool TryInvokeRows<T>(RowOperand<T> x, RowOperand<T> y, T* z, nint nextZ, int rows, int columns)
        where T : unmanaged, INumber<T> => LanePairs.TryCombineRows<Multiply, T>(x, y, z, nextZ, rows, columns);
}

/// <summary>x / y</summary>
internal readonly struct Divide : IBinaryFunction, IVectorPair
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Divide(x, y);

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Divide, T>(x, y, z))
            TensorPrimitives.Divide(x, y, z);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Divide, T>(x, new(in y), z))
            TensorPrimitives.Divide(x, y, z);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Divide, T>(new(in x), y, z))
            TensorPrimitives.Divide(x, y, z);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T> => LanePairs.TryStream<Divide, T>(x, y, z);

    public static unsafe bool TryInvokeRows<T>(RowOperand<T> x, RowOperand<T> y, T* z, nint nextZ, int rows, int columns)
        where T : unmanaged, INumber<T> => LanePairs.TryCombineRows<Divide, T>(x, y, z, nextZ, rows, columns);
}

/// <summary>The larger one; not-a-number wins.</summary>
internal readonly struct Maximum : IBinaryFunction, IVectorPair
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Select(TLanes.Equal(x, x), TLanes.Most(x, y), x);

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Maximum, T>(x, y, z))
            TensorPrimitives.Max(x, y, z);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Maximum, T>(x, new(in y), z))
            TensorPrimitives.Max(x, y, z);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Maximum, T>(new(in x), y, z))
            TensorPrimitives.Max(y, x, z);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T> => LanePairs.TryStream<Maximum, T>(x, y, z);

    public static unsafe bool TryInvokeRows<T>(RowOperand<T> x, RowOperand<T> y, T* z, nint nextZ, int rows, int columns)
        where T : unmanaged, INumber<T> => LanePairs.TryCombineRows<Maximum, T>(x, y, z, nextZ, rows, columns);
}

/// <summary>The smaller one; not-a-number wins.</summary>
internal readonly struct Minimum : IBinaryFunction, IVectorPair
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Select(TLanes.Equal(x, x), TLanes.Least(x, y), x);

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Minimum, T>(x, y, z))
            TensorPrimitives.Min(x, y, z);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Minimum, T>(x, new(in y), z))
            TensorPrimitives.Min(x, y, z);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (!LanePairs.TryCombine<Minimum, T>(new(in x), y, z))
            TensorPrimitives.Min(y, x, z);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T> => LanePairs.TryStream<Minimum, T>(x, y, z);

    public static unsafe bool TryInvokeRows<T>(RowOperand<T> x, RowOperand<T> y, T* z, nint nextZ, int rows, int columns)
        where T : unmanaged, INumber<T> => LanePairs.TryCombineRows<Minimum, T>(x, y, z, nextZ, rows, columns);
}
