using Tortue.DepthScaling;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class AssumptionTwoTests
{
    [Theory]
    [InlineData(ResidualModel.Res1, "relu")]
    [InlineData(ResidualModel.Res1, "leaky_relu(0.5)")]
    [InlineData(ResidualModel.Res1, "leaky_relu(0.8)")]
    [InlineData(ResidualModel.Res1, "identity")]
    [InlineData(ResidualModel.Res1, "tanh")]
    [InlineData(ResidualModel.Res2, "relu")]
    [InlineData(ResidualModel.Res2, "leaky_relu(0.8)")]
    [InlineData(ResidualModel.Res2, "identity")]
    [InlineData(ResidualModel.Res3, "relu")]
    [InlineData(ResidualModel.Res3, "leaky_relu(0.8)")]
    [InlineData(ResidualModel.Res3, "identity")]
    [InlineData(ResidualModel.Res3, "tanh")]
    public void DrawnWeightsAgreeWithTheReasoning(ResidualModel model, string activation)
    {
        var shape = new ResidualShape { Model = model, Activation = Activation.Parse(activation) };

        var measured = AssumptionTwo.Measure(shape, cancellation: TestContext.Current.CancellationToken);

        Assert.True(measured.Holds == (AssumptionTwo.WhyNot(shape) is null), measured.ToString());
    }

    [Fact]
    public void Res3HalvesTheSquareWithReluAndKeepsItWithTheIdentity()
    {
        var half = AssumptionTwo.Measure(new(), 10_000, cancellation: TestContext.Current.CancellationToken).Rows;
        var whole = AssumptionTwo.Measure(
            new() { Activation = Activation.Identity }, 10_000, cancellation: TestContext.Current.CancellationToken).Rows;

        Assert.All(half, row => Assert.Equal(0.5, row.MeanSquare, 4 * row.StandardError));
        Assert.All(whole, row => Assert.Equal(1, row.MeanSquare, 4 * row.StandardError));
    }

    [Fact]
    public void IsShownAsATable()
    {
        var lines = AssumptionTwo.Measure(
            new() { Model = ResidualModel.Res1 }, cancellation: TestContext.Current.CancellationToken).ToString().Split('\n');

        Assert.Equal("(A2) for res-1, relu, d = 40: ½ ≤ E‖g‖²/‖h‖² ≤ 1?", lines[0]);
        Assert.Equal(8, lines.Length);
        Assert.StartsWith("h ", lines[1]);
        Assert.EndsWith("fails: too small", lines[3]);
        Assert.EndsWith("holds", lines[6]);
    }
}
