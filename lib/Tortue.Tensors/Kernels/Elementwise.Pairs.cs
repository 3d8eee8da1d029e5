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
        bool stream = Streaming.Pays(z.Count, z.Array, x.Array, y.Array);
        Workers.For(0, z.Count, TFunction.Grain, (s, e) =>
        {
            var part = z.Slice(s, e - s);
            if (stream && TFunction.TryStream(x.PartOrOne(s, e), y.PartOrOne(s, e), part))
                return;
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
        if (TryCombineMatrices<T, TFunction>(x, y, z, rows))
            return;

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
    // Rows that are packed or repeat one element need no buffers, and a kernel does all of a matrix's at once.
    private static unsafe bool TryCombineMatrices<T, TFunction>(Strided<T> x, Strided<T> y, Strided<T> z, StridedRows rows)
        where T : unmanaged, INumber<T>
        where TFunction : IBinaryFunction
    {
        if (rows.Strides is not [0 or 1, 0 or 1, 1] || rows.Strides[0] + rows.Strides[1] == 0)
            return false;

        fixed (T* startX = x.Array, startY = y.Array, startZ = z.Array)
        {
            if (!TFunction.TryInvokeRows<T>(default, default, startZ, 0, 0, 0))
                return false;
            int count = rows.TakeRows(out var next);
            while (rows.Next())
            {
                var left = new RowOperand<T>(startX + x.Start + rows.Offsets[0], next[0], rows.Strides[0] == 0);
                var right = new RowOperand<T>(startY + y.Start + rows.Offsets[1], next[1], rows.Strides[1] == 0);
                TFunction.TryInvokeRows(left, right, startZ + z.Start + rows.Offsets[2], next[2], count, rows.Length);
            }
        }

        return true;
    }
}
