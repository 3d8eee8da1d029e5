using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Which of two numbers an extremum prefers.</summary>
internal interface IPreference
{
    static abstract TVector Better<TLanes, TVector, T>(TVector left, TVector right)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;

    /// <summary>All bits set where the first is better than the second.</summary>
    static abstract TVector IsBetter<TLanes, TVector, T>(TVector candidate, TVector best)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;

    static abstract bool IsBetter<T>(T candidate, T best)
        where T : unmanaged, INumber<T>;
}

/// <summary>The largest number.</summary>
internal readonly struct PrefersLarge : IPreference
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Better<TLanes, TVector, T>(TVector left, TVector right)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Most(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector IsBetter<TLanes, TVector, T>(TVector candidate, TVector best)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Less(best, candidate);

    public static bool IsBetter<T>(T candidate, T best)
        where T : unmanaged, INumber<T> => candidate > best;
}

/// <summary>The smallest number.</summary>
internal readonly struct PrefersSmall : IPreference
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Better<TLanes, TVector, T>(TVector left, TVector right)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Least(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector IsBetter<TLanes, TVector, T>(TVector candidate, TVector best)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged => TLanes.Less(candidate, best);

    public static bool IsBetter<T>(T candidate, T best)
        where T : unmanaged, INumber<T> => candidate < best;
}

/// <summary>Extrema and where they are, with vector registers: the first of equal ones; not-a-number wins.</summary>
internal static unsafe class LaneExtrema<TLanes, TVector, T, TPreference>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, INumber<T>
    where TPreference : IPreference
{
    // Short enough to be searched a second time in the nearest cache.
    private const int Segment = 2048;

    /// <summary>The index of the extremum of elements that lie behind one another, of which there is at least one.</summary>
    public static int Index(T* x, int count)
    {
        (int start, int length) = (0, 0);
        T best = *x;
        for (int from = 0; from < count; from += Segment)
        {
            int part = Math.Min(Segment, count - from);
            T candidate = Best(x + from, part);
            if (length == 0 || T.IsNaN(candidate) || TPreference.IsBetter(candidate, best))
                (best, start, length) = (candidate, from, part);
            if (T.IsNaN(candidate))
                break;
        }

        return start + Find(x + start, length, best);
    }

    /// <summary>The extrema of a matrix's columns, whose rows lie behind one another, and their rows.</summary>
    /// <param name="x">The first element.</param>
    /// <param name="rows">Rows, at least one.</param>
    /// <param name="step">Elements from one row to the next.</param>
    /// <param name="width">Columns to look at.</param>
    /// <param name="best">Room for the extrema.</param>
    /// <param name="places">Room for their rows, as integers of the size of T.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Columns(T* x, int rows, int step, int width, T* best, T* places)
    {
        new Span<T>(x, width).CopyTo(new Span<T>(best, width));
        new Span<T>(places, width).Clear();
        for (int row = 1; row < rows; row++)
        {
            T* from = x + ((nint)row * step);
            T place = AsBits(row);
            var placeInAll = TLanes.Broadcast(&place);
            int j = 0;
            for (; j <= width - TLanes.Count; j += TLanes.Count)
            {
                TVector candidate = TLanes.Load(from + j), former = TLanes.Load(best + j);
                var number = TLanes.Equal(candidate, candidate);
                var taken = TLanes.Select(
                    number, TPreference.IsBetter<TLanes, TVector, T>(candidate, former), TLanes.Equal(former, former));
                TLanes.Store(best + j, TLanes.Select(taken, candidate, former));
                TLanes.Store(places + j, TLanes.Select(taken, placeInAll, TLanes.Load(places + j)));
            }

            for (; j < width; j++)
            {
                if (T.IsNaN(from[j]) ? !T.IsNaN(best[j]) : TPreference.IsBetter(from[j], best[j]))
                    (best[j], places[j]) = (from[j], place);
            }
        }
    }

    /// <summary>What <see cref="Columns"/> wrote as a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FromBits(T place) =>
        sizeof(T) == sizeof(int) ? Unsafe.BitCast<T, int>(place) : (int)Unsafe.BitCast<T, long>(place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AsBits(int row) => sizeof(T) == sizeof(int) ? Unsafe.BitCast<int, T>(row) : Unsafe.BitCast<long, T>(row);

    /// <summary>The extremum of elements that lie behind one another, or something that is not a number where there is one.</summary>
    /// <remarks>
    /// Reads at four places at once, as memory answers several streams of reads faster than one. Where the elements end, some are read
    /// twice, which changes no extremum.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Best(T* x, int count)
    {
        T best = *x;
        if (count < 4 * TLanes.Count)
        {
            for (int j = 1; j < count && !T.IsNaN(best); j++)
            {
                if (T.IsNaN(x[j]) || TPreference.IsBetter(x[j], best))
                    best = x[j];
            }

            return best;
        }

        int quarter = count / 4 / TLanes.Count * TLanes.Count;
        T* second = x + quarter, third = second + quarter, fourth = third + quarter;
        TVector a = TLanes.Load(x), b = a, c = a, d = a, strange = default;
        int i = 0;
        for (; i < quarter; i += TLanes.Count)
        {
            TVector p = TLanes.Load(x + i), q = TLanes.Load(second + i), r = TLanes.Load(third + i), s = TLanes.Load(fourth + i);
            a = TPreference.Better<TLanes, TVector, T>(p, a);
            b = TPreference.Better<TLanes, TVector, T>(q, b);
            c = TPreference.Better<TLanes, TVector, T>(r, c);
            d = TPreference.Better<TLanes, TVector, T>(s, d);
            var numbers = TLanes.And(
                TLanes.And(TLanes.Equal(p, p), TLanes.Equal(q, q)), TLanes.And(TLanes.Equal(r, r), TLanes.Equal(s, s)));
            strange = TLanes.Select(numbers, strange, TLanes.Add(TLanes.Add(p, q), TLanes.Add(r, s)));
        }

        for (i = 4 * quarter; i < count; i += TLanes.Count)
        {
            var p = TLanes.Load(x + Math.Min(i, count - TLanes.Count));
            a = TPreference.Better<TLanes, TVector, T>(p, a);
            strange = TLanes.Select(TLanes.Equal(p, p), strange, p);
        }

        a = TPreference.Better<TLanes, TVector, T>(
            TPreference.Better<TLanes, TVector, T>(a, b), TPreference.Better<TLanes, TVector, T>(c, d));
        return AcrossLanes(a, strange, best);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T AcrossLanes(TVector candidates, TVector strange, T best)
    {
        T* lanes = stackalloc T[2 * TLanes.Count];
        TLanes.Store(lanes, candidates);
        TLanes.Store(lanes + TLanes.Count, strange);
        for (int lane = 0; lane < TLanes.Count; lane++)
        {
            if (T.IsNaN(lanes[TLanes.Count + lane]))
                return lanes[TLanes.Count + lane];
            if (TPreference.IsBetter(lanes[lane], best))
                best = lanes[lane];
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Find(T* x, int count, T wanted)
    {
        if (T.IsNaN(wanted))
        {
            int at = 0;
            while (!T.IsNaN(x[at]))
                at++;
            return at;
        }

        int i = 0;
        var all = TLanes.Broadcast(&wanted);
        for (; i <= count - TLanes.Count; i += TLanes.Count)
        {
            uint bits = TLanes.Bits(TLanes.Equal(TLanes.Load(x + i), all));
            if (bits != 0)
                return i + BitOperations.TrailingZeroCount(bits);
        }

        while (x[i] != wanted)
            i++;
        return i;
    }
}
