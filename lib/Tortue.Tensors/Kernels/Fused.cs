using System.Numerics;
using System.Runtime.InteropServices;

namespace Tortue.Tensors.Kernels;

/// <summary>A short expression of two numbers, written once for vectors and once for the rest of a row.</summary>
internal interface IFusedExpression
{
    static abstract Vector<T> Invoke<T>(Vector<T> x, Vector<T> y)
        where T : unmanaged, INumber<T>;

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
        ref var left = ref MemoryMarshal.GetReference(x);
        ref var right = ref MemoryMarshal.GetReference(y[..x.Length]);
        ref var result = ref MemoryMarshal.GetReference(z[..x.Length]);
        var i = 0;
        for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            TExpression.Invoke(Vector.LoadUnsafe(ref left, (nuint)i), Vector.LoadUnsafe(ref right, (nuint)i))
                .StoreUnsafe(ref result, (nuint)i);
        }

        for (; i < x.Length; i++)
            z[i] = TExpression.Invoke(x[i], y[i]);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        ref var left = ref MemoryMarshal.GetReference(x);
        ref var result = ref MemoryMarshal.GetReference(z[..x.Length]);
        var (i, right) = (0, new Vector<T>(y));
        for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
            TExpression.Invoke(Vector.LoadUnsafe(ref left, (nuint)i), right).StoreUnsafe(ref result, (nuint)i);
        for (; i < x.Length; i++)
            z[i] = TExpression.Invoke(x[i], y);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>
    {
        ref var right = ref MemoryMarshal.GetReference(y);
        ref var result = ref MemoryMarshal.GetReference(z[..y.Length]);
        var (i, left) = (0, new Vector<T>(x));
        for (; i <= y.Length - Vector<T>.Count; i += Vector<T>.Count)
            TExpression.Invoke(left, Vector.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref result, (nuint)i);
        for (; i < y.Length; i++)
            z[i] = TExpression.Invoke(x, y[i]);
    }
}
