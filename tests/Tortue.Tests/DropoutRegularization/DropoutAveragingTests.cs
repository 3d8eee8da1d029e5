using TorchSharp;
using TorchSharp.Modules;
using Tortue.Data;
using Tortue.DropoutRegularization;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.DropoutRegularization;

[Collection(nameof(OneGenerator))]
public sealed class DropoutAveragingTests
{
    private static readonly DropoutAveragingOptions Small =
        new() { Examples = 100, TestExamples = 100, Learner = new() { Hidden = [16, 16] }, Steps = 20, Repeats = 2, Runs = 2 };

    private static readonly Lazy<DropoutAveragingResult> Once = new(() => Run(Small));

    [Fact]
    public void Every_network_is_sampled_at_every_count_and_a_result_survives_its_JSON()
    {
        var result = Once.Value;

        Assert.Equal([1, 2, 3, 5, 7, 10, 20, 30, 50], Small.Counts());
        Assert.Equal([1ul, 2ul], result.Networks.Select(network => network.Seed));
        Assert.All(result.Networks, network =>
        {
            Assert.Equal(2, network.Sampled.Count);
            Assert.All(network.Sampled, errors => Assert.Equal(Small.Counts().Length, errors.Count));
            Assert.InRange(network.Scaled, 0.05, 0.95);
        });
        Assert.Throws<ArgumentException>(() => result.Excess(4));
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        static string Networks(DropoutAveragingResult result) => string.Join('\n', result.Networks.Select(
            network => $"{network} {string.Join(' ', network.Sampled.SelectMany(errors => errors))}"));

        Assert.Equal(Networks(Run(Small with { Threads = 1 })), Networks(Run(Small with { Threads = 3 })));
        Assert.NotEqual(Networks(Once.Value), Networks(Run(Small with { Seed = 9 })));
    }

    [Fact]
    public void Both_conventions_are_the_same_function_once_the_weights_are_converted()
    {
        Assert.All(Once.Value.Networks.Select(network => network.Conventions), each =>
        {
            Assert.InRange(each.AtTest, 0, 1e-5 * each.LargestOutput);
            Assert.InRange(each.UnderOneMask, 0, 2e-5 * each.LargestOutput);
            Assert.True(each.Unconverted > 0.1 * each.LargestOutput);
        });
    }

    [Fact]
    public void A_converted_network_is_what_its_definition_says()
    {
        using var scope = NewDisposeScope();
        var trained = Perceptron(hidden: 5, rate: 0.4);
        var weights = trained.parameters().Select(weight => weight.detach()).ToArray();
        var x = tensor(new float[,] { { 1, -2, 3 } });

        var twin = DropoutTwin.Of(trained, masks: 9, DropoutScaling.AtTest, converted: true);
        twin.eval();

        // Test time: hidden units times 0.6, the weights behind them over 0.6; biases and the first layer as they were.
        var hidden = (x.matmul(weights[0].t()) + weights[1]).relu();
        var expected = (hidden * 0.6f).matmul(weights[2].t() / 0.6f) + weights[3];
        Assert.True(allclose(expected, twin.forward(x), atol: 1e-6));
        Assert.Throws<ArgumentException>(
            () => DropoutTwin.Of(nn.Sequential(nn.Tanh()), masks: 9, DropoutScaling.AtTest, converted: true));
    }

    [Fact]
    public void A_network_without_dropout_gives_the_same_error_however_often_it_is_sampled()
    {
        using var scope = NewDisposeScope();
        var (_, test) = ImageSets.Make(ImageSource.Generated28, 100, 100, seed: 3);
        var network = SeededNetworks.Make(5, () => Networks.Perceptron(784, 10, 8));
        double error = 1 - Tortue.Training.Evaluation.Of(network, test, cancellation: TestContext.Current.CancellationToken).Accuracy;

        var errors = DropoutAveraging.SampledErrors(network, test, [1, 3, 4], TestContext.Current.CancellationToken);

        Assert.Equal([error, error, error], errors, (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void An_average_is_that_of_the_probabilities_of_its_passes()
    {
        using var scope = NewDisposeScope();
        var (_, test) = ImageSets.Make(ImageSource.Generated28, 100, 100, seed: 3);
        var trained = Perceptron(hidden: 8, rate: 0.5, inputs: 784, outputs: 10);
        Sequential Twin() => DropoutTwin.Of(trained, masks: 6, DropoutScaling.AtTraining, converted: false);
        var twin = Twin();
        var passes = Enumerable.Range(0, 3).Select(_ => twin.forward(test.Inputs).detach().softmax(1)).ToArray();
        double Error(Tensor probabilities) => 1 - probabilities.argmax(1).eq(test.Labels).to(float64).mean().ToDouble();

        var errors = DropoutAveraging.SampledErrors(Twin(), test, [1, 3], TestContext.Current.CancellationToken);

        Assert.Equal(Error(passes[0]), errors[0], 1e-5);
        Assert.Equal(Error((passes[0] + passes[1] + passes[2]) / 3), errors[1], 1e-5);
        Assert.NotEqual(0, (passes[0] - passes[1]).abs().max().ToDouble());
    }

    [Theory]
    [InlineData(0.10, 0.00, VerdictKind.Reproduced)]
    [InlineData(0.10, 0.05, VerdictKind.PartlyReproduced)]      // fifty are worse
    [InlineData(0.10, -0.05, VerdictKind.PartlyReproduced)]     // fifty are better: not as good as either
    [InlineData(0.00, 0.00, VerdictKind.PartlyReproduced)]      // one is as good
    [InlineData(-0.10, -0.05, VerdictKind.NotReproduced)]
    [InlineData(0.00, 0.05, VerdictKind.NotReproduced)]
    public void The_verdict_follows_its_rule(double one, double fifty, VerdictKind expected)
    {
        var result = Made(one, fifty);

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(one, result.Excess(1).Mean, 1e-12);
        Assert.Equal(fifty, result.Excess(50).Mean, 1e-12);
    }

    [Fact]
    public void Where_the_average_becomes_as_good_is_told()
    {
        // A straight line over the places of the counts 1, 2, 3, 5, 7, 10, 20, 30, 50.
        var result = Made(0.09, -0.07);

        Assert.Equal(10, result.Crossing);      // +0.09, 0.07, 0.05, 0.03, 0.01, −0.01
        Assert.Equal(7, result.Level);          // 2 standard errors are 0.0231
        Assert.Null(Made(0.10, 0.05).Crossing);
        Assert.Null(Made(0.10, 0.05).Level);
        Assert.Contains("k = 10", result.Verdict().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        DropoutAveragingOptions[] wrong =
        [
            new() { Examples = 99 }, new() { Examples = 60_001 }, new() { TestExamples = 99 }, new() { Learner = new() { Hidden = [] } },
            new() { Steps = 0 }, new() { Rate = 0 }, new() { Rate = 1 }, new() { Sampled = 49 }, new() { Sampled = 1001 },
            new() { Repeats = 0 }, new() { Runs = 1 }, new() { Threads = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        Assert.All([DropoutAveragingOptions.Standard, DropoutAveragingOptions.Full], options => options.Validate());
        Assert.Equal(100, DropoutAveragingOptions.Standard.Counts()[^1]);
    }

    private static Sequential Perceptron(int hidden, double rate, int inputs = 3, int outputs = 2) => SeededNetworks.Make(
        4,
        () => nn.Sequential(
            nn.Flatten(), nn.Linear(inputs, hidden), nn.ReLU(), new SeededDropout(rate, seed: 2), nn.Linear(hidden, outputs)));

    // Three networks that differ by 2 points each way, and two repeats that differ by a point each way.
    private static DropoutAveragingResult Made(double one, double fifty)
    {
        var options = Small with { Runs = 3 };
        int last = options.Counts().Length - 1;
        var networks =
            from r in Enumerable.Range(0, 3)
            select new DropoutAveragingNetwork(
                (ulong)r,
                0.3 + 0.05 * r,
                [
                    .. new[] { -0.01, 0.01 }.Select(repeat => Enumerable.Range(0, last + 1)
                        .Select(index => 0.3 + 0.05 * r + one + (fifty - one) * index / last + repeat + 0.02 * (r - 1)).ToArray()),
                ],
                new(1e-6, 1e-6, 1, 10));
        return new(options, new RunRecord(1, "", "", DateTimeOffset.UnixEpoch, 0, 1), "images", 100, 100, [.. networks]);
    }

    private static DropoutAveragingResult Run(DropoutAveragingOptions options) =>
        DropoutAveraging.Run(options, cancellation: TestContext.Current.CancellationToken);
}
