using TorchSharp;
using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Tests.Foundations;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.DepthScaling;

[Collection(nameof(OneGenerator))]
public sealed class RegularityTrainingTests
{
    private static readonly RegularityTrainingOptions Small = new()
    {
        Learner = new() { Examples = 100, TestExamples = 100, BatchSize = 50, Epochs = 2, DecayEvery = 1 },
        Network = new() { Model = ResidualModel.Res1, Width = 6, Depth = 10 },
        HurstExponents = [0.2, 0.5, 0.8],
        Betas = [0.2, 0.5, 0.8],
        Threads = 1,
    };

    private static readonly Lazy<RegularityTrainingResult> Once = new(() => Run(Small));

    [Fact]
    public void A_cell_is_what_its_networks_do_when_trained_alone()
    {
        var cell = Once.Value.Cells.Single(one => one is { Hurst: 0.8, Beta: 0.2, Seed: 2 });
        using var scope = NewDisposeScope();
        var learner = new ScaledLearner(Small.Learner, Small.Seed);
        var shape = Small.Network with { Beta = 0.2, Path = WeightPath.Fractional(0.8) };
        foreach (var (rate, accuracy) in Small.LearningRates.Zip(cell.Accuracies))
        {
            using var alone = learner.Network(shape, 2);
            using var adam = optim.Adam(alone.parameters(), rate);
            using var order = new Generator(2 * 1_000_003);
            for (var epoch = 0; epoch < 2; epoch++)
            {
                foreach (var group in adam.ParamGroups)
                    group.LearningRate = epoch == 0 ? rate : rate / 10;
                foreach (var batch in learner.Training.Minibatches(50, order))
                {
                    adam.zero_grad();
                    nn.functional.cross_entropy(alone.forward(batch.Inputs), batch.Labels).backward();
                    adam.step();
                }
            }

            var right = alone.forward(learner.Test.Inputs).argmax(1).eq(learner.Test.Labels).to(float64).mean();
            Assert.Equal(right.ToDouble(), accuracy!.Value, 1e-3);
        }
    }

    // Loops in double precision over the very same weights and images.
    [Fact]
    public void Growth_is_that_of_the_definition()
    {
        var cell = Once.Value.Cells.Single(one => one is { Hurst: 0.2, Beta: 0.5, Seed: 1 });
        var learner = new ScaledLearner(Small.Learner, Small.Seed);
        var shape = Small.Shape(0.2, 0.5) with { InputSize = 784 };
        var weights = new NetworkWeights(shape, 1, 0, 0);
        var reference = new ReferenceNetwork(weights);
        var a = new float[6 * 784];
        weights.DrawA(a);
        var images = learner.Test.Inputs.data<float>().ToArray();
        double changes = 0, starts = 0;
        for (var image = 0; image < 100; image++)
        {
            double[] start =
                [.. Enumerable.Range(0, 6).Select(i => Enumerable.Range(0, 784).Sum(j => (double)a[j * 6 + i] * images[image * 784 + j]))];
            var last = reference.States(start)[^1];
            changes += last.Zip(start, (one, other) => (one - other) * (one - other)).Sum();
            starts += start.Sum(x => x * x);
        }

        Assert.Equal(1, cell.Growth / Math.Sqrt(changes / starts), 1e-3);
    }

    [Fact]
    public void The_result_survives_JSON_and_does_not_depend_on_the_number_of_threads()
    {
        Assert.Equal(18, Once.Value.Cells.Count);
        ResultAssert.SurvivesJson(Once.Value);
        var other = Run(Small with { Threads = 3 });
        Assert.Equal(
            ExperimentJson.Write(Once.Value with { Run = Synthetic.Run }),
            ExperimentJson.Write(other with { Run = Synthetic.Run, Options = Small }));
        Assert.NotEqual(
            Once.Value.Cells.Select(cell => cell.Growth), Run(Small with { Seed = 5 }).Cells.Select(cell => cell.Growth));
    }

    [Fact]
    public void A_training_that_overflows_counts_as_a_guess()
    {
        var result = Run(Small with { LearningRates = [1e-2, 1e30] });
        Assert.All(result.Cells, cell => Assert.Null(cell.Accuracies[1]));
        Assert.Contains("Of 36 trainings 18 ended in infinite numbers.", result.Verdict().Sentence, StringComparison.Ordinal);
        Assert.All(Run(Small with { LearningRates = [1e29, 1e30] }).Accuracies(0.5, 0.5), accuracy => Assert.Equal(0.1, accuracy));
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_best_rate_of_a_cell_is_that_of_the_mean_over_networks()
    {
        RegularityTrainingCell Cell(ulong seed, double first, double? second) => new(0.5, 0.5, seed, 1, [first, second]);
        var result = new RegularityTrainingResult(
            Small, Synthetic.Run, "images", 100, 100, 10, [Cell(2, 0.4, 0.7), Cell(1, 0.5, null), Cell(3, 0.4, 0.6)]);

        // (0.1 + 0.7 + 0.6)/3 is more than (0.5 + 0.4 + 0.4)/3.
        Assert.Equal(0.1, result.BestRate(0.5, 0.5));
        Assert.Equal([0.1, 0.7, 0.6], result.Accuracies(0.5, 0.5));
    }

    [Theory]
    [InlineData(ResidualModel.Res1, 0.2, 0.35, GrowthRegime.Stays)]
    [InlineData(ResidualModel.Res1, 0.2, 0.4, GrowthRegime.Vanishes)]
    [InlineData(ResidualModel.Res1, 0.8, 0.5, GrowthRegime.Explodes)]
    [InlineData(ResidualModel.Res3, 0.2, 0.3, GrowthRegime.Explodes)]
    [InlineData(ResidualModel.Res3, 0.2, 0.5, GrowthRegime.Stays)]
    [InlineData(ResidualModel.Res3, 0.8, 0.8, GrowthRegime.Stays)]
    public void Sides_are_those_of_the_models_own_line(ResidualModel model, double hurst, double beta, GrowthRegime expected) =>
        Assert.Equal(expected, RegularityTrainingResult.RegimeOf(model, hurst, beta));

    [Theory]
    [InlineData(0.6, 0.3, 0.01, VerdictKind.Reproduced)]
    [InlineData(0.6, 0.3, -0.1, VerdictKind.Reproduced)]           // the identity is even better
    [InlineData(0.6, 0.3, 0.2, VerdictKind.PartlyReproduced)]      // the identity is worse too
    [InlineData(0.6, 0, 0.01, VerdictKind.PartlyReproduced)]       // explosion costs nothing
    [InlineData(0.6, -0.1, 0.2, VerdictKind.NotReproduced)]
    [InlineData(0.15, 0.05, 0, VerdictKind.NotReproduced)]         // nothing was learnt
    public void Networks_below_the_line_must_be_worse_and_those_above_it_not(
        double near, double lostBelow, double lostAbove, VerdictKind expected)
    {
        var result = Made(near, lostBelow, lostAbove, noise: 0.002);
        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(lostBelow, result.Loss(GrowthRegime.Explodes).Mean, 1e-9);
        Assert.Equal(lostAbove, result.Loss(GrowthRegime.Vanishes).Mean, 1e-9);
        Assert.Equal(near, result.NearLine().Mean, 1e-9);
    }

    [Fact]
    public void No_clear_difference_is_not_taken_for_no_difference()
    {
        var verdict = Made(0.6, 0.3, 0.01, noise: 0.05).Verdict();
        Assert.Equal(VerdictKind.PartlyReproduced, verdict.Kind);
        Assert.Contains("is not shown", verdict.Sentence, StringComparison.Ordinal);
        Assert.Contains("even clearly better", Made(0.6, 0.3, -0.1, noise: 0.002).Verdict().Sentence, StringComparison.Ordinal);
        Assert.Contains("clearly worse too", Made(0.6, 0.3, 0.1, noise: 0.002).Verdict().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_say_what_was_seen()
    {
        Assert.Contains("Below the critical line", Made(0.6, 0.3, 0, noise: 0.002).Figure().ToJson(), StringComparison.Ordinal);
        var result = Made(0.6, 0.5, 0.2, noise: 0.002);
        var json = result.Figure().ToJson();
        Assert.DoesNotContain("Below the critical line", json, StringComparison.Ordinal);
        Assert.Contains("no better than chance", json, StringComparison.Ordinal);
        Assert.DoesNotContain("no better than chance", Made(0.6, 0.3, 0, noise: 0.002).Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("best learning rate", result.BestRates().ToJson(), StringComparison.Ordinal);
        Assert.Contains("above the line: identity", result.AccuracyOverGrowth().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Equal(
            "The list of Hurst exponents H must hold at least two in ascending order, all strictly between 0 and 1.",
            Refusal(new() { HurstExponents = [0.5, 1] }));
        Assert.Equal("The list of exponents β must hold at least two, in ascending order.", Refusal(new() { Betas = [0.5, 0.3] }));
        Assert.Equal(
            "The exponent β of α_L = L^(−β) must be a finite number of at least 0, not -1.", Refusal(new() { Betas = [-1, 0.3, 0.6] }));
        Assert.Equal(
            "The list of learning rates must hold at least two in ascending order, all above 0.", Refusal(new() { LearningRates = [0.1] }));
        Assert.Equal(
            "The grid must have, at some H each, exponents β within 0.15 of the critical line and below that, and within it and above.",
            Refusal(new() { HurstExponents = [0.1, 0.2], Betas = [0.1, 0.8] }));
        Assert.Equal(
            "Res-2 does not go with fractional weights; use Res1 or Res3.",
            Refusal(new() { Network = new() { Model = ResidualModel.Res2 } }));
        Assert.Equal("The number of networks must be at least 2, for a standard error, not 1.", Refusal(new() { Runs = 1 }));
        Assert.Equal("The number of threads must be at least 1, not 0.", Refusal(new() { Threads = 0 }));
        Assert.Equal("The number of epochs must be at least 1, not 0.", Refusal(new() { Learner = new() { Epochs = 0 } }));
        Assert.All(
            [RegularityTrainingOptions.Quick, RegularityTrainingOptions.Standard, RegularityTrainingOptions.Full],
            options => options.Validate());
    }

    [Fact]
    public void An_interrupt_stops_the_run() =>
        Assert.ThrowsAny<OperationCanceledException>(
            () => RegularityTraining.Run(Small, cancellation: new CancellationToken(canceled: true)));

    private static RegularityTrainingResult Run(RegularityTrainingOptions options) =>
        RegularityTraining.Run(options, cancellation: TestContext.Current.CancellationToken);

    private static string Refusal(RegularityTrainingOptions options) => Assert.Throws<ArgumentException>(options.Validate).Message;

    // Losses that differ from seed to seed by the noise, one up and one down.
    private static RegularityTrainingResult Made(double near, double lostBelow, double lostAbove, double noise) => new(
        Small,
        Synthetic.Run,
        "images",
        100,
        100,
        10,
        [
            .. from run in Enumerable.Range(0, 2)
               from hurst in Small.HurstExponents
               from beta in Small.Betas
               let regime = RegularityTrainingResult.RegimeOf(ResidualModel.Res1, hurst, beta)
               let lost = regime switch { GrowthRegime.Explodes => lostBelow, GrowthRegime.Vanishes => lostAbove, _ => 0 }
               let shaken = regime == GrowthRegime.Stays ? 0 : noise * (2 * run - 1)
               select new RegularityTrainingCell(hurst, beta, (ulong)run, 1, [0.05, near - lost + shaken]),
        ]);
}
