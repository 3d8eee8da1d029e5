using Tortue.DepthScaling;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public sealed class CriticalExponentTests
{
    private static readonly double[] Betas = [0, 0.2, 0.4, 0.6, 0.8, 1];

    // Draws that fall along parallel lines: the mean of where they cross 0, and its standard error.
    [Fact]
    public void DrawsAlongLinesGiveTheMeanOfTheirCrossings()
    {
        double[] crossings = [0.41, 0.5, 0.53];
        var growth = crossings.Select(crossing => Betas.Select(beta => 3 * (crossing - beta)).ToArray());
        var measured = CriticalExponent.Measured(Betas, [.. growth])!;

        Assert.Equal(0.48, measured.Mean, 1e-12);
        Assert.Equal(MeanError.Of(crossings).StandardError, measured.StandardError, 1e-12);
    }

    [Fact]
    public void TheLargestCrossingCounts()
    {
        double[] twice = [1, -1, 1, 2, -2, -3];
        Assert.Equal(0.7, CriticalExponent.Measured(Betas, [twice, twice])!.Mean, 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void ThereIsNoneWhereTheChangeGrowsOrFadesEverywhere(double growth)
    {
        double[] all = [.. Betas.Select(_ => growth)];
        Assert.Null(CriticalExponent.Measured(Betas, [all, all]));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void OfRes1ItIsTheRegularityAtAnyDepth(double hurst)
    {
        foreach (var quantity in Enum.GetValues<GrowthQuantity>())
            Assert.Equal(hurst, CriticalExponent.FirstOrder(new() { Model = ResidualModel.Res1, Depth = 160 }, hurst, quantity), 1e-6);
    }

    // As L grows, max(H, ½) forward, with corrections that fade as slowly as L^(2H − 2). Backward a width of 1 has no other directions, and
    // is the same; a large one comes as near later.
    [Theory]
    [InlineData(0.1, 0.5)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.75, 0.75)]
    [InlineData(0.9, 0.9)]
    public void OfRes3ItTendsToTheRegularityOrAHalf(double hurst, double limit)
    {
        Assert.Equal(limit, Forward(100_000), 0.025);
        Assert.True(Math.Abs(Forward(100_000) - limit) <= Math.Abs(Forward(320) - limit) + 1e-6);
        var narrow = new ResidualShape { Depth = 1000, Width = 1 };
        Assert.Equal(Forward(1000), CriticalExponent.FirstOrder(narrow, hurst, GrowthQuantity.Gradients), 1e-9);

        double Forward(int depth) => CriticalExponent.FirstOrder(new() { Depth = depth }, hurst, GrowthQuantity.HiddenStates);
    }

    // Independent weights: only the diagonal is left, L/2.
    [Fact]
    public void WithoutDependenceLayersAddUp()
    {
        foreach (var model in new[] { ResidualModel.Res1, ResidualModel.Res3 })
        {
            foreach (var quantity in Enum.GetValues<GrowthQuantity>())
                Assert.Equal(50, CriticalExponent.MeanSquare(new() { Model = model }, 100, 0.5, quantity), 1e-9);
        }
    }
}
