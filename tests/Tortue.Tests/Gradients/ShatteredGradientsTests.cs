using Tortue.Experiments;
using Tortue.Gradients;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.Gradients;

public sealed class ShatteredGradientsTests
{
    internal static readonly ShatteredGradientsOptions Small = new()
    {
        Width = 16,
        Points = 16,
        Depths = [1, 2, 4],
        PlainDepth = 4,
        ResidualDepth = 4,
        Networks = 2,
    };

    private static readonly Lazy<ShatteredGradientsResult> Many = new(() => ShatteredGradients.Run(
        new() { Width = 50, Points = 64, Depths = [1, 2, 4], PlainDepth = 4, ResidualDepth = 4, Networks = 100, Seed = 2 }));

    [Fact]
    public void Autocorrelation_of_one_layer_is_the_exact_one_at_any_width()
    {
        var measured = Many.Value.Curve(GradientInputs.Grid, NetworkWiring.Plain).Depths[0];
        var exact = Autocorrelation.OfCovariance(GradientKernel.Covariance(Many.Value.Options.Grid, [1])[0], 16);

        Assert.Equal(17, measured.Autocorrelation.Count);
        for (int lag = 1; lag <= 16; lag++)
            Assert.InRange(measured.Autocorrelation[lag] - exact[lag], -Allowed(lag), Allowed(lag));
        double Allowed(int lag) => 4 * measured.AutocorrelationErrors[lag];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Autocorrelation_of_some_layers_is_nearly_that_of_wide_ones(int place)
    {
        var measured = Many.Value.Curve(GradientInputs.Grid, NetworkWiring.Plain).Depths[place];
        var exact = Autocorrelation.OfCovariance(GradientKernel.Covariance(Many.Value.Options.Grid, [measured.Depth])[0], 16);

        // Four standard errors, and what layers of 50 units differ from infinitely wide ones.
        for (int lag = 1; lag <= 16; lag++)
            Assert.InRange(measured.Autocorrelation[lag] - exact[lag], -Allowed(lag), Allowed(lag));
        double Allowed(int lag) => 4 * measured.AutocorrelationErrors[lag] + 0.02;
    }

    [Fact]
    public void Variances_of_networks_without_batch_norm_are_exact_at_any_width()
    {
        // A unit is active with probability ½, whatever its gradient: He's weights keep E[g²], and a skip connection doubles it.
        foreach (var inputs in Enum.GetValues<GradientInputs>())
        {
            Assert.All(Many.Value.Curve(inputs, NetworkWiring.Plain).Depths, each => Assert.InRange(each.Variance, 0.85, 1.15));
            Assert.All(
                Many.Value.Curve(inputs, NetworkWiring.Residual).Depths,
                each => Assert.InRange(each.Variance / Math.Pow(2, each.Depth), 0.85, 1.15));
        }
    }

    [Fact]
    public void Correlations_at_unrelated_inputs_are_the_products_of_the_theory()
    {
        Compare(NetworkWiring.Plain, ShatteringTheory.PlainProduct);
        Compare(NetworkWiring.Residual, ShatteringTheory.ResidualProduct);
        Compare(NetworkWiring.PlainNormalized, ShatteringTheory.Plain);
        Compare(NetworkWiring.ResidualNormalized, depth => ShatteringTheory.ResidualNormalizedProduct(depth, 1));
        Compare(NetworkWiring.ResidualRescaled, depth => ShatteringTheory.ResidualNormalizedProduct(depth, Many.Value.Options.Beta));

        static void Compare(NetworkWiring wiring, Func<int, double> theory) => Assert.All(
            Many.Value.Curve(GradientInputs.Unrelated, wiring).Depths,
            each => Assert.InRange(each.Correlation / theory(each.Depth), 0.85, 1.15));
    }

    [Fact]
    public void Half_of_the_units_is_active_and_a_quarter_at_both_of_two_unrelated_inputs()
    {
        Assert.All(
            Many.Value.Curve(GradientInputs.Unrelated, NetworkWiring.PlainNormalized).Depths,
            each => Assert.InRange(each.CoActive, 0.235, 0.265));
        Assert.All(
            Many.Value.Curve(GradientInputs.Unrelated, NetworkWiring.Plain).Depths,
            each => Assert.InRange(each.CoActive - ShatteringTheory.PlainCoActive(each.Depth), -0.015, 0.015));
    }

    [Fact]
    public void Threads_do_not_change_the_result()
    {
        var one = ShatteredGradients.Run(Small with { Threads = 1 }, cancellation: TestContext.Current.CancellationToken);
        var three = ShatteredGradients.Run(Small with { Threads = 3 }, cancellation: TestContext.Current.CancellationToken);
        var other = ShatteredGradients.Run(Small with { Seed = 2 }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(Numbers(one), Numbers(three));
        Assert.NotEqual(Numbers(one), Numbers(other));
    }

    [Fact]
    public void Biases_of_hidden_layers_count() => Assert.NotEqual(
        Numbers(ShatteredGradients.Run(Small, cancellation: TestContext.Current.CancellationToken)),
        Numbers(ShatteredGradients.Run(Small with { HiddenBiasDeviation = 1 }, cancellation: TestContext.Current.CancellationToken)));

    [Fact]
    public void A_result_survives_its_JSON_and_draws_all_its_figures()
    {
        var result = ShatteredGradients.Run(Small, cancellation: TestContext.Current.CancellationToken);

        ResultAssert.SurvivesJson(result);
        Assert.All(
            [
                result.SeriesFigure(), result.RemediesFigure(), result.CovarianceFigure(), result.DepthFigure(), result.DecayFigure(),
                result.CoActiveFigure(),
            ],
            figure => Assert.NotEmpty(figure.ToJson()));
        Assert.Equal(1, result.Series[^1].Gradients.Select(Math.Abs).Average(), 1e-3);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_with_the_range()
    {
        Assert.Contains("even number", Refusal(new() { Width = 7 }), StringComparison.Ordinal);
        Assert.Contains("between 16 and", Refusal(new() { Points = 3 }), StringComparison.Ordinal);
        Assert.Contains("from 1 on", Refusal(new() { Depths = [2, 4] }), StringComparison.Ordinal);
        Assert.Contains("none above 100", Refusal(new() { Depths = [1, 200] }), StringComparison.Ordinal);
        Assert.Contains("25 is not among", Refusal(new() { PlainDepth = 25 }), StringComparison.Ordinal);
        Assert.Contains("7 is not among", Refusal(new() { ResidualDepth = 7 }), StringComparison.Ordinal);
        Assert.Contains("at most 1", Refusal(new() { Beta = 2 }), StringComparison.Ordinal);
        Assert.Contains("above 0", Refusal(new() { BiasDeviation = 0 }), StringComparison.Ordinal);
        Assert.Contains("between 0 and 10", Refusal(new() { HiddenBiasDeviation = double.NaN }), StringComparison.Ordinal);
        Assert.Contains("between 2 and", Refusal(new() { Networks = 1 }), StringComparison.Ordinal);
        Assert.Contains("at least 1", Refusal(new() { Threads = 0 }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_stops_the_run() => Assert.ThrowsAny<OperationCanceledException>(
        () => ShatteredGradients.Run(Small, cancellation: new CancellationToken(canceled: true)));

    private static string Refusal(ShatteredGradientsOptions options) => Assert.Throws<ArgumentException>(options.Validate).Message;

    private static string Numbers(ShatteredGradientsResult result) => ExperimentJson.Write(
        result with { Options = Small, Run = new(1, "", "", DateTimeOffset.UnixEpoch, 0, 1) });
}
