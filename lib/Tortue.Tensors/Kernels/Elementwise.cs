using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>Applies a function to each element. The operands have one shape; strides of zero repeat elements.</summary>
internal static class Elementwise
{
    /// <summary>The number of elements that makes a second core worth waking.</summary>
    public const int Grain = 32_768;

    /// <summary>y = f(x) for floating-point numbers.</summary>
    public static void Map<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : IUnaryFunction
    {
        if (x.IsPacked && y.IsPacked)
        {
            if (y.Count < 2 * TFunction.Grain)
                TFunction.Invoke<T>(x.Span, y.Span);
            else
                MapInParts<T, TFunction>(x, y);
            return;
        }

        var rows = new StridedRows(y.Sizes, x.Strides, y.Strides);
        var inX = new Row<T>(rows.Length);
        var outY = new Row<T>(rows.Length);
        while (rows.Next())
        {
            TFunction.Invoke(inX.Read(x, rows.Offsets[0], rows.Strides[0]), outY.Target(y, rows.Offsets[1], rows.Strides[1]));
            outY.Store(y, rows.Offsets[1], rows.Strides[1]);
        }
    }

    /// <summary>y = f(x) for numbers of any type.</summary>
    public static void MapNumbers<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, INumber<T>
        where TFunction : INumberFunction
    {
        if (x.IsPacked && y.IsPacked)
        {
            if (y.Count < 2 * Grain)
                TFunction.Invoke<T>(x.Span, y.Span);
            else
                MapNumbersInParts<T, TFunction>(x, y);
            return;
        }

        var rows = new StridedRows(y.Sizes, x.Strides, y.Strides);
        var inX = new Row<T>(rows.Length);
        var outY = new Row<T>(rows.Length);
        while (rows.Next())
        {
            TFunction.Invoke(inX.Read(x, rows.Offsets[0], rows.Strides[0]), outY.Target(y, rows.Offsets[1], rows.Strides[1]));
            outY.Store(y, rows.Offsets[1], rows.Strides[1]);
        }
    }

    /// <summary>z = f(x, y).</summary>
    public static void Combine<T, TFunction>(Strided<T> x, Strided<T> y, Strided<T> z)
        where T : unmanaged, INumber<T>
        where TFunction : IBinaryFunction
    {
        var count = z.Count;
        if (count == 0)
            return;

        var (xPacked, yPacked) = (x.IsPacked, y.IsPacked);
        if (!z.IsPacked || !((xPacked && (yPacked || y.IsOneElement)) || (yPacked && x.IsOneElement)))
            CombineRows<T, TFunction>(x, y, z);
        else if (count >= 2 * TFunction.Grain)
            CombineInParts<T, TFunction>(x, y, z);
        else if (xPacked && yPacked)
            TFunction.Invoke<T>(x.Span, y.Span, z.Span);
        else if (xPacked)
            TFunction.Invoke(x.Span, y.First, z.Span);
        else
            TFunction.Invoke(x.First, y.Span, z.Span);
    }

    /// <summary>z = f(x, y), a truth value.</summary>
    public static void Compare<T, TFunction>(Strided<T> x, Strided<T> y, Strided<bool> z)
        where T : unmanaged, INumber<T>
        where TFunction : IComparison
    {
        var rows = new StridedRows(z.Sizes, x.Strides, y.Strides, z.Strides);
        var inX = new Row<T>(rows.Length);
        var inY = new Row<T>(rows.Length);
        var outZ = new Row<bool>(rows.Length);
        while (rows.Next())
        {
            var left = inX.Read(x, rows.Offsets[0], rows.Strides[0]);
            var right = inY.Read(y, rows.Offsets[1], rows.Strides[1]);
            var result = outZ.Target(z, rows.Offsets[2], rows.Strides[2]);
            for (var i = 0; i < result.Length; i++)
                result[i] = TFunction.Invoke(left[i], right[i]);
            outZ.Store(z, rows.Offsets[2], rows.Strides[2]);
        }
    }

    /// <summary>z = x where the condition holds, and y elsewhere.</summary>
    public static void Select<T>(Strided<bool> condition, Strided<T> x, Strided<T> y, Strided<T> z)
        where T : unmanaged
    {
        var rows = new StridedRows(z.Sizes, condition.Strides, x.Strides, y.Strides, z.Strides);
        var choice = new Row<bool>(rows.Length);
        var inX = new Row<T>(rows.Length);
        var inY = new Row<T>(rows.Length);
        var outZ = new Row<T>(rows.Length);
        while (rows.Next())
        {
            var chosen = choice.Read(condition, rows.Offsets[0], rows.Strides[0]);
            var left = inX.Read(x, rows.Offsets[1], rows.Strides[1]);
            var right = inY.Read(y, rows.Offsets[2], rows.Strides[2]);
            var result = outZ.Target(z, rows.Offsets[3], rows.Strides[3]);
            for (var i = 0; i < result.Length; i++)
                result[i] = chosen[i] ? left[i] : right[i];
            outZ.Store(z, rows.Offsets[3], rows.Strides[3]);
        }
    }

    private static void CombineRows<T, TFunction>(Strided<T> x, Strided<T> y, Strided<T> z)
        where T : unmanaged, INumber<T>
        where TFunction : IBinaryFunction
    {
        var rows = new StridedRows(z.Sizes, x.Strides, y.Strides, z.Strides);
        var inX = new Row<T>(rows.Length);
        var inY = new Row<T>(rows.Length);
        var outZ = new Row<T>(rows.Length);
        while (rows.Next())
        {
            var (atX, atY) = (rows.Offsets[0], rows.Offsets[1]);
            var target = outZ.Target(z, rows.Offsets[2], rows.Strides[2]);
            if (rows.Strides[0] == 0)
                TFunction.Invoke(x.Array[x.Start + atX], inY.Read(y, atY, rows.Strides[1]), target);
            else if (rows.Strides[1] == 0)
                TFunction.Invoke(inX.Read(x, atX, rows.Strides[0]), y.Array[y.Start + atY], target);
            else
                TFunction.Invoke(inX.Read(x, atX, rows.Strides[0]), inY.Read(y, atY, rows.Strides[1]), target);
            outZ.Store(z, rows.Offsets[2], rows.Strides[2]);
        }
    }

    /// <summary>Large packed operands, one part a core. The parts' sizes do not change any element's value.</summary>
    private static void MapInParts<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : IUnaryFunction =>
        Workers.For(0, y.Count, TFunction.Grain, (s, e) => TFunction.Invoke<T>(x.Slice(s, e - s), y.Slice(s, e - s)));

    private static void MapNumbersInParts<T, TFunction>(Strided<T> x, Strided<T> y)
        where T : unmanaged, INumber<T>
        where TFunction : INumberFunction =>
        Workers.For(0, y.Count, Grain, (s, e) => TFunction.Invoke<T>(x.Slice(s, e - s), y.Slice(s, e - s)));

    private static void CombineInParts<T, TFunction>(Strided<T> x, Strided<T> y, Strided<T> z)
        where T : unmanaged, INumber<T>
        where TFunction : IBinaryFunction
    {
        var (xPacked, yPacked) = (x.IsPacked, y.IsPacked);
        Workers.For(0, z.Count, TFunction.Grain, (s, e) =>
        {
            var part = z.Slice(s, e - s);
            if (xPacked && yPacked)
                TFunction.Invoke<T>(x.Slice(s, e - s), y.Slice(s, e - s), part);
            else if (xPacked)
                TFunction.Invoke(x.Slice(s, e - s), y.First, part);
            else
                TFunction.Invoke(x.First, y.Slice(s, e - s), part);
        });
    }
}
