using System.Globalization;
using Tortue.Experiments;
using Tortue.StochasticDepth;
using Tortue.Testing;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.StochasticDepth;

[Collection(nameof(OneGenerator))]
public sealed class DepthSweepTests
{
    private static readonly DepthSweepOptions Small = new() { Learner = Made.Learner, Blocks = [1, 2], Threads = 1 };

    private static readonly Lazy<DepthSweepResult> Once = new(() => Run(Small));

    [Fact]
    public void Every_depth_is_trained_both_ways_with_the_same_seeds()
    {
        var result = Once.Value;

        Assert.Equal(2 * 2 * 2, result.Trainings.Count);
        foreach (int blocks in Small.Blocks)
        {
            Assert.Equal([1UL, 2], result.Of(blocks, stochastic: false).Select(training => training.Seed));
            Assert.Equal([1UL, 2], result.Of(blocks, stochastic: true).Select(training => training.Seed));
            Assert.All(result.Of(blocks, stochastic: false), training => Assert.Equal(1, training.Active));
            Assert.All(result.Of(blocks, stochastic: true), training => Assert.InRange(training.Active, 0.3, 0.99));
        }

        Assert.Equal([8, 14], result.Trainings.Select(training => training.Layers).Distinct().Order());
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        Assert.Equal(Made.WithoutTimes(Once.Value.Trainings), Made.WithoutTimes(Run(Small with { Threads = 3 }).Trainings));
        Assert.NotEqual(Made.WithoutTimes(Once.Value.Trainings), Made.WithoutTimes(Run(Small with { Seed = 9 }).Trainings));
    }

    [Theory]
    [InlineData(1, 5, 0.5, VerdictKind.Reproduced)]
    [InlineData(-3, 5, 0.5, VerdictKind.Reproduced)]
    [InlineData(5, 5, 0.5, VerdictKind.PartlyReproduced)]        // the shallowest gain as much
    [InlineData(1, 5, -0.5, VerdictKind.PartlyReproduced)]       // the loss falls
    [InlineData(-5, -1, 0.5, VerdictKind.NotReproduced)]         // more with depth, but no gain
    [InlineData(0, 0, 0.5, VerdictKind.NotReproduced)]
    public void The_verdict_asks_for_a_gain_at_the_deepest(double shallow, double deep, double loss, VerdictKind expected)
    {
        var result = Of(shallow, deep, loss);

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(deep, result.Gain(2).Mean, 1e-9);
        Assert.Equal(0.75, result.TimeRatio(2));
    }

    [Fact]
    public void The_sentence_says_at_which_depth_it_helps_and_where_it_hurts()
    {
        var sentence = Of(-5, 5, 0.5).Verdict().Sentence;

        Assert.Contains("8 layers −5.0 ± 0.2 (hurts)", sentence, StringComparison.Ordinal);
        Assert.Contains("14 layers +5.0 ± 0.1 (helps)", sentence, StringComparison.Ordinal);
        Assert.Contains("took 75 % of the time, ", sentence, StringComparison.Ordinal);
        Assert.Contains("(unclear)", Of(0, 5, 0.5, noise: 20).Verdict().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_figures_can_be_drawn_and_the_published_values_are_those_of_the_file()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "data", "published", "stochastic-depth.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(row => new PublishedError(row[1], (int)Number(row[2]), Number(row[3]), Number(row[4])));

        Assert.Equal(rows, PublishedErrors.Huang);
        Assert.Equal((-0.2, 1.0092), Rounded(PublishedErrors.Huang.Single(row => row.Data == "ImageNet")));
        Assert.Contains("constant depth", Once.Value.Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("ImageNet", Once.Value.AgainstPaper().ToJson(), StringComparison.Ordinal);
        static (double Gain, double Ratio) Rounded(PublishedError row) => (row.Gain, Math.Round(row.Ratio, 4));
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        DepthSweepOptions[] wrong =
        [
            new() { Blocks = [1] }, new() { Blocks = [0, 1] }, new() { Blocks = [2, 1] }, new() { LastSurvival = 0 },
            new() { LastSurvival = 1 }, new() { Runs = 1 }, new() { Threads = 0 }, new() { Learner = new() { Examples = 99 } },
            new() { Learner = new() { TestExamples = 99 } }, new() { Learner = new() { Width = 0 } },
            new() { Learner = new() { BatchSize = 1 } }, new() { Learner = new() { LearningRate = 0 } },
            new() { Learner = new() { Momentum = 1 } }, new() { Learner = new() { WeightDecay = -1 } },
            new() { Learner = new() { Epochs = 3 } },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        DepthSweepOptions.Standard.Validate();
        DepthSweepOptions.Full.Validate();
    }

    private static DepthSweepResult Of(double shallow, double deep, double loss, double noise = 0.1) => new(
        Small,
        Made.NoRun,
        "images",
        100,
        100,
        [
            .. Made.Trainings(1, 1, 40), .. Made.Trainings(1, 0.5, 40 - shallow, noise: -noise),
            .. Made.Trainings(2, 1, 30), .. Made.Trainings(2, 0.5, 30 - deep, loss: 1 + loss, noise: 0),
        ]);

    private static DepthSweepResult Run(DepthSweepOptions options) =>
        DepthSweep.Run(options, cancellation: TestContext.Current.CancellationToken);
}
