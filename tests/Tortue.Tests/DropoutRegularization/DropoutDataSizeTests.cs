using Tortue.DropoutRegularization;
using Tortue.Experiments;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.DropoutRegularization;

[Collection(nameof(OneGenerator))]
public sealed class DropoutDataSizeTests
{
    private static readonly DropoutDataSizeOptions Small = new()
    {
        TestExamples = 100,
        Learner = new() { Hidden = [8] },
        Sizes = [20, 50, 100],
        Steps = 20,
        Runs = 2,
    };

    [Fact]
    public void Every_size_is_learnt_with_and_without_dropout()
    {
        var result = Run(Small);

        Assert.Equal([20, 20, 50, 50, 100, 100], result.Trainings.Select(pair => pair.Size));
        Assert.Equal([1ul, 2, 1, 2, 1, 2], result.Trainings.Select(pair => pair.Seed));
        Assert.Contains(result.Trainings, pair => pair.PlainTestError != pair.DropoutTestError);
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_largest_size_gives_what_the_other_experiment_gives_without_dropout()
    {
        // The order of a whole set does not matter where a minibatch holds all of it.
        var learner = Small.Learner with { BatchSize = 100 };
        var rates = DropoutRate.Run(
            new()
            {
                Examples = 100,
                TestExamples = 100,
                Learner = learner,
                Keeps = [0.1, 0.4, 0.8, 1],
                Steps = Small.Steps,
                Runs = Small.Runs,
            },
            cancellation: TestContext.Current.CancellationToken);
        var sizes = Run(Small with { Learner = learner });

        Assert.All(
            sizes.Trainings.Where(pair => pair.Size == 100).Zip(rates.TestErrors(WidthRule.Fixed, 1)),
            each => Assert.Equal(each.Second, each.First.PlainTestError, 0.02));
    }

    [Fact]
    public void Where_rates_can_be_chosen_both_networks_take_one_that_suits_them()
    {
        var choosing = Small with { Steps = 60, LearningRates = [1e-9, 0.1], ValidationExamples = 100 };
        var result = Run(choosing);

        Assert.All(
            result.Trainings.Where(pair => pair.Size == 100),
            pair => Assert.Equal((0.1, 0.1), (pair.PlainLearningRate, pair.DropoutLearningRate)));
        Assert.Equal(result.Trainings, Run(choosing with { Threads = 1 }).Trainings);
        Assert.All(Run(Small).Trainings, pair => Assert.Equal(Small.Learner.LearningRate, pair.DropoutLearningRate));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        var one = Run(Small with { Threads = 1 });

        Assert.Equal(one.Trainings, Run(Small with { Threads = 3 }).Trainings);
        Assert.NotEqual(one.Trainings, Run(Small with { Seed = 5 }).Trainings);
    }

    [Theory]
    [InlineData(new[] { 0.00, 0.05, 0.01 }, VerdictKind.Reproduced)]
    [InlineData(new[] { -0.05, 0.05, 0.01 }, VerdictKind.Reproduced)]          // harm from few images is no gain
    [InlineData(new[] { 0.03, 0.05, 0.01 }, VerdictKind.PartlyReproduced)]     // a gain from few images already
    [InlineData(new[] { 0.00, 0.05, 0.05 }, VerdictKind.PartlyReproduced)]     // it stays
    [InlineData(new[] { 0.00, 0.02, 0.05 }, VerdictKind.PartlyReproduced)]     // it grows on
    [InlineData(new[] { -0.05, -0.02, -0.05 }, VerdictKind.PartlyReproduced)]  // there is never a gain: none at first is all that holds
    [InlineData(new[] { 0.05, 0.05, 0.05 }, VerdictKind.NotReproduced)]        // the same gain everywhere
    public void The_verdict_follows_its_rule(double[] gains, VerdictKind expected) =>
        Assert.Equal(expected, Made(gains, noise: 0.004).Verdict().Kind);

    [Fact]
    public void The_greatest_of_noisy_gains_is_not_taken_for_a_gain()
    {
        // Each seed has its gain elsewhere, and the others would not have looked there.
        double[][] gains = [[0.09, -0.03, -0.03], [-0.03, 0.09, -0.03], [-0.03, -0.03, 0.09]];
        var verdict = Made(gains).Verdict();

        Assert.Equal(VerdictKind.PartlyReproduced, verdict.Kind);
        Assert.Contains("Of the 3 parts hold (1).", verdict.Sentence, StringComparison.Ordinal);
        Assert.Equal(VerdictKind.Reproduced, Made([[0, 0.09, 0], [0, 0.08, 0], [0, 0.10, 0]]).Verdict().Kind);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        DropoutDataSizeOptions[] wrong =
        [
            new() { Sizes = [] }, new() { Sizes = [100, 200] }, new() { Sizes = [9, 100, 200] }, new() { Sizes = [100, 300, 200] },
            new() { Sizes = [10, 20, 30] }, new() { Sizes = [100, 200, 60_001] }, new() { Rate = 0 }, new() { Rate = 1 },
            new() { TestExamples = 10 }, new() { Steps = 0 }, new() { Runs = 1 }, new() { Threads = 0 },
            new() { Learner = new() { Hidden = [] } }, new() { LearningRates = [0.2, 0.1] }, new() { ValidationExamples = 10 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        Assert.All(
            [DropoutDataSizeOptions.Quick, DropoutDataSizeOptions.Standard, DropoutDataSizeOptions.Full], options => options.Validate());
    }

    private static DropoutDataSizeResult Made(double[] gains, double noise) =>
        Made([.. Enumerable.Range(-1, 3).Select(r => gains.Select((gain, at) => gain + noise * r * (at == 1 ? -1 : 1)).ToArray())]);

    // Gains of each seed, at three sizes.
    private static DropoutDataSizeResult Made(double[][] gains) => new(
        Small with { Runs = gains.Length },
        RunRecord.UnderWay(1, 1),
        "images",
        100,
        [
            .. from r in Enumerable.Range(0, gains.Length)
               from at in Enumerable.Range(0, Small.Sizes.Count)
               select new DropoutDataSizeTraining(Small.Sizes[at], (ulong)r, 0.1, 0.1, 0.5, 0, 0.5 - gains[r][at], 0),
        ]);

    private static DropoutDataSizeResult Run(DropoutDataSizeOptions options) =>
        DropoutDataSize.Run(options, cancellation: TestContext.Current.CancellationToken);
}
