using Tortue.Experiments;
using Tortue.Initialization;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.Initialization;

[Collection(nameof(OneGenerator))]
public sealed class DeadRelusTests
{
    private static readonly DeadRelusOptions Small = new() { Width = 30, Examples = 100, Epochs = 4, Runs = 2 };

    // A unit that no image reaches has no gradient, and its inputs are the images themselves: plain descent cannot wake it.
    [Fact]
    public void A_silent_relu_of_the_first_layer_never_speaks_again()
    {
        var result = Run(Small with { Biases = [-4, -3], LearningRates = [0.1, 0.3] });
        var relu = result.Networks.Where(network => network.Activation == Activation.Relu).ToArray();

        Assert.Contains(relu, network => network.Shares[0][0] > 0);
        Assert.All(relu, network => Assert.Equal(0, network.Returned[0]));
        var shares = relu.Select(network => network.Shares.Select(share => share[0]).ToArray());
        Assert.All(shares, overTime => Assert.Equal(overTime.Order(), overTime));
    }

    [Fact]
    public void Without_a_bias_no_unit_starts_silent_and_with_a_large_negative_one_all_do()
    {
        var result = Run(Small with { Biases = [-100, 0], Epochs = 1 });

        Assert.All(result.Networks, network => Assert.Equal(network.Bias == 0 ? 0 : 1, network.Shares[0][0]));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads() => Assert.Equal(
        ExperimentJson.Write(Run(Small with { Threads = 1 }) with { Options = Small, Run = Made.Record }),
        ExperimentJson.Write(Run(Small with { Threads = 3 }) with { Options = Small, Run = Made.Record }));

    [Theory]
    [InlineData(0.0, 0.3, 0.05, VerdictKind.Reproduced)]
    [InlineData(0.2, 0.3, 0.05, VerdictKind.PartlyReproduced)]    // dead units come back
    [InlineData(0.0, 0.1, 0.05, VerdictKind.PartlyReproduced)]    // no more die
    [InlineData(0.0, 0.3, 0.40, VerdictKind.PartlyReproduced)]    // leaky units die as well
    [InlineData(0.2, 0.1, 0.40, VerdictKind.NotReproduced)]
    public void The_verdict_follows_its_rule(double returned, double dead, double leaky, VerdictKind expected)
    {
        var options = new DeadRelusOptions { Biases = [-3], LearningRates = [0.1] };
        var result = new DeadRelusResult(options, Made.Record,
        [
            new(Activation.Relu, -3, 0.1, 1, [[0.1], [dead]], [returned], 0.9, false),
            new(Activation.LeakyRelu(0.1), -3, 0.1, 1, [[0.1], [leaky]], [0.9], 0.9, false),
        ]);

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(
            expected == VerdictKind.Reproduced,
            result.Figure().ToJson().Contains("Silent ReLUs stay dead", StringComparison.Ordinal));
    }

    [Fact]
    public void Units_that_are_never_silent_reproduce_nothing()
    {
        var result = Run(Small with { Biases = [0], LearningRates = [0.01] });

        Assert.Equal(VerdictKind.PartlyReproduced, result.Verdict().Kind);
        Assert.Contains("at most 0.0 % of the ReLUs", result.Verdict().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_survives_its_JSON()
    {
        var result = Run(Small);
        ResultAssert.SurvivesJson(result);
        var read = ExperimentJson.Read<DeadRelusResult>(ExperimentJson.Write(result));
        Assert.Equal(result.Biases().ToJson(), read.Biases().ToJson());
        Assert.Equal(result.Figure(0).ToJson(), read.Figure(0).ToJson());
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        DeadRelusOptions[] wrong =
        [
            new() { Depth = 0 }, new() { Width = 9 }, new() { Examples = 99 }, new() { BatchSize = 0 }, new() { Epochs = 0 },
            new() { Momentum = -0.1 }, new() { Momentum = 1 }, new() { LearningRates = [] }, new() { Biases = [] },
            new() { Biases = [0, -3] }, new() { Biases = [double.NaN] }, new() { Slope = 0 }, new() { Slope = 1 }, new() { Runs = 0 },
            new() { Threads = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    [Fact]
    public void An_interrupt_stops_the_run() =>
        Assert.Throws<OperationCanceledException>(() => DeadRelus.Run(Small, cancellation: new CancellationToken(canceled: true)));

    private static DeadRelusResult Run(DeadRelusOptions options) =>
        DeadRelus.Run(options, cancellation: TestContext.Current.CancellationToken);
}
