using TorchSharp;
using Tortue.Experiments;
using Tortue.Initialization;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Initialization;

[Collection(nameof(OneGenerator))]
public sealed class HeDepthTests
{
    private static readonly HeDepthOptions Small = new() { Depths = [3, 6], Width = 16, Examples = 100, Epochs = 2, Runs = 2 };

    [Fact]
    public void There_is_a_training_for_each_setting_and_a_start_for_each_depth()
    {
        var result = Run(Small);

        Assert.Equal(2 * 2 * 2 * 2, result.Trainings.Count);
        Assert.All(result.Trainings, training => Assert.Equal(2, training.Losses.Count));
        Assert.Equal([2, 6, 2, 6], result.Starts.Select(start => start.Depth));
        Assert.All(result.Starts, start => Assert.Equal(2, start.Norms.Count));
    }

    // ReLU is homogeneous: from the same random numbers, Glorot's weights of square layers are He's over √2, and with a linear loss each
    // layer's gradient is (1/√2)^(L−1) times He's, whichever layer it is.
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(30)]
    public void With_square_layers_every_gradient_is_smaller_by_a_power_of_the_root_of_two(int layers)
    {
        using var scope = NewDisposeScope();
        var (he, glorot) = (Gradients(WeightInit.HeNormal, layers), Gradients(WeightInit.GlorotNormal, layers));
        double factor = Math.Pow(2, -(layers - 1) / 2.0);

        Assert.All(he.Zip(glorot), pair => Assert.InRange(
            (pair.Second - factor * pair.First).norm().ToDouble() / (factor * pair.First.norm().ToDouble()), 0, 1e-10));
    }

    [Fact]
    public void The_gradient_factor_is_near_one_over_the_root_of_two()
    {
        var result = Run(new() { Depths = [20], Width = 64, Examples = 200, Epochs = 1, Runs = 3 });
        Assert.InRange(result.GradientFactor() * Math.Sqrt(2), 0.9, 1.1);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads() => Assert.Equal(
        ExperimentJson.Write(Run(Small with { Threads = 1 }) with { Options = Small, Run = Made.Record }),
        ExperimentJson.Write(Run(Small with { Threads = 3 }) with { Options = Small, Run = Made.Record }));

    [Theory]
    [InlineData(0.1, 0.3, 1.0, 2.303, VerdictKind.Reproduced)]
    [InlineData(0.1, 0.3, 2.2, 2.303, VerdictKind.PartlyReproduced)]    // He does not learn at 30 layers
    [InlineData(0.1, 0.3, 1.0, 2.0, VerdictKind.PartlyReproduced)]      // Glorot does not stall
    [InlineData(0.3, 0.1, 1.0, 2.303, VerdictKind.PartlyReproduced)]    // Glorot is earlier at 10 layers
    [InlineData(0.1, 2.3, 1.0, 2.303, VerdictKind.PartlyReproduced)]    // Glorot does not learn at 10 layers
    public void The_verdict_follows_its_rule(double he, double glorot, double deepHe, double deepGlorot, VerdictKind expected)
    {
        var result = Synthetic(he, glorot, deepHe, deepGlorot, Math.Sqrt(0.5));

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(
            deepHe < 2 && deepGlorot > 2.3,
            result.Figure().ToJson().Contains("learns and Glorot", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_reproduced_when_all_goes_the_other_way() =>
        Assert.Equal(VerdictKind.NotReproduced, Synthetic(2.3, 0.1, 2.3, 0.1, 1).Verdict().Kind);

    [Fact]
    public void A_network_that_diverged_is_the_worst_and_leaves_a_gap()
    {
        var result = Synthetic(0.1, 0.3, 1, 2.303, 0.7);
        result = result with
        {
            Options = result.Options with { LearningRates = [0.01, 0.1] },
            Trainings = [.. result.Trainings, .. result.Trainings.Select(t => t with { LearningRate = 0.1, Losses = [], Diverged = true })],
        };

        Assert.Equal(0.01, result.BestRate(30, WeightInit.HeNormal));
        Assert.Equal(double.PositiveInfinity, result.FinalLoss(30, WeightInit.HeNormal, 0.1));
        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.NotEmpty(result.Rates().ToJson());
    }

    [Fact]
    public void A_result_survives_its_JSON()
    {
        var result = Run(Small);
        ResultAssert.SurvivesJson(result);
        var read = ExperimentJson.Read<HeDepthResult>(ExperimentJson.Write(result));
        Assert.Equal(result.Rates().ToJson(), read.Rates().ToJson());
        Assert.Equal(result.Gradients().ToJson(), read.Gradients().ToJson());
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        HeDepthOptions[] wrong =
        [
            new() { Depths = [] }, new() { Depths = [2] }, new() { Depths = [30, 10] }, new() { Depths = [3, 4, 5, 6, 7] },
            new() { Width = 9 }, new() { Examples = 99 }, new() { BatchSize = 0 }, new() { Epochs = 0 },
            new() { LearningRates = [0.1, 0.1] }, new() { LearningRates = [0] }, new() { Runs = 0 }, new() { Threads = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    [Fact]
    public void An_interrupt_stops_the_run() =>
        Assert.Throws<OperationCanceledException>(() => HeDepth.Run(Small, cancellation: new CancellationToken(canceled: true)));

    private static Tensor[] Gradients(WeightInit init, int layers)
    {
        const int Width = 20;
        var random = new Generator(3);
        var images = nn.init.normal_(empty(8, Width, dtype: ScalarType.Float64), generator: random);
        var weights = Enumerable.Range(0, layers).Select(_ => empty(Width, Width, dtype: ScalarType.Float64)).ToArray();
        foreach (var weight in weights)
        {
            init.Fill(weight, random);
            weight.requires_grad_(true);
        }

        var signal = weights.SkipLast(1).Aggregate(images, (below, weight) => below.matmul(weight.t()).relu());
        signal.matmul(weights[^1].t()).sum().backward();
        return [.. weights.Select(weight => weight.grad!)];
    }

    private static HeDepthResult Synthetic(double he, double glorot, double deepHe, double deepGlorot, double factor)
    {
        var options = new HeDepthOptions { LearningRates = [0.01] };
        HeDepthTraining Training(int depth, WeightInit init, double end) => new(depth, init, 0.01, 1, [2.3, (1.5 + end) / 2, end], false);
        var starts = new[] { 2, 6, 10, 14, 18, 22, 26, 30 };
        return new(
            options,
            Made.Record,
            10,
            [
                .. starts.Select(depth => new HeDepthStart(WeightInit.HeNormal, depth, [1])),
                .. starts.Select(depth => new HeDepthStart(WeightInit.GlorotNormal, depth, [Math.Pow(factor, depth)])),
            ],
            [
                Training(10, WeightInit.GlorotNormal, glorot) with { Losses = [2.3, glorot < he ? glorot : 2.3, glorot] },
                Training(10, WeightInit.HeNormal, he) with { Losses = [2.3, he <= glorot ? he : 2.3, he] },
                Training(30, WeightInit.GlorotNormal, deepGlorot),
                Training(30, WeightInit.HeNormal, deepHe),
            ]);
    }

    private static HeDepthResult Run(HeDepthOptions options) => HeDepth.Run(options, cancellation: TestContext.Current.CancellationToken);
}
