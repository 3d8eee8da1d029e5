using Tortue.Experiments;
using Tortue.Foundations;
using Xunit;

namespace Tortue.Tests.Foundations;

[Collection(nameof(OneGenerator))]
public sealed class AccuracyCostTests
{
    [Fact]
    public void Every_network_is_trained_as_often_as_asked_and_a_result_survives_its_JSON()
    {
        var result = AccuracyCost.Run(new() { Examples = 200, Epochs = 1, Runs = 2 }, cancellation: TestContext.Current.CancellationToken);

        Assert.All(result.Rows, row => Assert.Equal(2, row.Accuracies.Count));
        Assert.Equal(10, result.Rows.Select(row => row.Network).Distinct().Count());
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void Images_may_have_another_shape()
    {
        var result = AccuracyCost.Run(
            new() { Examples = 200, Epochs = 1, Side = 28, Channels = 1 }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(28 * 28 * 10 + 10, result.Rows[0].Parameters);
        ResultAssert.SurvivesJson(result);
    }

    [Theory]
    [InlineData(900, 0.8, VerdictKind.Reproduced)]
    [InlineData(1100, 0.8, VerdictKind.NotReproduced)]
    [InlineData(900, 0.6, VerdictKind.NotReproduced)]
    public void The_verdict_asks_for_fewer_parameters_and_more_accuracy(long parameters, double accuracy, VerdictKind expected)
    {
        var result = new AccuracyCostResult(
            AccuracyCostOptions.Quick,
            new RunRecord(1, "", "", DateTimeOffset.UnixEpoch, 0, 1),
            [new("linear", false, 10, 10, [0.2]), new("perceptron", false, 1000, 1000, [0.7]), new("ResNet", true, parameters, 9999, [accuracy])]);

        Assert.Equal(expected, result.Verdict().Kind);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        AccuracyCostOptions[] wrong =
        [
            new() { Examples = 10 }, new() { Epochs = 0 }, new() { Runs = 0 }, new() { Side = 8 }, new() { Channels = 2 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }
}
