using Tortue.DepthScaling;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public sealed class WeightRoughnessTests
{
    [Fact]
    public void IsTheMeanSquareOfStepsOverTwiceThatOfValues()
    {
        Assert.Equal((1 + 4) / 2.0 / (2 * (1 + 4 + 16) / 3.0), WeightRoughness.Of([[1f], [2f], [4f]]), 1e-12);
        Assert.Equal(0, WeightRoughness.Of([[3f, -1f], [3f, -1f], [3f, -1f]]));
        Assert.Equal(2, WeightRoughness.Of([[1f, 2f], [-1f, -2f], [1f, 2f], [-1f, -2f]]), 1e-12);
        Assert.Equal(
            "Roughness along the depth takes at least two layers.",
            Assert.Throws<ArgumentException>(() => WeightRoughness.Of([[1f]])).Message);
    }

    [Fact]
    public void TheDistanceIsAShareOfTheFirstNorm() =>
        Assert.Equal(Math.Sqrt(4 + 1) / Math.Sqrt(9 + 16), WeightRoughness.Distance([[3f], [4f]], [[5f], [3f]]), 1e-12);

    // 120,000 numbers: the mean square of independent ones and of their steps is known within a hundredth; smooth paths have only some
    // five independent pieces each.
    [Theory]
    [InlineData("iid", 1, 0.01)]
    [InlineData("fbm(0.5)", 1, 0.01)]
    [InlineData("fbm(0.2)", 1.340, 0.015)]
    [InlineData("fbm(0.8)", 0.484, 0.015)]
    [InlineData("rbf", 0.00166, 0.0001)]
    public void OfDrawnWeightsItIsWhatTheirLawSays(string name, double expected, double tolerance)
    {
        var path = WeightPath.Parse(name);
        var shape = new ResidualShape { Model = ResidualModel.Res1, Width = 20, Depth = 300, InputSize = 2, Path = path };
        using var network = new ScaledResNet(new(shape, 5, 0, 0));

        Assert.Equal(expected, WeightRoughness.Of(network.V), tolerance);
        Assert.Equal(expected, WeightRoughness.Expected(path, shape.Depth), tolerance);
    }
}
