using System.Numerics;
using Tortue.Tensors.Kernels;
using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>Sums and extrema against plain loops, at every width of register and for sizes on both sides of every block.</summary>
[Collection(WorkersCollection.Name)]
public sealed class ReductionTests : IDisposable
{
    private readonly int _threads = Workers.Count;

    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 3, 7, 1 }, { 5, 100, 1 }, { 2, 5000, 1 }, { 1, 40_001, 1 }, { 1, 150_000, 1 }, { 3000, 33, 1 },
        { 1, 3, 17 }, { 2, 300, 5 }, { 1, 1100, 67 }, { 40, 25, 130 }, { 2, 700, 64 },
    };

    public void Dispose() => Workers.Count = _threads;

    [Theory]
    [MemberData(nameof(Sizes))]
    public void SumsAreThoseOfAPlainLoop(int outer, int length, int inner) => EveryWidth.Do(_ =>
    {
        CheckSum<float>(outer, length, inner, 1e-6);
        CheckSum<double>(outer, length, inner, 1e-14);
        CheckSum<long>(outer, length, inner, 0);
    });

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ExtremaAreTheFirstOfThoseThatAPlainLoopFinds(int outer, int length, int inner) => EveryWidth.Do(_ =>
    {
        foreach (bool largest in new[] { false, true })
        {
            // Few different values, so that many are equal.
            CheckExtremum(Numbers(outer * length * inner, i => (float)(Scramble(i) % 50)), outer, length, inner, largest);
            CheckExtremum(Numbers(outer * length * inner, i => (double)Scramble(i)), outer, length, inner, largest);
            CheckExtremum(Numbers(outer * length * inner, i => (long)(Scramble(i) % 900)), outer, length, inner, largest);
            CheckExtremum(Numbers(outer * length * inner, i => (int)(Scramble(i) % 9)), outer, length, inner, largest);
        }
    });

    [Fact]
    public void NotANumberIsTheExtremumWhereverItIs() => EveryWidth.Do(_ =>
    {
        foreach (int length in new[] { 1, 5, 70, 2100, 80_000 })
        {
            foreach (int place in new[] { 0, length / 3, length - 1 })
            {
                var x = Numbers(length, i => (float)Scramble(i));
                x[place] = float.NaN;
                x[^1] = float.NaN;
                CheckExtremum(x, 1, length, 1, true);
                CheckExtremum(x, 1, length, 1, false);
                if (length < 80_000)
                    CheckExtremum([.. x, .. x, .. x], 1, 3, length, true);
            }
        }
    });

    [Fact]
    public void ZerosOfEitherSignAreEqual() => EveryWidth.Do(_ =>
    {
        var x = Enumerable.Repeat(-0f, 100).ToArray();
        x[40] = 0f;
        CheckExtremum(x, 1, 100, 1, true);
        CheckExtremum(x, 4, 25, 1, false);
    });

    [Fact]
    public void RunningSumsAreTheSameAtEveryWidthAndThoseOfAPlainLoop()
    {
        foreach (int length in new[] { 1, 7, 8, 100, 1003, 80_001 })
        {
            var x = Numbers(length, i => (float)((Scramble(i) % 1000 / 8.0) - 50));
            float[]? former = null;
            EveryWidth.Do(_ =>
            {
                var y = new float[length];
                Cumulation.Sum<float, double>(x, y, new(1, length, 1), fromEnd: false);
                double sum = 0;
                for (int i = 0; i < length; i++)
                {
                    sum += x[i];
                    Assert.Equal(sum, y[i], 1e-6 * Math.Max(1, Math.Abs(sum)));
                }

                Assert.Equal(former ?? y, y);
                former = y;
            });
        }
    }

    private static long Scramble(int i) => ((uint)i * 2_654_435_761u) >> 7;

    private static T[] Numbers<T>(int count, Func<int, T> number) => [.. Enumerable.Range(0, count).Select(number)];

    private static void CheckSum<T>(int outer, int length, int inner, double tolerance)
        where T : unmanaged, INumber<T>
    {
        var x = Numbers(outer * length * inner, i => T.CreateTruncating((Scramble(i) % 1000 / 8.0) - 50));
        T[] one = new T[outer * inner], three = new T[outer * inner];
        Workers.Count = 1;
        Reductions.Sum<T>(x, one, outer, length, inner);
        Workers.Count = 3;
        Reductions.Sum<T>(x, three, outer, length, inner);
        Assert.Equal(one, three);
        for (int o = 0; o < outer; o++)
        {
            for (int i = 0; i < inner; i++)
            {
                double sum = 0, size = 0;
                for (int n = 0; n < length; n++)
                {
                    double value = double.CreateChecked(x[(((o * length) + n) * inner) + i]);
                    (sum, size) = (sum + value, size + Math.Abs(value));
                }

                Assert.InRange(double.CreateChecked(one[(o * inner) + i]), sum - (tolerance * size), sum + (tolerance * size));
            }
        }
    }

    private static void CheckExtremum<T>(T[] x, int outer, int length, int inner, bool largest)
        where T : unmanaged, INumber<T>
    {
        foreach (int threads in new[] { 1, 3 })
        {
            Workers.Count = threads;
            var (values, indices) = (new T[outer * inner], new long[outer * inner]);
            Reductions.Extremum<T>(x, values, indices, outer, length, inner, largest);
            var valuesAlone = new T[outer * inner];
            Reductions.Extremum<T>(x, valuesAlone, [], outer, length, inner, largest);
            Assert.Equal(values, valuesAlone);
            for (int o = 0; o < outer; o++)
            {
                for (int i = 0; i < inner; i++)
                {
                    int best = 0;
                    for (int n = 1; n < length && !T.IsNaN(At(best)); n++)
                        best = T.IsNaN(At(n)) || (largest ? At(n) > At(best) : At(n) < At(best)) ? n : best;
                    Assert.Equal(best, indices[(o * inner) + i]);
                    Assert.Equal(At(best), values[(o * inner) + i]);

                    T At(int n) => x[(((o * length) + n) * inner) + i];
                }
            }
        }
    }
}
