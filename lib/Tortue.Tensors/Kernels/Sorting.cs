using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Sorts the lines along a dimension. Equal elements keep their order; what is not a number counts as the largest.</summary>
internal static class Sorting
{
    // Elements that are worth a thread: sorting takes some ten nanoseconds each.
    private const int Grain = 2048;

    /// <summary>Writes the first so many elements of each sorted line, and where they were.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="values">The sorted elements, of which each line has <paramref name="kept"/>.</param>
    /// <param name="indices">Their indices in the line.</param>
    /// <param name="lines">How the lines lie in x.</param>
    /// <param name="kept">How many elements of each line are written.</param>
    /// <param name="descending">Whether the largest come first.</param>
    public static unsafe void Sort<T>(ReadOnlySpan<T> x, Span<T> values, Span<long> indices, Lines lines, int kept, bool descending)
        where T : unmanaged, INumber<T>
    {
        fixed (T* from = x, to = values)
        {
            fixed (long* places = indices)
            {
                if ((long)lines.Count * lines.Length >= 2 * Grain && lines.Count > 1)
                    Share(from, to, places, lines, kept, descending);
                else
                    Some(from, to, places, lines, kept, descending, 0, lines.Count);
            }
        }
    }

    // A method of its own, so that small tensors make no closure.
    private static unsafe void Share<T>(T* x, T* values, long* indices, Lines lines, int kept, bool descending)
        where T : unmanaged, INumber<T> =>
        Workers.For(0, lines.Count, Math.Max(1, Grain / lines.Length), (start, end) =>
            Some(x, values, indices, lines, kept, descending, start, end));

    private static unsafe void Some<T>(
        T* x, T* values, long* indices, Lines lines, int kept, bool descending, int start, int end)
        where T : unmanaged, INumber<T>
    {
        if (sizeof(T) == sizeof(int))
            SomeByKey(x, values, indices, lines, kept, descending, start, end);
        else
            SomeByComparison(x, values, indices, lines, kept, descending, start, end);
    }

    private static unsafe void SomeByKey<T>(
        T* x, T* values, long* indices, Lines lines, int kept, bool descending, int start, int end)
        where T : unmanaged, INumber<T>
    {
        var target = lines with { Length = kept };
        var sorter = new RadixSort(lines.Length);
        for (var line = start; line < end; line++)
        {
            var entries = sorter.Entries;
            var at = lines.Start(line);
            for (var i = 0; i < entries.Length; i++, at += lines.Inner)
                entries[i] = ((ulong)Key(x[at], descending) << 32) | (uint)i;
            entries = sorter.Sort();

            var first = lines.Start(line);
            at = target.Start(line);
            for (var i = 0; i < kept; i++, at += lines.Inner)
            {
                var index = (int)(uint)entries[i];
                (values[at], indices[at]) = (x[first + ((nint)index * lines.Inner)], index);
            }
        }
    }

    /// <summary>A whole number in the order of the elements: equal for equal ones, and largest for what is not a number.</summary>
    private static uint Key<T>(T value, bool descending)
        where T : unmanaged, INumber<T>
    {
        const uint Sign = 0x8000_0000;
        uint key;
        if (typeof(T) == typeof(float))
        {
            // Zero plus zero is zero without a sign.
            var bits = BitConverter.SingleToUInt32Bits(Unsafe.BitCast<T, float>(value) + 0f);
            key = T.IsNaN(value) ? uint.MaxValue : (bits & Sign) != 0 ? ~bits : bits | Sign;
        }
        else
        {
            key = (uint)Unsafe.BitCast<T, int>(value) ^ Sign;
        }

        return descending ? ~key : key;
    }

    private static unsafe void SomeByComparison<T>(
        T* x, T* values, long* indices, Lines lines, int kept, bool descending, int start, int end)
        where T : unmanaged, INumber<T>
    {
        var entries = new Entry<T>[lines.Length];
        var target = lines with { Length = kept };
        for (var line = start; line < end; line++)
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
