using Tortue.Experiments;
using Tortue.Initialization;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.Initialization;

public sealed class GlorotHistogramsTests
{
    private static readonly GlorotHistogramsOptions Small = new() { Depth = 3, Width = 60, Images = 40, Runs = 2 };

    // E over W of (Wᵀδ)_j² is Var[w]‖δ‖², whatever δ is: from a layer to the one below, δ keeps n Var[w] E[f′²] of its variance.
    [Fact]
    public void Variances_follow_the_algebra_of_one_layer()
    {
        var options = new GlorotHistogramsOptions { Width = 400, Images = 100, Runs = 6 };
        var result = Run(options);
        foreach (var init in new[] { WeightInit.Standard, WeightInit.GlorotUniform })
        {
            double gain = options.Width * init.Variance(options.Width, options.Width);
            var networks = result.Networks.Where(network => network.Init == init).ToArray();
            for (int layer = 0; layer + 1 < options.Depth; layer++)
            {
                double down = networks.Average(network => Math.Pow(
                    network.Layers[layer].Deltas.Deviation / network.Layers[layer + 1].Deltas.Deviation, 2));
                Assert.InRange(down / (gain * networks.Average(network => network.Layers[layer].MeanSquareSlope)), 0.95, 1.05);
            }
        }
    }

    // With small sums tanh is the identity: activations keep n Var[w] of their variance as well, 1/3 or 1.
    [Fact]
    public void Far_up_a_narrow_signal_keeps_a_third_or_nearly_all_of_its_variance()
    {
        var result = Run(new() { Depth = 8, Width = 400, Images = 50, Runs = 4 });
        var old = result.Deviations(WeightInit.Standard, GlorotQuantity.Activation);
        var normalized = result.Deviations(WeightInit.GlorotUniform, GlorotQuantity.Activation);

        Assert.Equal(1 / 3.0, Math.Pow(old[^1] / old[^2], 2), 0.01);
        Assert.InRange(Math.Pow(normalized[^1] / normalized[^2], 2), 0.8, 1);
    }

    [Fact]
    public void Only_the_first_network_of_each_kind_has_histograms_and_they_hold_its_numbers()
    {
        var result = Run(Small);

        Assert.Equal([true, false, true, false], result.Networks.Select(network => network.Layers[0].Activations.Counts.Count > 0));
        foreach (var layer in result.Networks[0].Layers)
        {
            // Activations are bounded and δ's tails are thin: nearly all numbers lie within the histogram.
            Assert.InRange(layer.Activations.Counts.Sum(), 0.98 * 60 * 40, 60 * 40);
            Assert.InRange(layer.Deltas.Counts.Sum(), 0.98 * 60 * 40, 60 * 40);
            double second = layer.Activations.Middles().Zip(layer.Activations.Counts, (x, count) => x * x * count).Sum();
            Assert.InRange(Math.Sqrt(second / layer.Activations.Counts.Sum()) / layer.Activations.Deviation, 0.9, 1.1);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_and_another_seed_another()
    {
        Assert.Equal(Numbers(Run(Small)), Numbers(Run(Small)));
        Assert.NotEqual(Numbers(Run(Small)), Numbers(Run(Small with { Seed = 2 })));
    }

    [Theory]
    [InlineData(2.0, 2.0, 1.1, 1.3, VerdictKind.Reproduced)]
    [InlineData(0.9, 2.0, 1.1, 1.3, VerdictKind.PartlyReproduced)]    // activations grow
    [InlineData(2.0, 1.0, 1.1, 1.3, VerdictKind.PartlyReproduced)]    // gradients stay
    [InlineData(2.0, 2.0, 1.1, 2.5, VerdictKind.PartlyReproduced)]    // the normalised ones fade too
    [InlineData(0.9, 0.9, 2.0, 2.5, VerdictKind.NotReproduced)]
    public void The_verdict_follows_its_rule(double up, double down, double weight, double normalized, VerdictKind expected)
    {
        // Falling by `down` a layer keeps 1/down² of the variance; the slope makes the algebra agree, unless δ does not fall.
        double slope = down > 1 ? 3 / (down * down) : 0.1;
        var result = new GlorotHistogramsResult(
            new() { Depth = 3 },
            Made.Record,
            [
                Network(WeightInit.Standard, 1 / up, down, weight, slope),
                Network(WeightInit.GlorotUniform, 1 / normalized, normalized, 1, 1),
            ]);

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(
            expected == VerdictKind.Reproduced,
            result.Figure().ToJson().Contains("normalised weights keep them", StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_survives_its_JSON()
    {
        var result = Run(Small);
        ResultAssert.SurvivesJson(result);
        var read = ExperimentJson.Read<GlorotHistogramsResult>(ExperimentJson.Write(result));
        foreach (var quantity in Enum.GetValues<GlorotQuantity>())
            Assert.Equal(result.Histograms(quantity).ToJson(), read.Histograms(quantity).ToJson());
    }

    [Fact]
    public void Settings_out_of_range_are_refused_with_the_range()
    {
        Assert.Equal("Depth is 1; it must be between 2 and 50.", Refusal(new() { Depth = 1 }));
        Assert.Equal("Width is 9; it must be between 10 and 5000.", Refusal(new() { Width = 9 }));
        Assert.Equal("Images is 3; it must be between 20 and 10000.", Refusal(new() { Images = 3 }));
        Assert.Equal("Runs is 0; it must be at least 1.", Refusal(new() { Runs = 0 }));
    }

    [Fact]
    public void An_interrupt_stops_the_run() =>
        Assert.Throws<OperationCanceledException>(() => GlorotHistograms.Run(Small, cancellation: new CancellationToken(canceled: true)));

    private static GlorotNetwork Network(WeightInit init, double up, double down, double weight, double slope) =>
        new(init, 1, [.. Enumerable.Range(0, 3).Select(layer => new GlorotLayer(
            Normal(Math.Pow(up, layer)), Normal(Math.Pow(down, layer)), Normal(Math.Pow(weight, layer)), slope))]);

    private static Spread Normal(double deviation) => new(deviation, 4 * deviation, [1, 2, 1]);

    private static double[] Numbers(GlorotHistogramsResult result) =>
        [.. result.Networks.SelectMany(network => network.Layers).Select(layer => layer.Deltas.Deviation)];

    private static string Refusal(GlorotHistogramsOptions options) => Assert.Throws<ArgumentException>(options.Validate).Message;

    private static GlorotHistogramsResult Run(GlorotHistogramsOptions options) =>
        GlorotHistograms.Run(options, cancellation: TestContext.Current.CancellationToken);
}
