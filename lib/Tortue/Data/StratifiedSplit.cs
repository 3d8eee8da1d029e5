namespace Tortue.Data;

/// <summary>Divides places into two parts with equal shares of each class.</summary>
internal static class StratifiedSplit
{
    /// <summary>The places of both parts, each in a random order.</summary>
    public static (long[] First, long[] Second) Of(long[] labels, int second, ulong seed)
    {
        var random = new RandomStream(seed, 0);
        var order = Shuffled([.. Enumerable.Range(0, labels.Length).Select(i => (long)i)], ref random);
        var classes = order.GroupBy(i => labels[i]).OrderBy(members => members.Key).Select(members => members.ToArray()).ToArray();
        var counts = Shares([.. classes.Select(members => members.Length)], second);
        var held = classes.SelectMany((members, c) => members.Take(counts[c])).ToArray();
        var kept = classes.SelectMany((members, c) => members.Skip(counts[c])).ToArray();
        return (Shuffled(kept, ref random), Shuffled(held, ref random));
    }

    // Largest remainders: whole parts first, then one more to those who lost most by rounding down.
    private static int[] Shares(int[] sizes, int wanted)
    {
        double total = sizes.Sum();
        var exact = sizes.Select(size => size * wanted / total).ToArray();
        var counts = exact.Select(share => (int)share).ToArray();
        foreach (int c in Enumerable.Range(0, sizes.Length).OrderByDescending(c => exact[c] - counts[c]).Take(wanted - counts.Sum()))
            counts[c]++;
        return counts;
    }

    private static long[] Shuffled(long[] places, ref RandomStream random)
    {
        for (int i = places.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (places[i], places[j]) = (places[j], places[i]);
        }

        return places;
    }
}
