using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Tensors.Kernels;
using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>The product against the textbook's triple loop in double precision.</summary>
[Collection(WorkersCollection.Name)]
public class MatrixProductTests
{
    private const double SingleRoundoff = 1.0 / (1 << 24);
    private const double DoubleRoundoff = 1.0 / (1L << 53);

    private static readonly KernelWidth[] Widths = Enum.GetValues<KernelWidth>();

    public static TheoryData<int, int, int> LargeShapes => new()
    {
        { 13, 40, 515 }, // two slices of the sums
        { 300, 70, 30 }, // two blocks of rows
        { 25, 2100, 13 }, // two blocks of columns
        { 131, 97, 800 }, // enough work to be shared
        { 1, 700, 400 },
        { 700, 1, 400 },
    };

    [Fact]
    public void AgreesWithTheTripleLoopForAnyShapeAndLayout() =>
        Prop.ForAll(ProductCase.Arbitrary(70), @case =>
        {
            Check<float>(@case, SingleRoundoff);
            Check<double>(@case, DoubleRoundoff);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [MemberData(nameof(LargeShapes))]
    public void AgreesWithTheTripleLoopBeyondTheBlocks(int m, int n, int k)
    {
        for (int layout = 0; layout < 16; layout++)
        {
            var @case = new ProductCase(
                m, n, k, (layout & 1) != 0, (layout & 2) != 0, layout & 4, 1 + (layout & 1), (layout & 8) != 0, layout);
            Check<float>(@case, SingleRoundoff);
            Check<double>(@case, DoubleRoundoff);
        }
    }

    [Fact]
    public void TheNumberOfThreadsChangesNoBit() =>
        Prop.ForAll(ProductCase.Arbitrary(400), @case =>
        {
            foreach (var width in Widths)
                Assert.Equal(WithThreads(1, @case, width), WithThreads(3, @case, width));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Theory]
    [InlineData(float.NaN, 0f)]
    [InlineData(float.PositiveInfinity, 0f)]
    [InlineData(float.NegativeInfinity, 2f)]
    public void NanAndInfinitiesReachExactlyTheirRowAndColumn(float special, float factor)
    {
        foreach (var (m, n, k) in new[] { (30, 50, 40), (1, 50, 40), (30, 1, 40), (30, 50, 5) })
        {
            foreach (var width in Widths)
            {
                foreach (bool transposed in new[] { false, true })
                {
                    var a = Enumerable.Repeat(1f, m * k).ToArray();
                    var b = Enumerable.Repeat(factor, k * n).ToArray();
                    int row = m / 2;
                    a[(row * k) + k - 1] = special;
                    var c = new float[m * n];
                    MatrixProduct.Multiply<float>(a, k, 1, b, transposed ? 1 : n, transposed ? k : 1, c, n, m, n, k, false, width);
                    for (int i = 0; i < m; i++)
                    {
                        float expected = i == row ? special * factor : factor * k;
                        Assert.All(c[(i * n)..((i + 1) * n)], value => Assert.Equal(expected, value));
                    }
                }
            }
        }
    }

    [Fact]
    public void AnEmptySumIsZeroAndAddsNothing()
    {
        var c = new float[] { 1, 2, 3, 4, 5, 6 };
        MatrixProduct.Multiply([], 0, 1, [], 2, 1, c, 3, 2, 2, 0, true);
        Assert.Equal([1, 2, 3, 4, 5, 6], c);
        MatrixProduct.Multiply([], 0, 1, [], 2, 1, c, 3, 2, 2, 0, false);
        Assert.Equal([0, 0, 3, 0, 0, 6], c);
    }

    [Fact]
    public void TooShortAMatrixIsRefusedWithItsSizes()
    {
        var error = Assert.Throws<ArgumentException>(
            () => MatrixProduct.Multiply(new float[11], 4, 1, new float[8], 2, 1, new float[6], 2, 3, 2, 4, false));
        Assert.Equal("A has 11 elements; 3x4 with strides (4, 1) needs 12.", error.Message);
    }

    private static void Check<T>(ProductCase @case, double roundoff)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var operands = @case.Draw<T>();
        var expected = @case.TripleLoop(operands, roundoff);
        foreach (var width in Widths)
        {
            var actual = @case.Multiply(operands, width);
            Assert.Equal(expected.Length, actual.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                if (!(Math.Abs(expected[i].Value - double.CreateChecked(actual[i])) <= expected[i].Tolerance))
                    Assert.Fail($"{@case}, {width}, {typeof(T).Name}: element {i} is {actual[i]}, expected {expected[i].Value}");
            }
        }
    }

    private static float[] WithThreads(int threads, ProductCase @case, KernelWidth width)
    {
        int before = Workers.Count;
        Workers.Count = threads;
        try
        {
            return @case.Multiply(@case.Draw<float>(), width);
        }
        finally
        {
            Workers.Count = before;
        }
    }
}
