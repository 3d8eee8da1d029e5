using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Tensors.Kernels;
using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>Comparisons, choices, transposed copies and row-wise exponentials against plain loops, at every width of register.</summary>
[Collection(WorkersCollection.Name)]
public class ElementwiseTests
{
    private static readonly int[] Counts = [1, 7, 8, 15, 16, 17, 33, 100, 70_001];

    [Fact]
    public void ComparisonsAreThoseOfTheLanguage() => EveryWidth.Do(_ =>
    {
        foreach (int count in Counts)
        {
            CheckComparisons<float>(count);
            CheckComparisons<double>(count);
            CheckComparisons<long>(count);
            CheckComparisons<int>(count);
        }
    });

    [Fact]
    public void ChoicesTakeEachElementFromTheRightSide()
    {
        foreach (int count in Counts)
        {
            CheckChoice(count, i => (float)i);
            CheckChoice(count, i => (double)i);
            CheckChoice(count, i => i % 5 == 0);
        }
    }

    [Fact]
    public void CopiesOfAnyOrderOfDimensionsPutEachElementInItsPlace() =>
        Prop.ForAll(
            Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (rows, columns, order) =>
            {
                CheckCopy<float>(rows, columns, order);
                CheckCopy<double>(rows, columns, order);
                CheckCopy<byte>(rows, columns, order);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void ALargeTransposedCopyIsTheSameOnSeveralThreads() => CheckCopy<float>(190, 333, 1);

    [Fact]
    public void FunctionsOfTransposedOperandsAreThoseOfTheirCopies()
    {
        const int Rows = 37, Columns = 51;
        var x = Enumerable.Range(0, Rows * Columns).Select(i => (i % 97 / 10f) - 4).ToArray();
        var transposed = new Strided<float>(x, 0, [Columns, Rows], [1, Columns]);
        float[] copy = new float[x.Length], mapped = new float[x.Length], sums = new float[x.Length], negated = new float[x.Length];
        Assert.True(Transposition.TryCopy(transposed, Target(copy)));
        Elementwise.Map<float, Tanh>(transposed, Target(mapped));
        Elementwise.MapNumbers<float, Negate>(transposed, Target(negated));
        Elementwise.Combine<float, Subtract>(transposed, Target(copy), Target(sums));
        var expected = new float[x.Length];
        Tanh.Invoke<float>(copy, expected);
        Assert.Equal(expected, mapped);
        Assert.Equal(copy.Select(value => -value), negated);
        Assert.All(sums, value => Assert.Equal(0, value));

        static Strided<float> Target(float[] elements) => new(elements, 0, [Columns, Rows], [Rows, 1]);
    }

    [Fact]
    public void RowWiseExponentialsAreThoseOfDoublePrecision() => EveryWidth.Do(width =>
    {
        foreach (int columns in new[] { 1, 3, 10, 16, 31, 100, 1000 })
        {
            int rows = columns == 1000 ? 60 : 5;
            var x = Enumerable.Range(0, rows * columns).Select(i => ((i * 37 % 101) / 7f) - 3 + (i / columns * 300)).ToArray();
            var g = Enumerable.Range(0, rows * columns).Select(i => ((i * 53 % 97) / 48f) - 1).ToArray();
            float[] p = new float[x.Length], logs = new float[x.Length], dp = new float[x.Length], dlogs = new float[x.Length];
            Softmax.Probabilities<float>(x, p, columns);
            Softmax.LogProbabilities<float>(x, logs, columns);
            Softmax.ProbabilitiesGradient(g, p, dp, columns);
            Softmax.LogProbabilitiesGradient(g, logs, dlogs, columns);
            for (int start = 0; start < x.Length; start += columns)
            {
                float largest = x[start..(start + columns)].Max();
                var row = x[start..(start + columns)].Select(value => Math.Exp(value - (double)largest)).ToArray();
                double total = row.Sum(), dot = 0, sum = 0;
                for (int i = 0; i < columns; i++)
                    (dot, sum) = (dot + (g[start + i] * row[i] / total), sum + g[start + i]);
                for (int i = 0; i < columns; i++)
                {
                    Assert.Equal(row[i] / total, p[start + i], 1e-6);
                    Assert.Equal(Math.Log(row[i] / total), logs[start + i], 1e-4);
                    Assert.Equal((g[start + i] - dot) * row[i] / total, dp[start + i], 1e-6);
                    Assert.Equal(g[start + i] - (row[i] / total * sum), dlogs[start + i], 2e-5);
                }
            }

            Assert.All(p, value => Assert.True(value is >= 0 and <= 1.000001f, $"{width}: {value}"));
        }
    });

    private static void CheckComparisons<T>(int count)
        where T : unmanaged, INumber<T>
    {
        T[] x = [.. Enumerable.Range(0, count).Select(i => T.CreateTruncating(i * 7 % 11))];
        T[] y = [.. Enumerable.Range(0, count).Select(i => T.CreateTruncating(i * 5 % 7))];
        if (T.Zero / (T.One + T.One) is float or double && count > 8)
            (x[3], y[5]) = (T.CreateTruncating(double.NaN), T.CreateTruncating(double.NaN));
        Check<Equal>((a, b) => a == b);
        Check<NotEqual>((a, b) => a != b);
        Check<Less>((a, b) => a < b);
        Check<LessOrEqual>((a, b) => a <= b);
        Check<Greater>((a, b) => a > b);
        Check<GreaterOrEqual>((a, b) => a >= b);

        void Check<TFunction>(Func<T, T, bool> expected)
            where TFunction : IComparison
        {
            bool[] pairs = new bool[count], withOne = new bool[count], ofOne = new bool[count];
            Elementwise.Compare<T, TFunction>(Packed(x), Packed(y), Packed(pairs));
            Elementwise.Compare<T, TFunction>(Packed(x), One(y[0], count), Packed(withOne));
            Elementwise.Compare<T, TFunction>(One(x[0], count), Packed(y), Packed(ofOne));
            Assert.True(pairs.AsSpan().SequenceEqual(x.Zip(y, expected).ToArray()));
            Assert.True(withOne.AsSpan().SequenceEqual(x.Select(value => expected(value, y[0])).ToArray()));
            Assert.True(ofOne.AsSpan().SequenceEqual(y.Select(value => expected(x[0], value)).ToArray()));
        }
    }

    private static void CheckChoice<T>(int count, Func<int, T> number)
        where T : unmanaged
    {
        T[] x = [.. Enumerable.Range(0, count).Select(number)], y = [.. Enumerable.Range(1, count).Select(number)], z = new T[count];
        bool[] chosen = [.. Enumerable.Range(0, count).Select(i => i % 3 == 1)];
        Elementwise.Select(Packed(chosen), Packed(x), Packed(y), Packed(z));
        Assert.Equal(x.Select((value, i) => chosen[i] ? value : y[i]), z);
        Elementwise.Select(Packed(chosen), Packed(x), One(y[0], count), Packed(z));
        Assert.Equal(x.Select((value, i) => chosen[i] ? value : y[0]), z);
    }

    private static void CheckCopy<T>(int rows, int columns, int order)
        where T : unmanaged, INumber<T>
    {
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        long[] sizes = [3, rows, columns], strides = [(long)rows * columns, columns, 1];
        T[] x = [.. Enumerable.Range(0, 3 * rows * columns).Select(i => T.CreateTruncating(i))], y = new T[x.Length];
        long[] permuted = [.. orders[order].Select(d => sizes[d])], steps = [.. orders[order].Select(d => strides[d])];
        var (source, target) = (new Strided<T>(x, 0, permuted, steps), new Strided<T>(y, 0, permuted, Shapes.ContiguousStrides(permuted)));
        if (!Transposition.TryCopy(source, target))
            return;
        for (int i = 0; i < permuted[0]; i++)
        {
            for (int j = 0; j < permuted[1]; j++)
            {
                for (int k = 0; k < permuted[2]; k++)
                    Assert.Equal(x[(i * steps[0]) + (j * steps[1]) + (k * steps[2])], y[(((i * permuted[1]) + j) * permuted[2]) + k]);
            }
        }
    }

    private static Strided<T> Packed<T>(T[] elements)
        where T : unmanaged => new(elements, 0, [elements.Length], [1]);

    private static Strided<T> One<T>(T element, int count)
        where T : unmanaged => new([element], 0, [count], [0]);
}
