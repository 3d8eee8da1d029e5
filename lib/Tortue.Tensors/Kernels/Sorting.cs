using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>Sorts the lines along a dimension. Equal elements keep their order; what is not a number counts as the largest.</summary>
internal static class Sorting
{
    /// <summary>Writes the first so many elements of each sorted line, and where they were.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="values">The sorted elements, of which each line has <paramref name="kept"/>.</param>
    /// <param name="indices">Their indices in the line.</param>
    /// <param name="lines">How the lines lie in x.</param>
    /// <param name="kept">How many elements of each line are written.</param>
    /// <param name="descending">Whether the largest come first.</param>
    public static void Sort<T>(ReadOnlySpan<T> x, Span<T> values, Span<long> indices, Lines lines, int kept, bool descending)
        where T : unmanaged, INumber<T>
    {
        var entries = new Entry<T>[lines.Length];
        var target = lines with { Length = kept };
        for (var line = 0; line < lines.Count; line++)
        {
            var at = lines.Start(line);
            for (var i = 0; i < entries.Length; i++, at += lines.Inner)
                entries[i] = new Entry<T>(x[at], i);
            if (descending)
                entries.AsSpan().Sort(default(Descending<T>));
            else
                entries.AsSpan().Sort(default(Ascending<T>));

            at = target.Start(line);
            for (var i = 0; i < kept; i++, at += lines.Inner)
                (values[at], indices[at]) = (entries[i].Value, entries[i].Index);
        }
    }

    private static int Order<T>(T a, T b)
        where T : INumber<T>
    {
        if (a < b)
            return -1;
        if (a > b)
            return 1;
        return a == b ? 0 : T.IsNaN(a).CompareTo(T.IsNaN(b));
    }

    // The index decides between equal ones, which makes the order stable.
    private readonly record struct Entry<T>(T Value, int Index);

    private readonly struct Ascending<T> : IComparer<Entry<T>>
        where T : INumber<T>
    {
        public int Compare(Entry<T> a, Entry<T> b) => Order(a.Value, b.Value) is var order and not 0 ? order : a.Index - b.Index;
    }

    private readonly struct Descending<T> : IComparer<Entry<T>>
        where T : INumber<T>
    {
        public int Compare(Entry<T> a, Entry<T> b) => Order(b.Value, a.Value) is var order and not 0 ? order : a.Index - b.Index;
    }
}
