using Tortue.Experiments;
using Tortue.Initialization;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.Initialization;

[Collection(nameof(OneGenerator))]
public sealed class SaturationTests
{
    private static readonly SaturationOptions Small = new() { Width = 10, Examples = 100, Epochs = 2, Looks = 10, Runs = 2 };

    [Fact]
    public void Every_network_is_looked_at_from_before_the_first_step_to_the_last()
    {
        var result = Run(Small);

        Assert.Equal(6, result.Networks.Count);
        Assert.All(result.Networks, network =>
            Assert.Equal(Enumerable.Range(0, 11).Select(look => 2 * look), network.Points.Select(point => point.Step)));
        Assert.All(result.Networks, network =>
            Assert.Equal(network.Activation == Activation.Sigmoid ? 4 : 5, network.Points[0].Layers.Count));
    }

    // At the start a sigmoid layer's sums are small and of either sign, its values around a half.
    [Fact]
    public void Before_training_sigmoids_are_at_a_half_and_odd_activations_at_zero()
    {
        var result = Run(Small with { Width = 100 });
        foreach (var network in result.Networks)
        {
            double middle = network.Activation == Activation.Sigmoid ? 0.5 : 0;
            Assert.All(network.Points[0].Layers, layer => Assert.Equal(middle, layer.Mean, 0.06));
            Assert.All(network.Points[0].Layers, layer => Assert.InRange(layer.Saturated, 0, 0.02));
        }
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads() => Assert.Equal(
        ExperimentJson.Write(Run(Small with { Threads = 1 }) with { Options = Small, Run = Made.Record }),
        ExperimentJson.Write(Run(Small with { Threads = 3 }) with { Options = Small, Run = Made.Record }));

    [Theory]
    [InlineData(0.05, 0.3, true, true, VerdictKind.Reproduced)]
    [InlineData(0.05, 0.05, true, true, VerdictKind.PartlyReproduced)]    // does not come back
    [InlineData(0.5, 0.5, true, true, VerdictKind.PartlyReproduced)]      // does not fall
    [InlineData(0.05, 0.3, false, true, VerdictKind.PartlyReproduced)]    // tanh saturates from the top
    [InlineData(0.05, 0.3, true, false, VerdictKind.PartlyReproduced)]    // softsign layer by layer
    [InlineData(0.5, 0.5, false, false, VerdictKind.NotReproduced)]
    public void The_verdict_follows_its_rule(double lowest, double end, bool fromFirst, bool together, VerdictKind expected)
    {
        int[] rising = [1, 2, 3, 4, 5], falling = [5, 4, 3, 2, 1], same = [2, 2, 2, 3, 3];
        var result = new SaturationResult(
            new() { Width = 10 },
            Made.Record,
            [
                new(Activation.Sigmoid, 1, [.. new[] { 0.5, lowest, lowest, lowest, lowest, end }.Select((top, step) => new SaturationPoint(
                    step, [new(0.5, 0.1, 0), new(0.5, 0.1, 0), new(0.5, 0.1, 0), new(top, 0.1, 0)]))], 0.1),
                Network(Activation.Tanh, fromFirst ? rising : falling),
                Network(Activation.Softsign, together ? same : rising),
            ]);

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(fromFirst ? [1, 2, 3, 4, 5] : new int?[] { 5, 4, 3, 2, 1 }, result.BeginsAfter(Activation.Tanh));
        Assert.Equal(lowest < 0.2 && fromFirst, result.Figure().ToJson().Contains("falls to 0 in its top layer", StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_survives_its_JSON()
    {
        var result = Run(Small with { Runs = 1 });
        ResultAssert.SurvivesJson(result);
        var read = ExperimentJson.Read<SaturationResult>(ExperimentJson.Write(result));
        Assert.Equal(result.Deviations().ToJson(), read.Deviations().ToJson());
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        SaturationOptions[] wrong =
        [
            new() { Width = 9 }, new() { Examples = 99 }, new() { BatchSize = 0 }, new() { BatchSize = 5001 }, new() { Epochs = 0 },
            new() { LearningRate = 0 }, new() { LearningRate = double.PositiveInfinity }, new() { Looks = 9 }, new() { Runs = 0 },
            new() { Threads = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    [Fact]
    public void An_interrupt_stops_the_run() =>
        Assert.Throws<OperationCanceledException>(() => Saturation.Run(Small, cancellation: new CancellationToken(canceled: true)));

    // Layer number l begins to saturate at step begins[l].
    private static SaturationNetwork Network(Activation activation, int[] begins) => new(
        activation, 1, [.. Enumerable.Range(0, 6).Select(step => new SaturationPoint(
            step, [.. begins.Select(begin => new LayerActivity(0, 0.5, step >= begin ? 0.5 : 0))]))], 0.5);

    private static SaturationResult Run(SaturationOptions options) =>
        Saturation.Run(options, cancellation: TestContext.Current.CancellationToken);
}
