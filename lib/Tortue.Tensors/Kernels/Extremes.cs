using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>Shares extrema over the middle of three dimensions among the threads.</summary>
internal static unsafe class Extremes<TLanes, TVector, T, TPreference>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, INumber<T>
    where TPreference : IPreference
{
    // Elements that are worth a thread.
    private const int Grain = 1 << 15;

    /// <summary>Finds the extrema and, unless <paramref name="indices"/> is null, the first place of each.</summary>
    public static void Run(T* x, T* values, long* indices, int outer, int length, int inner)
    {
        long each = (long)length * inner;
        bool worthSharing = outer * each >= 2 * Grain;
        if (outer == 1 && inner == 1 && worthSharing && indices == null)
            *values = BestOfPieces(x, length);
        else if (outer == 1 && inner == 1 && worthSharing)
            Pieces(x, length, values, indices);
        else if (worthSharing && outer > 1)
            Shared(x, values, indices, outer, length, inner);
        else
            Some(x, values, indices, 0, outer, length, inner, worthSharing);
    }

    // A method of its own, so that small tensors make no closure.
    private static void Shared(T* x, T* values, long* indices, int outer, int length, int inner)
    {
        int grain = (int)Math.Max(1, Grain / ((long)length * inner));
        Workers.For(0, outer, grain, (from, to) => Some(x, values, indices, from, to, length, inner, false));
    }

    private static void Some(T* x, T* values, long* indices, int from, int to, int length, int inner, bool share)
    {
        for (int o = from; o < to; o++)
        {
            T* first = x + ((long)o * length * inner);
            if (inner == 1 && indices == null)
            {
                values[o] = LaneExtrema<TLanes, TVector, T, TPreference>.Best(first, length);
            }
            else if (inner == 1)
            {
                indices[o] = LaneExtrema<TLanes, TVector, T, TPreference>.Index(first, length);
                values[o] = first[indices[o]];
            }
            else
            {
                Columns(first, length, inner, values + ((nint)o * inner), indices == null ? null : indices + ((nint)o * inner), share);
            }
        }
    }

    private static void Pieces(T* x, int length, T* value, long* index)
    {
        int count = (length + Grain - 1) / Grain;
        var found = new int[count];
        Workers.For(0, count, 1, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                int start = i * Grain;
                found[i] = start + LaneExtrema<TLanes, TVector, T, TPreference>.Index(x + start, Math.Min(Grain, length - start));
            }
        });

        int best = found[0];
        foreach (int candidate in found)
        {
            if (!T.IsNaN(x[best]) && (T.IsNaN(x[candidate]) || TPreference.IsBetter(x[candidate], x[best])))
                best = candidate;
        }

        (*value, *index) = (x[best], best);
    }

    private static T BestOfPieces(T* x, int length)
    {
        var found = new T[(length + Grain - 1) / Grain];
        Workers.For(0, found.Length, 1, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                int start = i * Grain;
                found[i] = LaneExtrema<TLanes, TVector, T, TPreference>.Best(x + start, Math.Min(Grain, length - start));
            }
        });
        fixed (T* first = found)
            return LaneExtrema<TLanes, TVector, T, TPreference>.Best(first, found.Length);
    }

    private static void Columns(T* x, int rows, int width, T* values, long* indices, bool share)
    {
        fixed (T* places = new T[width])
        {
            if (share)
                SharedColumns(x, rows, width, values, indices, places);
            else
                SomeColumns(x, rows, width, values, indices, places, 0, width);
        }
    }

    private static void SharedColumns(T* x, int rows, int width, T* values, long* indices, T* places)
    {
        int grain = Math.Max(4 * TLanes.Count, Grain / rows) / TLanes.Count * TLanes.Count;
        Workers.For(0, width, grain, (from, to) => SomeColumns(x, rows, width, values, indices, places, from, to));
    }

    private static void SomeColumns(T* x, int rows, int width, T* values, long* indices, T* places, int from, int to)
    {
        LaneExtrema<TLanes, TVector, T, TPreference>.Columns(x + from, rows, width, to - from, values + from, places + from);
        for (int j = from; j < to && indices != null; j++)
            indices[j] = LaneExtrema<TLanes, TVector, T, TPreference>.FromBits(places[j]);
    }
}
