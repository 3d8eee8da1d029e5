using TorchSharp;
using Tortue.Models;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Models;

public sealed class SeededDropoutTests
{
    private const int Elements = 40_000;

    [Theory]
    [InlineData(DropoutScaling.AtTraining)]
    [InlineData(DropoutScaling.AtTest)]
    public void TheMeanInTrainingIsTheOutputAtTest(DropoutScaling scaling)
    {
        using var scope = NewDisposeScope();
        using var layer = new SeededDropout(0.3, seed: 4, scaling);
        double trained = layer.forward(ones(Elements)).mean().ToDouble();
        layer.eval();
        double tested = layer.forward(ones(Elements)).mean().ToDouble();
        // Four standard errors of a mean of so many coins, each 0 or as large as the convention has it.
        double largest = scaling == DropoutScaling.AtTraining ? 1 / 0.7 : 1;
        Assert.InRange(trained - tested, -4 * largest * Math.Sqrt(0.3 * 0.7 / Elements), 4 * largest * Math.Sqrt(0.3 * 0.7 / Elements));
        Assert.Equal(scaling == DropoutScaling.AtTraining ? 1 : 0.7, tested, 1e-5);
    }

    [Fact]
    public void TheGradientPassesWhereTheUnitStayedAndIsScaledAlike()
    {
        using var scope = NewDisposeScope();
        using var layer = new SeededDropout(0.5, seed: 1);
        var input = ones(64, requires_grad: true);
        var output = layer.forward(input);
        output.sum().backward();
        Assert.Equal(output.data<float>().ToArray(), input.grad!.data<float>().ToArray());
        Assert.Equal([0f, 2f], output.data<float>().ToArray().Distinct().Order());
    }

    [Fact]
    public void MasksFollowFromTheSeedAndChangeFromCallToCall()
    {
        using var scope = NewDisposeScope();
        using SeededDropout first = new(0.5, seed: 9), second = new(0.5, seed: 9);
        var (a, b) = (Masked(first), Masked(second));
        Assert.Equal(a, b);
        Assert.NotEqual(a, Masked(first));

        static float[] Masked(SeededDropout layer) => layer.forward(ones(50)).data<float>().ToArray();
    }

    [Fact]
    public void ARateThatIsZeroLeavesTheInputAndOneOutOfRangeIsRefused()
    {
        using var layer = new SeededDropout(0, seed: 1);
        using var input = ones(3);
        Assert.Same(input, layer.forward(input));
        Assert.Throws<ArgumentOutOfRangeException>(() => layer.Rate = 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeededDropout(double.NaN, seed: 1));
    }
}
