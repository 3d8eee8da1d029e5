using System.Numerics;

namespace Tortue.Tensors.Kernels;

internal static partial class Elementwise
{
    /// <summary>z = f(x, y), a truth value.</summary>
    public static void Compare<T, TFunction>(Strided<T> x, Strided<T> y, Strided<bool> z)
        where T : unmanaged, INumber<T>
        where TFunction : IComparison
    {
        var count = z.Count;
        if (count == 0)
            return;
        if (count >= 2 * Grain)
            CompareInParts<T, TFunction>(x, y, z);
        else if (z.IsPacked && x.IsPackedOrOne && y.IsPackedOrOne)
            LaneComparison.Compare<T, TFunction>(x.PartOrOne(0, count), y.PartOrOne(0, count), z.Span);
        else
            CompareRows<T, TFunction>(x, y, z);
    }

    /// <summary>z = x where the condition holds, and y elsewhere.</summary>
    public static void Select<T>(Strided<bool> condition, Strided<T> x, Strided<T> y, Strided<T> z)
        where T : unmanaged
    {
        var count = z.Count;
        if (count == 0)
            return;
        if (count >= 2 * Grain)
            SelectInParts(condition, x, y, z);
        else if (z.IsPacked && condition.IsPacked && x.IsPackedOrOne && y.IsPackedOrOne)
            LaneComparison.Select(condition.Span, x.PartOrOne(0, count), y.PartOrOne(0, count), z.Span);
        else
            SelectRows(condition, x, y, z);
    }

    private static void CompareInParts<T, TFunction>(Strided<T> x, Strided<T> y, Strided<bool> z)
        where T : unmanaged, INumber<T>
        where TFunction : IComparison
    {
        if (z.IsPacked && x.IsPackedOrOne && y.IsPackedOrOne)
        {
            Workers.For(0, z.Count, Grain, (s, e) =>
                LaneComparison.Compare<T, TFunction>(x.PartOrOne(s, e), y.PartOrOne(s, e), z.Slice(s, e - s)));
        }
        else
        {
            Parts.For(z.Sizes, Grain, (dim, s, e) =>
                CompareRows<T, TFunction>(x.Part(dim, s, e), y.Part(dim, s, e), z.Part(dim, s, e)));
        }
    }

    private static void SelectInParts<T>(Strided<bool> condition, Strided<T> x, Strided<T> y, Strided<T> z)
        where T : unmanaged
    {
        if (z.IsPacked && condition.IsPacked && x.IsPackedOrOne && y.IsPackedOrOne)
        {
            Workers.For(0, z.Count, Grain, (s, e) =>
                LaneComparison.Select(condition.Slice(s, e - s), x.PartOrOne(s, e), y.PartOrOne(s, e), z.Slice(s, e - s)));
        }
        else
        {
            Parts.For(z.Sizes, Grain, (dim, s, e) =>
                SelectRows(condition.Part(dim, s, e), x.Part(dim, s, e), y.Part(dim, s, e), z.Part(dim, s, e)));
        }
    }

    private static void CompareRows<T, TFunction>(Strided<T> x, Strided<T> y, Strided<bool> z)
        where T : unmanaged, INumber<T>
        where TFunction : IComparison
    {
        var rows = new StridedRows(z.Sizes, x.Strides, y.Strides, z.Strides);
        var inX = new Row<T>(rows.Length);
        var inY = new Row<T>(rows.Length);
        var outZ = new Row<bool>(rows.Length);
        while (rows.Next())
        {
            LaneComparison.Compare<T, TFunction>(
                inX.Read(x, rows.Offsets[0], rows.Strides[0]), inY.Read(y, rows.Offsets[1], rows.Strides[1]),
                outZ.Target(z, rows.Offsets[2], rows.Strides[2]));
            outZ.Store(z, rows.Offsets[2], rows.Strides[2]);
        }
    }

    private static void SelectRows<T>(Strided<bool> condition, Strided<T> x, Strided<T> y, Strided<T> z)
        where T : unmanaged
    {
        var rows = new StridedRows(z.Sizes, condition.Strides, x.Strides, y.Strides, z.Strides);
        var choice = new Row<bool>(rows.Length);
        var inX = new Row<T>(rows.Length);
        var inY = new Row<T>(rows.Length);
        var outZ = new Row<T>(rows.Length);
        while (rows.Next())
        {
            LaneComparison.Select(
                choice.Read(condition, rows.Offsets[0], rows.Strides[0]), inX.Read(x, rows.Offsets[1], rows.Strides[1]),
                inY.Read(y, rows.Offsets[2], rows.Strides[2]), outZ.Target(z, rows.Offsets[3], rows.Strides[3]));
            outZ.Store(z, rows.Offsets[3], rows.Strides[3]);
        }
    }
}
