using TorchSharp;
using Tortue.Data;
using Tortue.DropoutRegularization;
using Tortue.Models;
using Tortue.Training;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.DropoutRegularization;

[Collection(nameof(OneGenerator))]
public sealed class DropoutLearnerTests
{
    private static readonly DropoutLearnerOptions Small = new() { Hidden = [12, 8], BatchSize = 16 };

    private static readonly DropSchedule None = DropSchedule.Never;

    private static readonly DropSchedule Half = new() { Timing = DropTiming.Standard, Rate = 0.5 };

    private static readonly LabelledData Spirals = ToySets.Spirals(80);

    [Fact]
    public void Without_dropout_it_is_what_training_anywhere_else_gives()
    {
        using var learner = new DropoutLearner(Small, Spirals, seed: 3);
        var model = SeededNetworks.Make(3, () => Networks.Perceptron(2, Spirals.Classes.Count, 12, 8));
        Assert.Equal(0, Distance(model, learner.Network));

        // A minibatch of all examples: their order does not matter, and four steps are four epochs.
        using var whole = new DropoutLearner(Small with { BatchSize = 80 }, Spirals, seed: 3);
        whole.Train(Spirals, 4, None, TestContext.Current.CancellationToken);
        Fitting.RunQuietly(
            model,
            Spirals,
            null,
            new()
            {
                Epochs = 4,
                BatchSize = 80,
                Optimizer = parameters => optim.SGD(parameters, Small.LearningRate, momentum: Small.Momentum),
                Schedule = optimizer => optim.lr_scheduler.LambdaLR(optimizer, epoch => (1 + Math.Cos(Math.PI * epoch / 4)) / 2),
            },
            TestContext.Current.CancellationToken);

        Assert.InRange(Distance(model, whole.Network), 0, 1e-6);
        Assert.True(Distance(learner.Network, whole.Network) > 0.01);
    }

    [Fact]
    public void The_schedule_sets_what_is_dropped_before_each_step_and_steps_do_not_depend_on_the_number_of_examples()
    {
        var schedule = new DropSchedule { Timing = DropTiming.Late, Rate = 0.25, Cutoff = 0.5 };
        using var learner = new DropoutLearner(Small, Spirals, seed: 1);
        var (rates, steps, epochs) = (new List<double>(), new List<int>(), new List<int>());
        learner.Train(Spirals, 12, schedule, TestContext.Current.CancellationToken, step =>
        {
            rates.Add(learner.Rate);
            steps.Add(step.Step);
            epochs.Add(step.Epoch);
        });

        Assert.Equal(Enumerable.Range(0, 12).Select(step => schedule.At(step, 12)), rates);
        Assert.Equal([0, 0.25], rates.Distinct());
        Assert.Equal(Enumerable.Range(1, 12), steps);
        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3], epochs);
        Assert.All(learner.Network.children().OfType<SeededDropout>(), dropout => Assert.Equal(0.25, dropout.Rate));
    }

    [Fact]
    public void Gradients_are_there_at_each_step_and_have_not_moved_the_weights()
    {
        using var learner = new DropoutLearner(Small, Spirals, seed: 1);
        using var before = learner.Network.parameters().Last().detach().clone();
        learner.Train(Spirals, 1, Half, TestContext.Current.CancellationToken, _ =>
        {
            Assert.Equal(0, Distance(before, learner.Network.parameters().Last()));
            Assert.True(learner.Network.parameters().Last().grad!.abs().sum().ToDouble() > 0);
        });
        Assert.True(Distance(before, learner.Network.parameters().Last()) > 0);
    }

    [Fact]
    public void The_seed_decides_weights_order_and_what_is_dropped()
    {
        double Loss(ulong seed, DropSchedule schedule)
        {
            using var learner = new DropoutLearner(Small, Spirals, seed);
            learner.Train(Spirals, 20, schedule, TestContext.Current.CancellationToken);
            return learner.Evaluate(Spirals, TestContext.Current.CancellationToken).Loss;
        }

        double loss = Loss(1, Half);
        manual_seed(99);
        Assert.Equal(loss, Loss(1, Half));
        Assert.NotEqual(loss, Loss(2, Half));
        Assert.NotEqual(loss, Loss(1, None));
    }

    [Fact]
    public void A_learner_that_diverges_stops_and_says_so()
    {
        using var learner = new DropoutLearner(Small with { LearningRate = 1e30 }, Spirals, seed: 1);
        int steps = 0;
        learner.Train(Spirals, 50, Half, TestContext.Current.CancellationToken, _ => steps++);

        Assert.True(learner.HasDiverged);
        Assert.InRange(steps, 1, 10);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        DropoutLearnerOptions[] wrong =
        [
            new() { Hidden = [] }, new() { Hidden = [4, 0] }, new() { BatchSize = 0 }, new() { LearningRate = 0 },
            new() { Momentum = 1 }, new() { WeightDecay = -1 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    private static double Distance(Tensor one, Tensor other) => (one.detach() - other.detach()).abs().max().ToDouble();

    private static double Distance(nn.Module one, nn.Module other) =>
        one.parameters().Zip(other.parameters()).Max(pair => Distance(pair.First, pair.Second));
}
