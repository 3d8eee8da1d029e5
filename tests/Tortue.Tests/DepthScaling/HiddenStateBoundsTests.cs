using FsCheck;
using FsCheck.Fluent;
using Tortue.DepthScaling;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class HiddenStateBoundsTests
{
    private const double Tolerance = 1e-9;

    // Worked out by hand: d = 64, δ = ½, so √(22/32) and √(10/32).
    [Fact]
    public void Corollary4GivesTheHandComputedBounds()
    {
        var bound = HiddenStateBounds.Corollary4(new() { Width = 64, Depth = 1000 }, 0.5);

        Assert.True(bound.Applies, bound.ToString());
        Assert.Equal(-0.3650164573988537, bound.Lower!.Value, Tolerance);
        Assert.Equal(5.7541455955566905, bound.Upper!.Value, Tolerance);
        Assert.True(bound.LowerIsVacuous);
        Assert.Equal(
            "Corollary 4 (iii): with probability at least 0.5, -0.365 < ‖h_L − h_0‖²/‖h_0‖² < 5.754. "
            + "The lower bound says nothing, as a square is never negative.",
            bound.ToString());
    }

    // L = 1,000, β = 0.4: Lα² = 1000^0.2 = 3.98107; d = 100, δ = 0.2.
    [Fact]
    public void Propositions2And3GiveTheHandComputedBounds()
    {
        var shape = new ResidualShape { Width = 100, Beta = 0.4 };

        Assert.Equal(39.81071705534971, HiddenStateBounds.Proposition2(shape, 0.2).Upper!.Value, Tolerance);
        Assert.Equal(0.013262936130033376, HiddenStateBounds.Proposition3Lower(shape, 0.2).Lower!.Value, Tolerance);
        Assert.Equal(146.28580378554327, HiddenStateBounds.Proposition3Upper(shape, 0.2).Upper!.Value, 1e-7);
    }

    [Fact]
    public void SayWhichHypothesisFails()
    {
        Assert.Equal(
            "Corollary 4 (iii) does not apply: d must be at least 64, and is 40.",
            HiddenStateBounds.Corollary4(new() { Width = 40 }, 0.1).ToString());
        Assert.Equal(
            ["β must be 1/2, and is 0.4", "L must be at least 900, and is 100"],
            HiddenStateBounds.Corollary4(new() { Width = 100, Depth = 100, Beta = 0.4 }, 0.1).MissingHypotheses);
        Assert.Equal(
            ["L α_L² must be at most 1, and is 3.981"],
            HiddenStateBounds.Proposition2(new() { Beta = 0.4 }, 0.1).MissingHypotheses);
        Assert.StartsWith("α_L² must be at most ", Assert.Single(
            HiddenStateBounds.Proposition3Lower(new() { Width = 100, Beta = 0.4 }, 0.1).MissingHypotheses));
        Assert.StartsWith("the tail 2L exp(…) must be at most δ/11 = ", Assert.Single(
            HiddenStateBounds.Proposition3Lower(new() { Width = 64, Depth = 2, Beta = 0 }, 0.1, c: 1e-30).MissingHypotheses.Skip(1)));
        Assert.Contains("the bias leaves", Assert.Single(
            HiddenStateBounds.Proposition2(new() { Model = ResidualModel.Res2, Beta = 1 }, 0.1).MissingHypotheses));
    }

    [Theory]
    [InlineData(0, 1, "The probability δ must be strictly between 0 and 1, not 0.")]
    [InlineData(1, 1, "The probability δ must be strictly between 0 and 1, not 1.")]
    [InlineData(0.1, 0.5, "The constant s of assumption (A1) must be at least 1, not 0.5.")]
    public void RefuseNumbersOutsideTheirRange(double delta, double s, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => HiddenStateBounds.Corollary4(new(), delta, s)).Message);

    // The corollary is the two halves of the proposition, each with δ/2, at L α² = 1; its depth must imply their conditions on α.
    [Fact]
    public void Corollary4FollowsFromProposition3() =>
        Prop.ForAll<byte, byte, byte>((widthByte, sByte, cByte) =>
        {
            var (s, c) = (1 + sByte / 512.0, (cByte + 1) / 50.0);
            var shape = new ResidualShape { Width = 64 + widthByte };
            shape = shape with { Depth = (int)Math.Ceiling(HiddenStateBounds.SmallestDepth(shape, s, c)) };
            var corollary = HiddenStateBounds.Corollary4(shape, 0.2, s, c);
            var lower = HiddenStateBounds.Proposition3Lower(shape, 0.1, s, c);
            var upper = HiddenStateBounds.Proposition3Upper(shape, 0.1, s, c);
            return corollary.Applies && lower.Applies && upper.Applies
                && Math.Abs(corollary.Lower!.Value - lower.Lower!.Value) < Tolerance
                && Math.Abs(corollary.Upper!.Value - upper.Upper!.Value) < Tolerance * upper.Upper!.Value;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void TheLowerBoundBitesFromTheSmallestWidthOn(double delta)
    {
        var width = HiddenStateBounds.SmallestWidthThatBites(delta);

        Assert.True(HiddenStateBounds.Corollary4Lower(width, delta) > 0);
        Assert.True(HiddenStateBounds.Corollary4Lower(width - 1, delta) <= 0);
    }

    [Fact]
    public void TheMomentConstantFallsFromItsValueAtOneTowardsASixteenth()
    {
        var constants = Enumerable.Range(1, 300).Select(width => MomentConstant.Of(new() { Width = width })!.Value).ToArray();

        Assert.Equal(105.0 / 2, constants[0], Tolerance);
        Assert.All(constants.Zip(constants.Skip(1)), pair => Assert.True(pair.First > pair.Second));
        Assert.Equal(1.0 / 16, MomentConstant.Of(new() { Width = 4096 })!.Value, 1e-3);
        Assert.Equal(0.09575986862, MomentConstant.Of(new() { Width = 64 })!.Value, 1e-9);
    }

    [Fact]
    public void ThereIsNoMomentConstantWithABias()
    {
        Assert.Null(MomentConstant.Of(new() { Model = ResidualModel.Res2 }));
        Assert.Equal(1, MomentConstant.Of(new() { Model = ResidualModel.Res1 }));
    }

    // At widths 4 and 40 the normal law attains the constant up to sampling error; the uniform law stays below it.
    [Theory]
    [InlineData(WeightLaw.Uniform, 4, "relu")]
    [InlineData(WeightLaw.Normal, 40, "relu")]
    [InlineData(WeightLaw.Uniform, 40, "leaky_relu(0.8)")]
    [InlineData(WeightLaw.Normal, 40, "tanh")]
    public void TheMomentConstantHoldsForDrawnWeights(WeightLaw law, int width, string activation)
    {
        var shape = new ResidualShape { Law = law, Width = width, Activation = Activation.Parse(activation) };

        var measured = AssumptionTwo.Measure(shape, 20_000, cancellation: TestContext.Current.CancellationToken).Rows;

        Assert.All(measured, row => Assert.InRange(row.EighthMoment, 0, 1.1 * MomentConstant.Of(shape)!.Value));
    }
}
