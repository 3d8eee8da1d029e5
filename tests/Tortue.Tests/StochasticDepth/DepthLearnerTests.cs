using Tortue.Data;
using Tortue.StochasticDepth;
using Tortue.Training;
using Xunit;

namespace Tortue.Tests.StochasticDepth;

/// <summary>How one network is trained.</summary>
[Collection(nameof(OneGenerator))]
public sealed class DepthLearnerTests
{
    private static readonly (LabelledData Training, LabelledData Test) Images = ImageSets.Make(ImageSource.Generated16, 100, 100, 1);

    [Fact]
    public void The_learning_rate_falls_at_a_half_and_at_three_quarters_of_the_epochs()
    {
        var paper = DepthLearnerOptions.Published;

        Assert.Equal([0.1, 0.1, 0.01, 0.01, 0.001], new[] { 0, 249, 250, 374, 375 }.Select(epoch => Math.Round(paper.RateAt(epoch), 9)));
        var odd = paper with { LearningRate = 1, Epochs = 5 };
        Assert.Equal([1, 1, 1, 0.1, 0.01], Enumerable.Range(0, 5).Select(odd.RateAt));
        Assert.Equal(500 * 391, paper.Steps(50_000));
    }

    [Fact]
    public void Blocks_that_nearly_always_survive_make_constant_depth()
    {
        var constant = Train(DepthArm.Constant(Made.Learner, 1));
        var nearly = Train(DepthArm.Stochastic(Made.Learner, 1, 1 - 1e-12));

        Assert.Equal(1, constant.Active);
        Assert.Equal((constant.TestError, constant.TrainingLoss), (nearly.TestError, nearly.TrainingLoss));
        Assert.NotEqual(constant.TrainingLoss, Train(DepthArm.Stochastic(Made.Learner, 1, 0.1)).TrainingLoss);
    }

    [Fact]
    public void As_many_blocks_take_part_as_the_schedule_says()
    {
        // Four minibatches an epoch, so many draws that the share is within four standard deviations of its expectation.
        var learner = Made.Learner with { Epochs = 50, BatchSize = 25, Width = 1 };
        double Share(DepthArm arm) => Train(arm).Active;
        double slack = 4 * 0.5 / Math.Sqrt(200 * 3);

        Assert.Equal(2.0 / 3, Share(DepthArm.Stochastic(learner, 1, 0.5)), slack);
        Assert.Equal(0.5, Share(DepthArm.Stochastic(learner, 1, 0.5, SurvivalRule.Uniform)), slack);
        Assert.Equal(1 - 0.25 / 3, Share(Timed(learner, DropTiming.Early)), slack);
        Assert.Equal(1 - 0.5 / 3, Share(Timed(learner, DropTiming.Late)), slack);
    }

    [Fact]
    public void Late_is_constant_depth_until_it_begins_and_early_after_it_has_ended()
    {
        var learner = Made.Learner;
        IReadOnlyList<DepthLook> Looks(DepthArm arm) => Train(arm with { LookEvery = 1, TestsOnTheWay = true }).Looks;
        var (never, late, early) = (
            Looks(DepthArm.Constant(learner, 1)), Looks(Timed(learner, DropTiming.Late)), Looks(Timed(learner, DropTiming.Early)));

        Assert.Equal([1, 2, 3, 4], never.Select(look => look.Epoch));
        Assert.Equal(never.Take(2), late.Take(2));
        Assert.NotEqual(never[2], late[2]);
        Assert.NotEqual(never[0], early[0]);
        Assert.All(never, look => Assert.True(look is { FirstGradient: > 0, TestError: > 0 }));
    }

    [Fact]
    public void Looks_are_as_far_apart_as_asked_for_and_one_is_at_the_end()
    {
        var arm = DepthArm.Constant(Made.Learner with { Epochs = 5 }, 1);
        var (every, second, none) = (Train(arm with { LookEvery = 1 }), Train(arm with { LookEvery = 2 }), Train(arm));

        Assert.Equal([2, 4, 5], second.Looks.Select(look => look.Epoch));
        Assert.Equal(every.Looks.Take(2).Average(look => look.TrainingLoss), second.Looks[0].TrainingLoss, 1e-3);
        Assert.All(every.Looks, look => Assert.Null(look.TestError));
        Assert.Empty(none.Looks);
        Assert.Equal((none.TestError, none.TrainingLoss), (every.TestError, every.TrainingLoss));
        Assert.Equal(every.TrainingLoss, every.Looks[^1].TrainingLoss);
    }

    private static DepthArm Timed(DepthLearnerOptions learner, DropTiming timing) =>
        new(learner, 1, new() { Timing = timing, Rate = 0.5, Cutoff = 0.5 });

    private static DepthTraining Train(DepthArm arm) =>
        DepthLearner.Train(arm, Images.Training, Images.Test, 1, TestContext.Current.CancellationToken);
}
