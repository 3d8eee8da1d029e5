using System.Numerics;
using Tortue.Tensors.Kernels;
using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>Sorting and running sums against the language's own, for lines on both sides of every threshold.</summary>
[Collection(WorkersCollection.Name)]
public class SortingTests
{
    public static TheoryData<int, int, int> Sizes =>
        new() { { 1, 1, 1 }, { 3, 9, 1 }, { 2, 511, 2 }, { 1, 512, 1 }, { 5, 3001, 1 }, { 1, 700, 9 }, { 1, 70_000, 1 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void LinesAreSortedAndEqualElementsKeepTheirOrder(int outer, int length, int inner)
    {
        foreach (bool descending in new[] { false, true })
        {
            Check(outer, length, inner, descending, i => Scramble(i) % 100 / 8f);
            Check(outer, length, inner, descending, i => BitConverter.Int32BitsToSingle((int)Scramble(i)));
            Check(outer, length, inner, descending, i => i % 3 == 0 ? 0f : i % 3 == 1 ? -0f : float.NegativeInfinity);
            Check(outer, length, inner, descending, i => (int)Scramble(i));
            Check(outer, length, inner, descending, i => (double)Scramble(i));
            Check(outer, length, inner, descending, i => Scramble(i) % 40L);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void RunningSumsAreThoseOfAPlainLoop(int outer, int length, int inner)
    {
        var lines = new Lines(outer, length, inner);
        var x = Enumerable.Range(0, outer * length * inner).Select(i => Scramble(i) % 64 / 8f).ToArray();
        float[] sums = new float[x.Length], fromEnd = new float[x.Length];
        Cumulation.Sum<float, double>(x, sums, lines, false);
        Cumulation.Sum<float, double>(x, fromEnd, lines, true);
        for (int line = 0; line < lines.Count; line++)
        {
            // Eighths, so that the sums are exact.
            double sum = 0, rest = 0;
            for (int i = 0; i < length; i++)
            {
                int at = lines.Start(line) + (i * inner), last = lines.Start(line) + ((length - 1 - i) * inner);
                (sum, rest) = (sum + x[at], rest + x[last]);
                Assert.Equal((float)sum, sums[at]);
                Assert.Equal((float)rest, fromEnd[last]);
            }
        }
    }

    private static long Scramble(int i) => (int)((uint)i * 2_654_435_761u);

    private static void Check<T>(int outer, int length, int inner, bool descending, Func<int, T> number)
        where T : unmanaged, INumber<T>
    {
        var lines = new Lines(outer, length, inner);
        T[] x = [.. Enumerable.Range(0, outer * length * inner).Select(number)];
        int kept = (length + 1) / 2;
        var values = new T[outer * kept * inner];
        var indices = new long[values.Length];
        Sorting.Sort<T>(x, values, indices, lines, kept, descending);
        var order = Comparer<T>.Create((a, b) => T.IsNaN(a) || T.IsNaN(b) ? T.IsNaN(a).CompareTo(T.IsNaN(b)) : a < b ? -1 : a > b ? 1 : 0);
        for (int line = 0; line < lines.Count; line++)
        {
            var places = Enumerable.Range(0, length);
            T At(int i) => x[lines.Start(line) + (i * inner)];
            int[] sorted = descending ? [.. places.OrderByDescending(At, order)] : [.. places.OrderBy(At, order)];
            for (int i = 0; i < kept; i++)
            {
                int at = (lines with { Length = kept }).Start(line) + (i * inner);
                Assert.Equal(sorted[i], indices[at]);
                Assert.Equal(At(sorted[i]), values[at]);
            }
        }
    }
}
