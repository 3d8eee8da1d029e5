using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Tensors.Kernels;
using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

[Collection(WorkersCollection.Name)]
public class ConvolutionTests
{
    private static readonly KernelWidth[] Widths = Enum.GetValues<KernelWidth>();

    [Fact]
    public void ResultAndGradientsAreTheSumsOfTheDefinition() =>
        Prop.ForAll(ConvolutionCase.Arbitrary(20), @case =>
        {
            Check<float>(@case, 1.2e-7);
            Check<double>(@case, 2.3e-16);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [InlineData(70, 70)]
    [InlineData(3, 1500)]
    public void LargeImagesAreCutIntoBlocks(int rows, int columns)
    {
        var size = new ConvolutionSize(2, 2, 9, 1, (rows, columns), (3, 3), (1, 1), (1, 1), (1, 1), (1, 1));
        Check<float>(new ConvolutionCase(size, 1), 1.2e-7);
    }

    // Batch, channels and outputs of a group, groups; rows and columns; kernel, stride, margin, dilation.
    [Theory]
    [InlineData(2, 3, 9, 1, 5, 32, 3, 1, 1, 1)]
    [InlineData(2, 2, 8, 1, 5, 16, 3, 1, 1, 1)]
    [InlineData(2, 2, 11, 1, 4, 35, 3, 1, 1, 1)]
    [InlineData(1, 2, 4, 2, 3, 48, 5, 1, 2, 1)]
    [InlineData(1, 3, 3, 1, 7, 34, 3, 1, 2, 2)]
    [InlineData(40, 2, 5, 1, 5, 6, 3, 1, 1, 1)]
    [InlineData(35, 1, 3, 1, 16, 16, 3, 1, 1, 1)]
    [InlineData(1, 8, 24, 1, 50, 30, 5, 1, 2, 1)]
    [InlineData(1, 8, 16, 1, 80, 64, 3, 1, 1, 1)]
    [InlineData(1, 6, 16, 1, 60, 70, 7, 2, 3, 1)]
    [InlineData(3, 1, 1, 5, 9, 20, 3, 1, 1, 1)]
    [InlineData(3, 2, 2, 3, 9, 20, 3, 2, 1, 1)]
    [InlineData(2, 3, 5, 1, 11, 33, 1, 2, 0, 1)]
    [InlineData(2, 3, 5, 1, 11, 33, 2, 3, 1, 2)]
    [InlineData(2, 3, 5, 1, 6, 6, 1, 1, 4, 1)]
    [InlineData(34, 2, 5, 1, 8, 8, 3, 1, 1, 1)]
    [InlineData(18, 3, 4, 2, 7, 7, 5, 1, 2, 1)]
    [InlineData(2, 2, 9, 1, 28, 28, 3, 1, 2, 2)]
    [InlineData(1, 6, 9, 1, 130, 28, 3, 1, 1, 1)]
    [InlineData(1, 2, 3, 1, 3, 6, 9, 1, 4, 1)]
    [InlineData(1, 40, 70, 1, 20, 20, 3, 1, 1, 1)]
    public void EveryWayThroughIsTheSumOfTheDefinition(
        int batch, int channels, int outputs, int groups, int rows, int columns, int kernel, int stride, int margin, int dilation)
    {
        var size = new ConvolutionSize(
            batch, channels * groups, outputs * groups, groups, (rows, columns), (kernel, kernel), (stride, stride), (margin, margin),
            (margin, margin), (dilation, dilation));
        var @case = new ConvolutionCase(size, 1);
        Check<float>(@case, 1.2e-7);
        Check<double>(@case, 2.3e-16);
        Assert.All(Widths, width => Assert.Equal(WithThreads(1, @case, width), WithThreads(3, @case, width)));
    }

    [Fact]
    public void TheNumberOfThreadsChangesNoBit() =>
        Prop.ForAll(ConvolutionCase.Arbitrary(20), @case =>
        {
            foreach (var width in Widths)
                Assert.Equal(WithThreads(1, @case, width), WithThreads(3, @case, width));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void NanAndInfinitiesInAnImageReachExactlyThePixelsAround()
    {
        var size = new ConvolutionSize(2, 1, 1, 1, (9, 9), (3, 3), (1, 1), (1, 1), (1, 1), (1, 1));
        var x = Enumerable.Repeat(1f, 2 * 81).ToArray();
        x[(4 * 9) + 8] = float.NaN;
        var y = new float[x.Length];
        foreach (var width in Widths)
        {
            Convolution.Forward<float>(size, x, Enumerable.Repeat(1f, 9).ToArray(), [], y, width);
            for (int i = 0; i < y.Length; i++)
                Assert.Equal(i is >= 27 and < 54 && i % 9 >= 7, float.IsNaN(y[i]));
        }
    }

    private static void Check<T>(ConvolutionCase @case, double roundoff)
        where T : unmanaged, INumber<T>
    {
        var operands = @case.Draw<T>();
        var expected = @case.DirectSums(operands);
        foreach (var width in Widths)
        {
            var actual = @case.Run(operands, width);
            Assert.Equal(expected.Length, actual.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                // Far above what rounding does to sums of this many terms of random sign, far below any one term that goes missing.
                if (!(Math.Abs(expected[i].Value - double.CreateChecked(actual[i])) <= 30 * roundoff * expected[i].Size))
                    Assert.Fail($"{@case}, {width}, {typeof(T).Name}: element {i} is {actual[i]}, expected {expected[i].Value}");
            }
        }
    }

    private static float[] WithThreads(int threads, ConvolutionCase @case, KernelWidth width)
    {
        int before = Workers.Count;
        Workers.Count = threads;
        try
        {
            return @case.Run(@case.Draw<float>(), width);
        }
        finally
        {
            Workers.Count = before;
        }
    }
}
