using TorchSharp;
using Tortue.CriticalPeriods;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.CriticalPeriods;

[Collection(nameof(OneGenerator))]
public sealed class KlExpansionTests
{
    private static readonly KlExpansionOptions Small =
        new() { Hidden = 8, Examples = 60, Epochs = 5, Images = 10, Directions = 60, Draws = 3000 };

    private static readonly Lazy<KlExpansionResult> Once = new(() => Run(Small));

    [Fact]
    public void Divergences_of_a_trained_network_follow_the_expansion_and_give_the_trace_within_sampling_error()
    {
        var result = Once.Value;

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.Equal(1, result.Points[0].Ratio, 1e-3);
        Assert.Equal(2, result.DivergenceOrder, 0.01);
        Assert.Equal(3, result.ErrorOrder, 0.05);
        Assert.Equal(3, result.ReverseErrorOrder, 0.05);
        Assert.Equal(4, result.EvenErrorOrder, 0.05);
        Assert.InRange(Math.Abs(result.DrawnTrace.Mean - result.Trace), 0, 3 * result.DrawnTrace.StandardError);
        Assert.InRange(Math.Abs(result.DivergenceTrace.Mean - result.Trace), 0, 3 * result.DivergenceTrace.StandardError);
        Assert.InRange(result.DivergenceTrace.StandardError / result.Trace, 0.01, 0.2);
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_form_of_softmax_regression_is_its_formula()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var model = nn.Linear(3, 4).to(float64);
        var x = randn(7, 3, dtype: float64);
        var directions = randn(5, 16, dtype: float64);

        var forms = FisherInformation.QuadraticForms(model, x, directions, TestContext.Current.CancellationToken);

        // J = Δ x + b for the matrix Δ and the vector b of a direction; the form is the variance of J_y under p.
        var p = model.forward(x).softmax(1);
        for (int d = 0; d < 5; d++)
        {
            var along = x.matmul(directions[d].narrow(0, 0, 12).view(4, 3).t()) + directions[d].narrow(0, 12, 4);
            var mean = (p * along).sum(1, keepdim: true);
            double expected = (p * (along - mean).square()).sum(1).mean().ToDouble();
            Assert.Equal(expected, forms[d], expected * 1e-10);
        }

        Assert.Throws<ArgumentException>(
            () => FisherInformation.QuadraticForms(model, x, randn(2, 15, dtype: float64), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_forms_of_unit_vectors_add_up_to_the_trace()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 3)).to(float64);
        var data = new LabelledData("points", randn(5, 2, dtype: float64), zeros(5, dtype: int64), ["a", "b", "c"]);

        var forms = FisherInformation.QuadraticForms(
            model, data.Inputs, eye(21, dtype: float64), TestContext.Current.CancellationToken);
        var trace = FisherInformation.Of(
            model, data, new() { Labels = FisherLabels.EveryClass }, TestContext.Current.CancellationToken);

        Assert.Equal(trace.Total, forms.Sum(), trace.Total * 1e-10);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.05)]
    [InlineData(2)]
    public void A_divergence_is_the_sum_of_its_definition(double step)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(9);
        var first = randn(6, 4, dtype: float64, generator: random).log_softmax(1);
        var second = (first + (step * randn(6, 4, dtype: float64, generator: random))).log_softmax(1);
        double expected = (first.exp() * (first - second)).sum(1).mean().ToDouble();

        Assert.Equal(expected, KlDivergence.Between(first, second), 1e-15 + (expected * 1e-9));
    }

    [Fact]
    public void A_step_leaves_the_weights_as_they_were()
    {
        using var scope = NewDisposeScope();
        manual_seed(8);
        var model = nn.Linear(2, 3);
        var x = randn(4, 2);
        var before = model.parameters().SelectMany(weight => weight.data<float>().ToArray()).ToArray();

        var moved = KlDivergence.LogProbabilities(model, x, ones(9), 0.5);

        Assert.Equal(before, model.parameters().SelectMany(weight => weight.data<float>().ToArray()));
        var expected = (x.matmul((model.weight! + 0.5).t()) + model.bias! + 0.5).log_softmax(1);
        Assert.True(allclose(expected, moved, atol: 1e-6));
    }

    [Theory]
    [InlineData(1, 2, 3, 4, 1, 1, VerdictKind.Reproduced)]
    [InlineData(1, 2, 2, 4, 1, 1, VerdictKind.PartlyReproduced)]      // an error of the order of the divergence itself
    [InlineData(1, 2, 3, 3, 1, 1, VerdictKind.PartlyReproduced)]      // nothing cancels
    [InlineData(1, 2, 3, 4, 1.5, 1, VerdictKind.PartlyReproduced)]    // labels drawn from something else
    [InlineData(1, 2, 3, 4, 1, 0.5, VerdictKind.PartlyReproduced)]
    [InlineData(0.5, 2, 3, 4, 1, 1, VerdictKind.NotReproduced)]       // the form without its half
    [InlineData(1, 1, 3, 4, 1, 1, VerdictKind.NotReproduced)]         // a first order
    public void The_verdict_follows_its_rule(
        double ratio, double order, double error, double even, double drawn, double divergence, VerdictKind expected)
    {
        var points = new[] { 1e-4, 1e-3, 1e-2 }.Select(epsilon => new KlExpansionPoint(
            epsilon,
            Math.Pow(epsilon, order),
            Math.Pow(epsilon, order) / ratio,
            ratio,
            ratio,
            ratio,
            Math.Pow(epsilon, error),
            Math.Pow(epsilon, error),
            Math.Pow(epsilon, even)));
        var result = Once.Value with
        {
            Trace = 10,
            DrawnTrace = new(10 * drawn, 1),
            DivergenceTrace = new(10 * divergence, 1),
            Points = [.. points],
        };

        Assert.Equal(expected, result.Verdict().Kind);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_and_another_seed_another()
    {
        var options = Small with { Directions = 3, Draws = 20 };

        Assert.Equal(Run(options).Points, Run(options).Points);
        Assert.NotEqual(Run(options).Points, Run(options with { Seed = 4 }).Points);
    }

    [Fact]
    public void Every_figure_can_be_drawn()
    {
        Assert.Contains("KL over ", Once.Value.Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("order 3.00", Once.Value.Orders().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        KlExpansionOptions[] wrong =
        [
            new() { Hidden = 0 }, new() { Examples = 49 }, new() { Epochs = 0 }, new() { Images = 1 }, new() { Images = 301 },
            new() { Directions = 1 }, new() { Draws = 1 }, new() { SmallestPower = -7 }, new() { SmallestPower = -1 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        (KlExpansionOptions.Full with { Activation = Activation.Relu }).Validate();
    }

    private static KlExpansionResult Run(KlExpansionOptions options) =>
        KlExpansion.Run(options, cancellation: TestContext.Current.CancellationToken);
}
