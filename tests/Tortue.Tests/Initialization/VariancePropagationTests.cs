using Tortue.Experiments;
using Tortue.Initialization;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.Initialization;

public sealed class VariancePropagationTests
{
    private static readonly VariancePropagationOptions Small = new()
    {
        Depth = 6,
        Width = 64,
        Networks = 200,
        Pairs =
        [
            .. new[] { "relu/he_normal", "relu/standard", "leaky_relu(0.2)/he_uniform(0.2)", "tanh/glorot_normal", "sigmoid/standard", "relu/lsuv" }
                .Select(SignalPair.Parse),
        ],
    };

    [Fact]
    public void Measured_variances_are_the_predicted_ones()
    {
        var result = Run(Small);

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.All(result.Curves, curve => Assert.Equal(6, curve.Forward.Count));
        Assert.All(result.Factors().Rows, row => Assert.Equal(1, row.ForwardMeasured / row.Forward, 0.1));
        Assert.All(result.Factors().Rows, row => Assert.Equal(1, row.BackwardMeasured / row.Backward, 0.1));
    }

    [Fact]
    public void Where_widths_alternate_each_fan_keeps_its_own_pass()
    {
        var options = VariancePropagationOptions.AlternatingWidths with { Depth = 6, Width = 64, Networks = 200, Alternation = 3 };

        Assert.Equal(VerdictKind.Reproduced, Run(options).Verdict().Kind);
    }

    [Fact]
    public void A_network_is_what_autograd_says()
    {
        // The spread of one network over layers, forward and backward, from the weights that the simulator drew.
        var pair = SignalPair.Parse("tanh/glorot_normal");
        var sample = new SignalSimulator(pair, [40, 50, 60, 40]).Run(2, 7, TestContext.Current.CancellationToken);
        var reference = ReferenceSignals.Of(pair.Activation, pair.Init, [40, 50, 60, 40], 2, 7);

        for (int network = 0; network < 2; network++)
        {
            for (int l = 0; l < 3; l++)
            {
                Assert.Equal(reference[network].Forward[l], sample[network].Forward[l], 1e-4);
                Assert.Equal(reference[network].Backward[l], sample[network].Backward[l], 1e-4);
            }
        }
    }

    [Fact]
    public void A_pair_does_not_depend_on_the_others()
    {
        var small = Small with { Networks = 10 };
        var alone = Run(small with { Pairs = [small.Pairs[3]] });

        Assert.Equal(Run(small).Curves[3].Forward, alone.Curves[0].Forward);
        Assert.NotEqual(alone.Curves[0].Forward, Run(alone.Options with { Seed = 2 }).Curves[0].Forward);
    }

    [Fact]
    public void The_verdict_sees_a_variance_that_is_not_the_predicted_one()
    {
        var result = Run(Small with { Networks = 10 });
        var wrong = result.Curves[0] with { Backward = [new LayerSpread(3, 0.1, 2, 3, 4), .. result.Curves[0].Backward.Skip(1)] };

        Assert.Equal(VerdictKind.PartlyReproduced, (result with { Curves = [wrong, .. result.Curves.Skip(1)] }).Verdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, (result with { Curves = [wrong] }).Verdict().Kind);
    }

    [Fact]
    public void Limits_of_large_widths_are_told_and_not_judged()
    {
        var result = Run(Small with { Networks = 10 });
        var tanh = result.Curves[3] with { Forward = [new LayerSpread(Math.Log(1e3), 0.1, 2, 3, 4), .. result.Curves[3].Forward.Skip(1)] };
        var verdict = (result with { Curves = [result.Curves[0], tanh] }).Verdict();

        Assert.Equal(VerdictKind.Reproduced, verdict.Kind);
        Assert.Contains("tanh/glorot_normal is furthest", verdict.Sentence, StringComparison.Ordinal);
        Assert.Equal(VerdictKind.NotReproduced, (result with { Curves = [tanh] }).Verdict().Kind);
    }

    [Fact]
    public void Only_the_identity_keeps_the_variance_that_exercise_2_promises()
    {
        SignalPair[] pairs = [SignalPair.Parse("identity/glorot_normal"), SignalPair.Parse("tanh/glorot_normal")];
        var result = Run(Small with { Pairs = pairs });

        Assert.Equal(VerdictKind.PartlyReproduced, result.LinearRegimeVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, (result with { Curves = [result.Curves[1]] }).LinearRegimeVerdict().Kind);
        Assert.Contains("tanh 0.39", result.LinearRegimeVerdict().Sentence, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => (result with { Curves = [] }).LinearRegimeVerdict());
    }

    [Fact]
    public void The_default_keeps_a_sixth_a_layer_of_what_the_slide_s_weights_keep()
    {
        var result = Run(VariancePropagationOptions.KaimingAgainstDefault with { Depth = 6, Width = 64, Networks = 100 });

        Assert.Equal(VerdictKind.Reproduced, result.KaimingVerdict().Kind);
        var turned = result with { Curves = [result.Curves[0], result.Curves[0] with { Pair = result.Curves[1].Pair }] };
        Assert.Equal(VerdictKind.NotReproduced, turned.KaimingVerdict().Kind);
        Assert.Throws<ArgumentException>(() => Run(Small with { Networks = 10, Depth = 2 }).KaimingVerdict());
    }

    [Fact]
    public void Figures_draw_what_was_run()
    {
        var result = Run(VariancePropagationOptions.Gains with { Depth = 3, Width = 32, Networks = 10 });

        Assert.Contains("\"sliders\"", result.GainFigure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"sliders\"", result.Figure().ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"sliders\"", result.Figure(Activation.Tanh).ToJson(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => result.Figure(Activation.Sigmoid));
        Assert.Throws<InvalidOperationException>(() => (result with { Curves = [result.Curves[0]] }).GainFigure());
        Assert.Throws<InvalidOperationException>(() => result.LinearRegimeFigure());
    }

    [Fact]
    public void A_result_survives_its_JSON() => ResultAssert.SurvivesJson(Run(Small with { Networks = 10, Depth = 3 }));

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        VariancePropagationOptions[] wrong =
        [
            new() { Pairs = [] }, new() { Pairs = [Small.Pairs[0], Small.Pairs[0]] }, new() { Depth = 1 }, new() { Width = 8 },
            new() { Alternation = 0 }, new() { Networks = 1 }, new() { Width = 2048, Depth = 100 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    [Fact]
    public void An_interrupt_stops_the_run() =>
        Assert.ThrowsAny<OperationCanceledException>(() => VariancePropagation.Run(Small, cancellation: new CancellationToken(canceled: true)));

    private static VariancePropagationResult Run(VariancePropagationOptions options) =>
        VariancePropagation.Run(options, cancellation: TestContext.Current.CancellationToken);
}
