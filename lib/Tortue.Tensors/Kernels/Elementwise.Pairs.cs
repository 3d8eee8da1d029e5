using System.Numerics;

namespace Tortue.Tensors.Kernels;

internal static partial class Elementwise
{
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
        {
            // A transposed operand is copied by squares first, which is much faster than to gather its rows.
            bool free = z.IsPacked && !ReferenceEquals(x.Array, z.Array) && !ReferenceEquals(y.Array, z.Array);
            if (free && !xPacked && (yPacked || y.IsOneElement) && Transposition.TryCopy(x, z))
                Combine<T, TFunction>(z, y, z);
            else if (count >= 2 * TFunction.Grain)
                CombineRowsInParts<T, TFunction>(x, y, z);
            else
                CombineRows<T, TFunction>(x, y, z);
        }
        else if (count >= 2 * TFunction.Grain)
        {
            CombineInParts<T, TFunction>(x, y, z);
        }
        else if (xPacked && yPacked)
        {
            TFunction.Invoke<T>(x.Span, y.Span, z.Span);
        }
        else if (xPacked)
        {
            TFunction.Invoke(x.Span, y.First, z.Span);
        }
        else
        {
            TFunction.Invoke(x.First, y.Span, z.Span);
        }
    }

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

    private static void CombineRowsInParts<T, TFunction>(Strided<T> x, Strided<T> y, Strided<T> z)
        where T : unmanaged, INumber<T>
        where TFunction : IBinaryFunction =>
        Parts.For(
            z.Sizes, TFunction.Grain,
            (dim, s, e) => CombineRows<T, TFunction>(x.Part(dim, s, e), y.Part(dim, s, e), z.Part(dim, s, e)));

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
}
