using Tortue.Gradients;
using Xunit;

namespace Tortue.Tests.Gradients;

public sealed class SurfaceMeasuresTests
{
    private static readonly double[] Steps = [.. Enumerable.Range(0, 21).Select(i => (i - 10) / 10.0)];

    [Fact]
    public void A_bowl_is_convex_and_a_saddle_is_not()
    {
        Assert.Equal(1, Of((a, b) => (a * a) + (2 * b * b) + (a * b)).Convex);
        Assert.Equal(0, Of((a, b) => (a * a) - (b * b)).Convex);
        Assert.Equal(1, Of((a, b) => 3 * a).Convex);
    }

    [Fact]
    public void The_slope_of_a_plane_is_its_gradient() => Assert.Equal(5, Of((a, b) => (3 * a) - (4 * b)).Gradient, 1e-9);

    [Fact]
    public void The_share_below_chance_is_that_of_the_grids_points() =>

        // ln 10 is 2.30: of 21 columns those at −1 to 0.2.
        Assert.Equal(13 / 21.0, Of((a, b) => 2.29 + (a > 0.25 ? 1 : 0)).BelowChance, 1e-12);

    private static SurfaceMeasures Of(Func<double, double, double> loss) =>
        SurfaceMeasures.Of(Steps, [.. Steps.Select(b => Steps.Select(a => loss(a, b)).ToArray())], 10);
}
