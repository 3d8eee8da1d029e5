using Tortue.Experiments;
using Tortue.Foundations;
using Xunit;

namespace Tortue.Tests.Foundations;

[Collection(nameof(OneGenerator))]
public sealed class GradientNoiseTests
{
    private static readonly GradientNoiseOptions Small = new() { Examples = 100, BatchSizes = [1, 10, 99], Draws = 400, Width = 8 };

    [Fact]
    public void Measured_noise_is_that_of_the_formula_and_the_run_says_so()
    {
        var result = GradientNoise.Run(Small, cancellation: TestContext.Current.CancellationToken);

        // The mean of 400 squares has a relative error of a few per cent.
        Assert.All(result.Points, point => Assert.InRange(point.Measured / point.Exact, 0.9, 1.1));
        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
    }

    [Fact]
    public void Noise_of_all_but_one_example_is_what_leaving_one_out_does()
    {
        // (N − B)/(B (N − 1)) at B = N − 1 is 1/(N − 1)²: the root is 1/(N − 1) of the noise of one example.
        var points = GradientNoise.Run(Small, cancellation: TestContext.Current.CancellationToken).Points;

        Assert.Equal(points[0].Exact / 99, points[2].Exact, points[0].Exact * 1e-9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_and_another_seed_another()
    {
        var first = GradientNoise.Run(Small, cancellation: TestContext.Current.CancellationToken).Points;

        Assert.Equal(first, GradientNoise.Run(Small, cancellation: TestContext.Current.CancellationToken).Points);
        Assert.NotEqual(first, GradientNoise.Run(Small with { Seed = 2 }, cancellation: TestContext.Current.CancellationToken).Points);
    }

    [Fact]
    public void A_result_survives_its_JSON() => ResultAssert.SurvivesJson(
        GradientNoise.Run(Small with { Draws = 10 }, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void Settings_out_of_range_are_refused_with_the_range()
    {
        Assert.Contains("between 20 and", Refusal(new() { Examples = 3 }), StringComparison.Ordinal);
        Assert.Contains("from 1 to 999", Refusal(new() { BatchSizes = [1, 1000] }), StringComparison.Ordinal);
        Assert.Contains("ascending", Refusal(new() { BatchSizes = [4, 2] }), StringComparison.Ordinal);
        Assert.Contains("at least 10", Refusal(new() { Draws = 1 }), StringComparison.Ordinal);
        Assert.Contains("at least 1", Refusal(new() { Width = 0 }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_stops_the_run() =>
        Assert.Throws<OperationCanceledException>(() => GradientNoise.Run(Small, cancellation: new CancellationToken(canceled: true)));

    private static string Refusal(GradientNoiseOptions options) => Assert.Throws<ArgumentException>(options.Validate).Message;
}
