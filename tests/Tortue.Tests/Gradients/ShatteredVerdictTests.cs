using Tortue.Experiments;
using Tortue.Gradients;
using Xunit;

namespace Tortue.Tests.Gradients;

/// <summary>What made-up measurements get told.</summary>
public sealed class ShatteredVerdictTests
{
    private static readonly ShatteredGradientsOptions Options = new();
    private static readonly double[] Brown = Autocorrelation.Brown(256, 40);
    private static readonly double[] White = Autocorrelation.White(256, 40);

    [Fact]
    public void The_paper_s_picture_is_reproduced()
    {
        var result = Grid(depth => depth == 1 ? 0 : 1, depth => depth == 1 ? 0 : 1, depth => depth == 1 ? 0 : 0.5);

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.Equal(0.5, result.Whiteness(NetworkWiring.ResidualNormalized, 50).Place, 1e-9);
    }

    [Fact]
    public void A_plain_network_that_needs_batch_norm_to_shatter_is_one_part_less() => Assert.Equal(
        VerdictKind.PartlyReproduced, Grid(depth => depth == 1 ? 0 : 0.3, depth => depth == 1 ? 0 : 1, _ => 0.5).Verdict().Kind);

    [Fact]
    public void Networks_that_are_all_alike_reproduce_nothing() =>
        Assert.Equal(VerdictKind.NotReproduced, Grid(_ => 0.5, _ => 0.5, _ => 0.5).Verdict().Kind);

    [Fact]
    public void The_theorems_themselves_are_reproduced() => Assert.Equal(
        VerdictKind.Reproduced,
        Unrelated(ShatteringTheory.Plain, depth => ShatteringTheory.ResidualNormalized(depth, 1), 0.25, ShatteringTheory.PlainCoActive)
            .DecayVerdict().Kind);

    [Fact]
    public void Batch_norm_s_mean_costs_the_exponent_of_theorem_3()
    {
        var result = Unrelated(
            ShatteringTheory.Plain, depth => ShatteringTheory.ResidualNormalizedProduct(depth, 1), 0.25, ShatteringTheory.PlainCoActive);

        Assert.Equal(VerdictKind.PartlyReproduced, result.DecayVerdict().Kind);
        Assert.Equal(result.DerivedResidualSlope(), result.ResidualDecay(NetworkWiring.ResidualNormalized).Slope, 1e-9);
        Assert.Equal(-1, result.PlainDecay(NetworkWiring.PlainNormalized).Slope, 1e-9);
    }

    [Fact]
    public void Gradients_that_do_not_decay_reproduce_nothing() =>
        Assert.Equal(VerdictKind.NotReproduced, Unrelated(_ => 1, _ => 1, 0.4, _ => 0.3).DecayVerdict().Kind);

    [Fact]
    public void Errors_come_from_leaving_networks_out()
    {
        // For a mean, the jackknife is the usual standard error: here of 1, 2, 3, 4, √(5/3)/2.
        var (value, error) = GradientDepth.Ratio([1, 2, 3, 4], [1, 1, 1, 1]);
        Assert.Equal(2.5, value, 1e-12);
        Assert.Equal(Math.Sqrt(5 / 3.0) / 2, error, 1e-12);
    }

    private static ShatteredGradientsResult Grid(
        Func<int, double> plain, Func<int, double> normalized, Func<int, double> residual)
    {
        return Result(
        [
            Curve(NetworkWiring.Plain, plain),
            Curve(NetworkWiring.PlainNormalized, normalized),
            Curve(NetworkWiring.ResidualNormalized, residual),
        ]);

        static GradientCurve Curve(NetworkWiring wiring, Func<int, double> place) => new(
            GradientInputs.Grid,
            wiring,
            [
                .. Options.Depths.Select(depth => new GradientDepth(
                    depth,
                    0,
                    0,
                    1,
                    0.25,
                    [.. Brown.Zip(White, (brown, white) => brown + place(depth) * (white - brown))],
                    [.. Brown.Select(_ => 0.001)])),
            ]);
    }

    private static ShatteredGradientsResult Unrelated(
        Func<int, double> plain, Func<int, double> residual, double normalizedShare, Func<int, double> plainShare)
    {
        return Result(
        [
            Curve(NetworkWiring.Plain, plain, plainShare),
            Curve(NetworkWiring.PlainNormalized, plain, _ => normalizedShare),
            Curve(NetworkWiring.ResidualNormalized, residual, _ => normalizedShare),
        ]);

        static GradientCurve Curve(NetworkWiring wiring, Func<int, double> correlation, Func<int, double> share) => new(
            GradientInputs.Unrelated,
            wiring,
            [
                .. Options.Depths.Select(depth =>
                    new GradientDepth(depth, correlation(depth), 1e-3 * correlation(depth), 1, share(depth), [], [])),
            ]);
    }

    private static ShatteredGradientsResult Result(IReadOnlyList<GradientCurve> curves) =>
        new(Options, new(1, "made up", "0", DateTimeOffset.UnixEpoch, 0, 1), curves, []);
}
