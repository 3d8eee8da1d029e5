using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>Applies a function to each element. The operands have one shape; strides of zero repeat elements.</summary>
/// <remarks>
/// What is shared among threads is cut by sizes alone, and no element's value depends on where it is cut. Sharing is in methods of its
/// own: a closure is made when the method is entered that holds it, and small tensors shall have none.
/// </remarks>
internal static partial class Elementwise
{
    /// <summary>The number of elements that makes a second core worth waking.</summary>
    public const int Grain = 32_768;

    /// <summary>y = f(x) for floating-point numbers.</summary>
    public static void Map<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : IUnaryFunction
    {
        // Functions of float64 may read their argument once more after they have written a result.
        if (typeof(T) == typeof(float) && Transposed(x, y))
            Map<T, TFunction>(y, y);
        else if (y.Count >= 2 * TFunction.Grain)
            MapInParts<T, TFunction>(x, y);
        else if (x.IsPacked && y.IsPacked)
            TFunction.Invoke<T>(x.Span, y.Span);
        else
            MapRows<T, TFunction>(x, y);
    }

    /// <summary>y = f(x) for numbers of any type.</summary>
    public static void MapNumbers<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, INumber<T>
        where TFunction : INumberFunction
    {
        if (Transposed(x, y))
            MapNumbers<T, TFunction>(y, y);
        else if (y.Count >= 2 * Grain)
            MapNumbersInParts<T, TFunction>(x, y);
        else if (x.IsPacked && y.IsPacked)
            TFunction.Invoke<T>(x.Span, y.Span);
        else
            MapNumberRows<T, TFunction>(x, y);
    }

    /// <summary>y = min(max(x, low), high) for packed floating-point numbers; what is not a number wins.</summary>
    public static void Clamp<T>(Strided<T> x, T low, T high, Strided<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.Count >= 2 * Grain)
            ClampInParts(x, low, high, y);
        else
            LaneClamp.Clamp(x.Span, low, high, y.Span, false);
    }

    private static void ClampInParts<T>(Strided<T> x, T low, T high, Strided<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool stream = Streaming.Pays(y.Count, y.Array, x.Array, x.Array);
        Workers.For(0, y.Count, Grain, (s, e) => LaneClamp.Clamp(x.Slice(s, e - s), low, high, y.Slice(s, e - s), stream));
    }

    private static void MapInParts<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : IUnaryFunction
    {
        if (x.IsPacked && y.IsPacked)
            Workers.For(0, y.Count, TFunction.Grain, (s, e) => TFunction.Invoke<T>(x.Slice(s, e - s), y.Slice(s, e - s)));
        else
            Parts.For(y.Sizes, TFunction.Grain, (dim, s, e) => MapRows<T, TFunction>(x.Part(dim, s, e), y.Part(dim, s, e)));
    }

    private static void MapNumbersInParts<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, INumber<T>
        where TFunction : INumberFunction
    {
        if (x.IsPacked && y.IsPacked)
            MapNumbersInRanges<T, TFunction>(x, y);
        else
            Parts.For(y.Sizes, Grain, (dim, s, e) => MapNumberRows<T, TFunction>(x.Part(dim, s, e), y.Part(dim, s, e)));
    }

    private static void MapNumbersInRanges<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, INumber<T>
        where TFunction : INumberFunction
    {
        bool stream = Streaming.Pays(y.Count, y.Array, x.Array, x.Array);
        Workers.For(0, y.Count, Grain, (s, e) =>
        {
            if (!stream || !TFunction.TryStream<T>(x.Slice(s, e - s), y.Slice(s, e - s)))
                TFunction.Invoke<T>(x.Slice(s, e - s), y.Slice(s, e - s));
        });
    }

    /// <summary>Copies a transposed operand by squares, which is much faster than to gather its rows, where that is possible.</summary>
    private static bool Transposed<T>(Strided<T> x, Strided<T> y)
        where T : unmanaged =>
        !x.IsPacked && y.IsPacked && !ReferenceEquals(x.Array, y.Array) && Transposition.TryCopy(x, y);

    private static void MapRows<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : IUnaryFunction
    {
        var rows = new StridedRows(y.Sizes, x.Strides, y.Strides);
        var inX = new Row<T>(rows.Length);
        var outY = new Row<T>(rows.Length);
        while (rows.Next())
        {
            TFunction.Invoke(inX.Read(x, rows.Offsets[0], rows.Strides[0]), outY.Target(y, rows.Offsets[1], rows.Strides[1]));
            outY.Store(y, rows.Offsets[1], rows.Strides[1]);
        }
    }

    private static void MapNumberRows<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, INumber<T>
        where TFunction : INumberFunction
    {
        var rows = new StridedRows(y.Sizes, x.Strides, y.Strides);
        var inX = new Row<T>(rows.Length);
        var outY = new Row<T>(rows.Length);
        while (rows.Next())
        {
            TFunction.Invoke(inX.Read(x, rows.Offsets[0], rows.Strides[0]), outY.Target(y, rows.Offsets[1], rows.Strides[1]));
            outY.Store(y, rows.Offsets[1], rows.Strides[1]);
        }
    }
}
