using Tortue.Data;
using Tortue.DropoutRegularization;
using Tortue.Experiments;
using Tortue.Tests.Foundations;
using Tortue.Training;
using Xunit;

namespace Tortue.Tests.DropoutRegularization;

[Collection(nameof(OneGenerator))]
public sealed class DropoutRateTests
{
    private static readonly DropoutRateOptions Small = new()
    {
        Examples = 100,
        TestExamples = 100,
        Learner = new() { Hidden = [8, 4] },
        Keeps = [0.1, 0.5, 0.8],
        Steps = 5,
        Runs = 2,
    };

    private static readonly RunRecord NoRun = RunRecord.UnderWay(1, 1);

    [Fact]
    public void Every_probability_is_trained_with_both_widths_once_where_they_are_the_same()
    {
        var result = Run(Small);

        Assert.Equal(2 * (3 + 2), result.Trainings.Count);
        Assert.Equal(result.TestErrors(WidthRule.Fixed, 0.5), result.TestErrors(WidthRule.Inverse, 0.5));
        Assert.NotEqual(result.TrainingErrors(WidthRule.Fixed, 0.1), result.TrainingErrors(WidthRule.Inverse, 0.1));
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        var one = Run(Small with { Threads = 1 });

        Assert.Equal(one.Trainings, Run(Small with { Threads = 3 }).Trainings);
        Assert.NotEqual(one.Trainings, Run(Small with { Seed = 5 }).Trainings);
    }

    [Fact]
    public void Units_times_probability_stay_the_same_where_they_should()
    {
        var options = new DropoutRateOptions { Learner = new() { Hidden = [64, 32] }, CommonKeep = 0.5 };

        Assert.Equal([320, 160], options.LearnerAt(WidthRule.Inverse, 0.1).Hidden);
        Assert.Equal([64, 32], options.LearnerAt(WidthRule.Inverse, 0.5).Hidden);
        Assert.Equal([32, 16], options.LearnerAt(WidthRule.Inverse, 1).Hidden);
        Assert.Equal([64, 32], options.LearnerAt(WidthRule.Fixed, 0.1).Hidden);
    }

    [Fact]
    public void What_is_kept_is_one_minus_what_is_dropped_and_nothing_is_dropped_in_the_test()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (training, test) = ImageSets.Make(Small.Data, Small.Examples, Small.TestExamples, Small.Seed);
        using var learner = new DropoutLearner(Small.Learner, training, seed: 2);
        learner.Train(training, Small.Steps, new() { Timing = DropTiming.Standard, Rate = 0.2 }, cancellation);
        double Error(LabelledData data) => Math.Round(1 - learner.Evaluate(data, cancellation).Accuracy, 5);
        var trained = Run(Small).Trainings.Single(each => each is { Rule: WidthRule.Fixed, Keep: 0.8, Seed: 2 });

        Assert.Equal((Error(test), Error(training)), (trained.TestError, trained.TrainingError));
    }

    [Fact]
    public void Where_rates_can_be_chosen_each_network_takes_one_that_suits_it()
    {
        // With one of these nothing is learnt in so few steps.
        var choosing = Small with { Steps = 60, LearningRates = [1e-9, 0.1], ValidationExamples = 100 };
        var result = Run(choosing);

        Assert.All(result.Trainings.Where(training => training.Keep == 0.8), training => Assert.Equal(0.1, training.LearningRate));
        Assert.Equal(result.Trainings, Run(choosing with { Threads = 1 }).Trainings);
        Assert.All(result.Trainings.GroupBy(training => (training.Rule, training.Keep)), kind =>
            Assert.Single(kind.Select(training => training.LearningRate).Distinct()));
        Assert.All(Run(Small).Trainings, training => Assert.Equal(Small.Learner.LearningRate, training.LearningRate));
    }

    [Theory]
    [InlineData(0.30, 0.30, 0.20, 0.10, VerdictKind.Reproduced)]
    [InlineData(0.30, 0.30, 0.20, 0.30, VerdictKind.PartlyReproduced)]     // wider is not better
    [InlineData(0.30, 0.00, 0.20, 0.10, VerdictKind.PartlyReproduced)]     // it overfits
    [InlineData(0.30, 0.30, 0.35, 0.10, VerdictKind.PartlyReproduced)]     // not flat: .8 is as much above .4 as .1 is above both
    [InlineData(0.00, 0.00, 0.20, 0.00, VerdictKind.NotReproduced)]        // no rise; flat alone is nothing
    [InlineData(-0.10, -0.10, 0.20, 0.00, VerdictKind.NotReproduced)]      // falls
    public void The_verdict_follows_its_rule(double rise, double trainingRise, double last, double wider, VerdictKind expected)
    {
        var trainings =
            from r in Enumerable.Range(0, 3)
            let noise = 0.004 * (r - 1)
            from entry in new (WidthRule Rule, double Keep, double Test, double Training)[]
            {
                (WidthRule.Fixed, 0.1, 0.20 + rise + noise, 0.05 + trainingRise - noise),
                (WidthRule.Fixed, 0.4, 0.20 - noise, 0.05),
                (WidthRule.Fixed, 0.6, 0.20, 0.05),
                (WidthRule.Fixed, 0.8, last, 0.05),
                (WidthRule.Inverse, 0.1, 0.20 + wider - noise, 0.05),
            }
            select new DropoutRateTraining(entry.Rule, entry.Keep, (ulong)r, 0.1, entry.Test, entry.Training);

        Assert.Equal(expected, Made([0.1, 0.4, 0.6, 0.8], trainings).Verdict().Kind);
    }

    [Fact]
    public void A_verdict_says_which_parts_hold()
    {
        Assert.Equal("Of the 3 parts hold (1), (3).", VerdictParts.Sentence([true, false, true]));
        Assert.Equal("No part holds.", VerdictParts.Sentence([false, false]));
    }

    [Fact]
    public void Noise_does_not_pass_for_flat()
    {
        VerdictKind Kind(double noise) => Made(
            [0.1, 0.4, 0.8],
            from r in Enumerable.Range(0, 3)
            from entry in new (WidthRule Rule, double Keep, double Test)[]
            {
                (WidthRule.Fixed, 0.1, 0.40), (WidthRule.Inverse, 0.1, 0.30),
                (WidthRule.Fixed, 0.4, 0.30 + noise * (r - 1)), (WidthRule.Fixed, 0.8, 0.30 - noise * (r - 1)),
            }
            select new DropoutRateTraining(entry.Rule, entry.Keep, (ulong)r, 0.1, entry.Test, entry.Test)).Verdict().Kind;

        Assert.Equal(VerdictKind.Reproduced, Kind(0));
        Assert.Equal(VerdictKind.PartlyReproduced, Kind(0.08));
    }

    [Fact]
    public void Published_errors_are_drawn_beside_those_on_MNIST_only()
    {
        var result = Run(Small);
        static int Series(DropoutRateResult result) => result.Figure().Model.Panels[0].Traces.Length;

        Assert.Equal(Series(result) + 2, Series(result with { Options = Small with { Data = ImageSource.MnistTestPart } }));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        DropoutRateOptions[] wrong =
        [
            new() { Keeps = [] }, new() { Keeps = [0, 0.5, 0.6] }, new() { Keeps = [0.1, 0.6, 0.5] },
            new() { Keeps = [0.1, 0.5, 0.7, 1.1] }, new() { Keeps = [0.5, 0.6] }, new() { Keeps = [0.1, 0.5, 0.9] }, new() { CommonKeep = 0 }, new() { CommonKeep = 2 },
            new() { Examples = 10 }, new() { TestExamples = 10 }, new() { Steps = 0 }, new() { Runs = 1 }, new() { Threads = 0 },
            new() { Learner = new() { Hidden = [] } }, new() { LearningRates = [0, 0.1] }, new() { LearningRates = [0.2, 0.1] },
            new() { ValidationExamples = 10 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        Assert.All([DropoutRateOptions.Quick, DropoutRateOptions.Standard, DropoutRateOptions.Full], options => options.Validate());
    }

    private static DropoutRateResult Made(IReadOnlyList<double> keeps, IEnumerable<DropoutRateTraining> trainings) =>
        new(Small with { Keeps = keeps, Runs = 3 }, NoRun, "images", 100, 100, [.. trainings]);

    private static DropoutRateResult Run(DropoutRateOptions options) =>
        DropoutRate.Run(options, cancellation: TestContext.Current.CancellationToken);
}
