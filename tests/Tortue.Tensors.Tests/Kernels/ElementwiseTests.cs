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
    public void ArithmeticIsThatOfTheLanguage() => EveryWidth.Do(_ =>
    {
        foreach (int count in Counts)
        {
            CheckArithmetic<float>(count);
            CheckArithmetic<double>(count);
            CheckArithmetic<long>(count);
            CheckArithmetic<int>(count);
        }
    });

    [Fact]
    public void ResultsPastTheCachesAreTheSame() => EveryWidth.Do(_ =>
    {
        foreach (int count in Counts)
        {
            float[] x = [.. Enumerable.Range(0, count).Select(i => (i % 37) - 18f)], expected = new float[count], z = new float[count + 5];
            for (int offset = 0; offset < 5; offset++)
            {
                Check(() => Subtract.Invoke<float>(x, x, expected), y => Subtract.TryStream<float>(x, x, y));
                Check(() => Subtract.Invoke(x, 3f, expected), y => Subtract.TryStream<float>(x, new float[] { 3 }, y));
                Check(() => Subtract.Invoke(3f, x, expected), y => Subtract.TryStream<float>(new float[] { 3 }, x, y));
                Check(() => Rectify.Invoke<float>(x, expected), y => Rectify.TryStream<float>(x, y));
                Check(() => LaneClamp.Clamp(x, -3f, 9f, expected, false), y =>
                {
                    LaneClamp.Clamp(x, -3f, 9f, y.AsSpan(), true);
                    return true;
                });

                void Check(Action plain, Func<ArraySegment<float>, bool> stream)
                {
                    plain();
                    Array.Fill(z, 77);
                    Assert.True(stream(new(z, offset, count)));
                    Assert.Equal(expected, z[offset..(offset + count)]);
                    Assert.All(z[(offset + count)..], value => Assert.Equal(77, value));
                }
            }
        }
    });

    [Fact]
    public void BoundsAreThoseOfTheSmallerOfTheLarger() => EveryWidth.Do(_ =>
    {
        foreach (int count in Counts)
        {
            double[] x = [.. Enumerable.Range(0, count).Select(i => i % 13 == 4 ? double.NaN : (i % 29) - 14)], y = new double[count];
            float[] singles = [.. x.Select(value => (float)value)], results = new float[count];
            foreach (var (low, high) in new[] { (-3.0, 5.0), (4, 2), (double.NegativeInfinity, 0), (double.NaN, 1), (-1, double.NaN) })
            {
                Elementwise.Clamp(Packed(x), low, high, Packed(y));
                Elementwise.Clamp(Packed(singles), (float)low, (float)high, Packed(results));
                Assert.Equal(x.Select(value => Math.Min(Math.Max(value, low), high)), y);
                Assert.Equal(y.Select(value => (float)value), results);
            }
        }
    });

    [Theory]
    [InlineData(1, 5)]
    [InlineData(7, 16)]
    [InlineData(33, 100)]
    [InlineData(900, 101)]
    public void RowsAndColumnsAreRepeated(int rows, int columns) => EveryWidth.Do(_ =>
    {
        float[] x = [.. Enumerable.Range(0, rows * columns).Select(i => (i % 89) - 44f)], z = new float[x.Length];
        float[] row = [.. Enumerable.Range(0, columns).Select(i => i / 4f)], column = [.. Enumerable.Range(0, rows).Select(i => i / 8f)];
        var whole = new Strided<float>(x, 0, [rows, columns], [columns, 1]);
        var (rowInAll, columnInAll) = (whole with { Array = row, Strides = [0, 1] }, whole with { Array = column, Strides = [1, 0] });
        Check(whole, rowInAll, (i, j) => x[(i * columns) + j] - row[j]);
        Check(rowInAll, whole, (i, j) => row[j] - x[(i * columns) + j]);
        Check(whole, columnInAll, (i, j) => x[(i * columns) + j] - column[i]);
        Check(columnInAll, whole, (i, j) => column[i] - x[(i * columns) + j]);
        Check(columnInAll, rowInAll, (i, j) => column[i] - row[j]);

        void Check(Strided<float> left, Strided<float> right, Func<int, int, float> expected)
        {
            Elementwise.Combine<float, Subtract>(left, right, whole with { Array = z });
            Assert.True(z.AsSpan().SequenceEqual([.. Enumerable.Range(0, z.Length).Select(i => expected(i / columns, i % columns))]));
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

    private static void CheckArithmetic<T>(int count)
        where T : unmanaged, INumber<T>
    {
        T[] x = [.. Enumerable.Range(0, count).Select(i => T.CreateTruncating((i * 7 % 11) - 5))];
        T[] y = [.. Enumerable.Range(0, count).Select(i => T.CreateTruncating((i * 5 % 7) - 8))];
        if (T.One / (T.One + T.One) != T.Zero && count > 8)
            (x[3], y[5], x[6], y[6]) = (T.CreateTruncating(double.NaN), T.CreateTruncating(double.NaN), -T.Zero, -T.One / T.Zero);
        Check<Add>((a, b) => a + b);
        Check<Subtract>((a, b) => a - b);
        Check<Multiply>((a, b) => a * b);
        Check<Divide>((a, b) => a / b);
        Check<Maximum>(T.Max);
        Check<Minimum>(T.Min);
        Check<Fused<RectifierGradient>>((a, b) => b <= T.Zero ? T.Zero : a);
        Check<Fused<LeakyRectifier>>((a, b) => a > T.Zero ? a : a * b);
        CheckOne<Negate>(a => -a);
        CheckOne<Abs>(T.Abs);
        CheckOne<Square>(a => a * a);
        CheckOne<Rectify>(a => T.Max(a, T.Zero));

        void Check<TFunction>(Func<T, T, T> expected)
            where TFunction : IBinaryFunction
        {
            T[] pairs = new T[count], withOne = new T[count], ofOne = new T[count];
            Elementwise.Combine<T, TFunction>(Packed(x), Packed(y), Packed(pairs));
            Elementwise.Combine<T, TFunction>(Packed(x), One(y[0], count), Packed(withOne));
            Elementwise.Combine<T, TFunction>(One(x[0], count), Packed(y), Packed(ofOne));
            Assert.True(pairs.AsSpan().SequenceEqual(x.Zip(y, expected).ToArray()), typeof(TFunction).Name);
            Assert.True(withOne.AsSpan().SequenceEqual(x.Select(value => expected(value, y[0])).ToArray()), typeof(TFunction).Name);
            Assert.True(ofOne.AsSpan().SequenceEqual(y.Select(value => expected(x[0], value)).ToArray()), typeof(TFunction).Name);
        }

        void CheckOne<TFunction>(Func<T, T> expected)
            where TFunction : INumberFunction
        {
            var results = new T[count];
            Elementwise.MapNumbers<T, TFunction>(Packed(x), Packed(results));
            Assert.True(results.AsSpan().SequenceEqual(x.Select(expected).ToArray()), typeof(TFunction).Name);
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
