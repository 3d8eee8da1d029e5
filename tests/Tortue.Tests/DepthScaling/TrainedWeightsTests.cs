using TorchSharp;
using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Tests.Foundations;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.DepthScaling;

[Collection(nameof(OneGenerator))]
public sealed class TrainedWeightsTests
{
    private static readonly TrainedWeightsOptions Small = new()
    {
        Learner = new() { Examples = 100, TestExamples = 100, BatchSize = 40, Epochs = 3, DecayEvery = 2 },
        Network = new() { Model = ResidualModel.Res1, Width = 5, Depth = 8 },
        LearningRate = 0.01,
        Runs = 2,
        Threads = 1,
    };

    private static readonly Lazy<TrainedWeightsResult> Once = new(() => Run(Small));

    [Fact]
    public void A_network_ends_where_the_loop_that_a_student_would_write_does()
    {
        var network = Once.Value.Of(0.5, WeightPath.Independent).ElementAt(1);
        var shape = Small.Network with { Beta = 0.5 };

        using var scope = NewDisposeScope();
        var learner = new ScaledLearner(Small.Learner, Small.Seed);
        using var alone = learner.Network(shape, 2);
        Tensor[] before = [.. alone.V.Select(v => v.detach().clone())];
        using var adam = optim.Adam(alone.parameters(), lr: 0.01);
        using var order = new Generator(2 * 1_000_003);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            foreach (var group in adam.ParamGroups)
                group.LearningRate = epoch < 2 ? 0.01 : 0.001;
            foreach (var batch in learner.Training.Minibatches(40, order))
            {
                adam.zero_grad();
                nn.functional.cross_entropy(alone.forward(batch.Inputs), batch.Labels).backward();
                adam.step();
            }
        }

        var changes = alone.V.Zip(before, (after, then) => (after - then).detach()).ToArray();
        var accuracy = alone.forward(learner.Test.Inputs).argmax(1).eq(learner.Test.Labels).to(float64).mean().ToDouble();
        Assert.Equal(2ul, network.Seed);
        Assert.Equal(WeightRoughness.Of(before), network.Before, 1e-3);
        Assert.Equal(WeightRoughness.Of([.. alone.V]), network.After, 1e-3);
        Assert.Equal(WeightRoughness.Of(changes), network.OfChange, 1e-3);
        Assert.Equal(stack(changes).norm().ToDouble() / stack(before).norm().ToDouble(), network.Moved, 1e-3);
        Assert.Equal(accuracy, network.TestAccuracy);
    }

    [Fact]
    public void One_weight_is_kept_of_the_first_network_of_each_case()
    {
        var result = Once.Value;
        Assert.Equal(6, result.Networks.Count);
        Assert.All(result.Networks, network => Assert.Equal(network.Seed == 1, network.Trace is not null));

        var (smooth, first) = (result.Of(1, WeightPath.Smooth).First(), result.Of(1, WeightPath.Independent).First());
        Assert.Equal(8, first.Trace!.After.Count);
        Assert.Equal(first.Trace.Before, result.Of(0.5, WeightPath.Independent).First().Trace!.Before);
        Assert.NotEqual(first.Trace.Before, smooth.Trace!.Before);
        Assert.NotEqual(first.Trace.Before, first.Trace.After);

        var weights = new NetworkWeights(Small.Network with { InputSize = 28 * 28 }, 1, 0, 0);
        var drawn = new float[25];
        weights.DrawV(3, drawn);
        Assert.Equal(drawn[(result.Column - 1) * 5 + result.Row - 1], first.Trace.Before[2], 1e-4);
    }

    [Fact]
    public void The_result_survives_JSON_and_does_not_depend_on_the_number_of_threads()
    {
        ResultAssert.SurvivesJson(Once.Value);
        var other = Run(Small with { Threads = 3 });
        Assert.Equal(
            ExperimentJson.Write(Once.Value with { Run = Synthetic.Run }),
            ExperimentJson.Write(other with { Run = Synthetic.Run, Options = Small }));
        Assert.NotEqual(
            Once.Value.Networks.Select(network => network.After),
            Run(Small with { Seed = 5 }).Networks.Select(network => network.After));
    }

    [Fact]
    public void A_training_that_fails_is_a_result_and_not_an_error()
    {
        var result = Run(Small with { LearningRate = 1e30 });
        Assert.All(result.Networks, network => Assert.Null(network.TestAccuracy));
        Assert.Equal(VerdictKind.NotReproduced, result.Verdict().Kind);
        ResultAssert.SurvivesJson(result);
    }

    [Theory]
    [InlineData(0.02, 0.9, 0.3, 0.6, VerdictKind.Reproduced)]
    [InlineData(0.3, 0.9, 0.3, 0.6, VerdictKind.PartlyReproduced)]    // smooth weights became rough
    [InlineData(0.02, 0.4, 0.3, 0.6, VerdictKind.PartlyReproduced)]   // rough weights became smoother
    [InlineData(0.3, 0.4, 0.3, 0.6, VerdictKind.NotReproduced)]
    [InlineData(0.02, 0.9, 0.05, 0.6, VerdictKind.NotReproduced)]     // nothing moved
    [InlineData(0.02, 0.9, 0.3, 0.15, VerdictKind.NotReproduced)]     // nothing was learnt
    public void Weights_keep_their_regularity_when_they_moved_and_stayed(
        double smooth, double rough, double moved, double accuracy, VerdictKind expected) =>
        Assert.Equal(expected, Made(smooth, rough, moved, accuracy, noise: 0.01).Verdict().Kind);

    [Fact]
    public void A_mean_within_the_error_of_the_bound_is_not_enough()
    {
        Assert.Equal(VerdictKind.Reproduced, Made(0.02, 0.9, 0.3, 0.6, noise: 0.03).Verdict().Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, Made(0.02, 0.9, 0.3, 0.6, noise: 0.05).Verdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, Made(0.02, 0.9, 0.3, 0.6, noise: 0.5).Verdict().Kind);
    }

    [Fact]
    public void Titles_claim_only_what_was_reproduced()
    {
        var trace = new WeightTrace([.. new double[100]], [.. new double[100]]);
        TrainedWeightsResult Traced(double rough)
        {
            var made = Made(0.02, rough, 0.3, 0.6, noise: 0.01);
            return made with { Networks = [.. made.Networks.Select(network => network with { Trace = trace })] };
        }

        Assert.Contains("Training keeps", Traced(0.9).Figure().ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("Training keeps", Traced(0.3).Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("What training added", Traced(0.3).Changes().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Equal(
            "There must be two to 4 cases, an exponent β and a path of weights for each, all different.",
            Refusal(new() { Betas = [1, 0.5] }));
        Assert.Equal("The learning rate must be a finite number above 0, not 0.", Refusal(new() { LearningRate = 0 }));
        Assert.Equal("The number of networks must be at least 2, for a standard error, not 1.", Refusal(new() { Runs = 1 }));
        Assert.Equal("The number of threads must be at least 1, not 0.", Refusal(new() { Threads = 0 }));
        Assert.Equal("Roughness along the depth takes at least two layers.", Refusal(new() { Network = new() { Depth = 1 } }));
        Assert.Equal("The width d must be between 1 and 4096, not 0.", Refusal(new() { Network = new() { Width = 0 } }));
        Assert.Equal(
            "The number of training images must be between 100 and 60,000, not 5.", Refusal(new() { Learner = new() { Examples = 5 } }));
        Assert.Equal(
            "The number of test images must be between 100 and 60,000, not 5.", Refusal(new() { Learner = new() { TestExamples = 5 } }));
        Assert.Equal(
            "The number of images in a minibatch must be at least 2, not 1.", Refusal(new() { Learner = new() { BatchSize = 1 } }));
        Assert.Equal("The number of epochs must be at least 1, not 0.", Refusal(new() { Learner = new() { Epochs = 0 } }));
        Assert.Equal(
            "The number of epochs after which the learning rate falls must be at least 1, not 0.",
            Refusal(new() { Learner = new() { DecayEvery = 0 } }));
        Assert.All(
            [TrainedWeightsOptions.Quick, TrainedWeightsOptions.Standard, TrainedWeightsOptions.Full], options => options.Validate());
    }

    [Fact]
    public void An_interrupt_stops_the_run() =>
        Assert.ThrowsAny<OperationCanceledException>(() => TrainedWeights.Run(Small, cancellation: new CancellationToken(canceled: true)));

    private static TrainedWeightsResult Run(TrainedWeightsOptions options) =>
        TrainedWeights.Run(options, cancellation: TestContext.Current.CancellationToken);

    private static string Refusal(TrainedWeightsOptions options) => Assert.Throws<ArgumentException>(options.Validate).Message;

    // Two networks of a smooth and of a rough case, their roughness by the noise above and below what is given.
    private static TrainedWeightsResult Made(double smooth, double rough, double moved, double accuracy, double noise)
    {
        var options = Small with { Betas = [1, 0.5], Paths = [WeightPath.Smooth, WeightPath.Independent], Network = new() { Depth = 100 } };
        return new(
            options,
            Synthetic.Run,
            "images",
            100,
            10,
            1,
            1,
            [
                .. from sign in new[] { -1, 1 }
                   from kind in new[]
                   {
                       (Beta: 1.0, Path: WeightPath.Smooth, After: smooth),
                       (Beta: 0.5, Path: WeightPath.Independent, After: rough),
                   }
                   select new TrainedNetwork(
                       kind.Beta, kind.Path, (ulong)(sign + 2), 0, kind.After + sign * noise, 0, moved, accuracy, null),
            ]);
    }
}
