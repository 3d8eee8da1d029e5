namespace Tortue.Charts;

/// <summary>Fewer points that look like all of them. Every method returns the indices to keep, in order.</summary>
internal static class Reduction
{
    /// <summary>
    /// Of each run the first lowest and first highest of every curve, and one missing point where there is any, so that gaps stay gaps.
    /// The first and the last point are always kept.
    /// </summary>
    /// <param name="curves">Curves of equal lengths, NaN where a point has no place.</param>
    /// <param name="most">How many points may be kept; a few more than the curves' number.</param>
    public static int[] KeepExtremes(double[][] curves, int most)
    {
        var count = curves[0].Length;
        if (count <= most)
            return [.. Enumerable.Range(0, count)];
        var perRun = (2 * curves.Length) + 1;
        var runs = (most - 2) / perRun;
        var kept = new SortedSet<int> { 0, count - 1 };
        for (var run = 0; run < runs; run++)
            KeepExtremesOfRun(curves, (int)((long)run * count / runs), (int)((long)(run + 1) * count / runs), kept);
        return [.. kept];
    }

    /// <summary>Evenly spaced points, the first and the last among them.</summary>
    public static int[] KeepEvenly(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(i => (int)((long)i * (count - 1) / (most - 1)))];

    /// <summary>Blocks of neighbouring cells replaced by the mean of their finite values, positions by the mean of theirs.</summary>
    public static (double[] X, double[] Y, double[,] Z) Blocks(double[] x, double[] y, double[,] z, int most)
    {
        var block = 1;
        while (BlockCount(x.Length, block) * BlockCount(y.Length, block) > most)
            block++;
        if (block == 1)
            return (x, y, z);
        var reduced = new double[BlockCount(y.Length, block), BlockCount(x.Length, block)];
        for (var row = 0; row < reduced.GetLength(0); row++)
        {
            for (var column = 0; column < reduced.GetLength(1); column++)
                reduced[row, column] = MeanOfBlock(z, row * block, column * block, block);
        }
        return (BlockMeans(x, block), BlockMeans(y, block), reduced);
    }

    private static long BlockCount(int length, int block) => (length + block - 1) / block;

    private static double[] BlockMeans(double[] positions, int block) => [.. positions.Chunk(block).Select(chunk => chunk.Average())];

    private static double MeanOfBlock(double[,] z, int firstRow, int firstColumn, int block)
    {
        var (sum, count) = (0.0, 0);
        for (var row = firstRow; row < Math.Min(firstRow + block, z.GetLength(0)); row++)
        {
            for (var column = firstColumn; column < Math.Min(firstColumn + block, z.GetLength(1)); column++)
            {
                if (!double.IsFinite(z[row, column]))
                    continue;
                sum += z[row, column];
                count++;
            }
        }
        return count == 0 ? double.NaN : sum / count;
    }

    private static void KeepExtremesOfRun(double[][] curves, int start, int end, SortedSet<int> kept)
    {
        var missing = -1;
        foreach (var curve in curves)
        {
            var (lowest, highest) = (-1, -1);
            for (var i = start; i < end; i++)
            {
                if (!double.IsFinite(curve[i]))
                {
                    missing = missing < 0 ? i : missing;
                    continue;
                }
                lowest = lowest < 0 || curve[i] < curve[lowest] ? i : lowest;
                highest = highest < 0 || curve[i] > curve[highest] ? i : highest;
            }
            if (lowest >= 0)
                kept.UnionWith([lowest, highest]);
        }
        if (missing >= 0)
            kept.Add(missing);
    }
}
