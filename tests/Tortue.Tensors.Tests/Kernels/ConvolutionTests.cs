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
