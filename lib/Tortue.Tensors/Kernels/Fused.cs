using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>A short expression of two numbers, written once for vectors of floating-point numbers and once for others.</summary>
internal interface IFusedExpression : IVectorPair
{
    static abstract T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T>;
}

/// <summary>Applies an expression in one pass over memory.</summary>
internal readonly struct Fused<TExpression> : IBinaryFunction
    where TExpression : IFusedExpression
{
    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (LanePairs.TryCombine<TExpression, T>(x, y, z))
            return;

        for (var i = 0; i < x.Length; i++)
            z[i] = TExpression.Invoke(x[i], y[i]);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (LanePairs.TryCombine<TExpression, T>(x, new(in y), z))
            return;

        for (var i = 0; i < x.Length; i++)
            z[i] = TExpression.Invoke(x[i], y);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        if (LanePairs.TryCombine<TExpression, T>(new(in x), y, z))
            return;

        for (var i = 0; i < y.Length; i++)
            z[i] = TExpression.Invoke(x, y[i]);
    }

    public static bool TryStream<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T> => LanePairs.TryStream<TExpression, T>(x, y, z);

    public static unsafe bool TryInvokeRows<T>(RowOperand<T> x, RowOperand<T> y, T* z, nint nextZ, int rows, int columns)
        where T : unmanaged, INumber<T> => LanePairs.TryCombineRows<TExpression, T>(x, y, z, nextZ, rows, columns);
}
