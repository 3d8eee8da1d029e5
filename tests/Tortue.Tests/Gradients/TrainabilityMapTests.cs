using TorchSharp;
using Tortue.Experiments;
using Tortue.Gradients;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Gradients;

[Collection(nameof(OneGenerator))]
public sealed class TrainabilityMapTests
{
    private static readonly TrainabilityMapOptions Small = new()
    {
        Depths = [1, 3],
        Gains = [0.5, 1.4],
        LearningRates = [0.05, 0.2],
        Width = 8,
        Examples = 20,
        Steps = 10,
        Networks = 2,
    };

    [Fact]
    public void Networks_that_are_trained_side_by_side_end_where_one_alone_does()
    {
        var options = Small with { Networks = 1, Activations = [Activation.Tanh] };
        var row = TrainabilityMap.Run(options, cancellation: TestContext.Current.CancellationToken).Rows[1];

        for (int gain = 0; gain < 2; gain++)
            Assert.Equal(options.LearningRates.Min(rate => Alone(options, depth: 3, options.Gains[gain], rate)), row.Loss[gain], 1e-3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_whatever_the_number_of_threads()
    {
        var first = TrainabilityMap.Run(Small, cancellation: TestContext.Current.CancellationToken);
        int threads = get_num_threads();
        try
        {
            set_num_threads(1);
            var alone = TrainabilityMap.Run(Small, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(first.Rows.SelectMany(row => row.Loss), alone.Rows.SelectMany(row => row.Loss));
            var other = TrainabilityMap.Run(Small with { Seed = 2 }, cancellation: TestContext.Current.CancellationToken);
            Assert.NotEqual(first.Rows.SelectMany(row => row.Loss), other.Rows.SelectMany(row => row.Loss));
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Fact]
    public void A_result_survives_its_JSON_also_when_trainings_diverge()
    {
        var result = TrainabilityMap.Run(
            Small with { LearningRates = [1e9], Gains = [1, 30] }, cancellation: TestContext.Current.CancellationToken);

        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_verdict_follows_the_shape_of_the_map()
    {
        double critical = TrainabilityMapResult.CriticalGain(Activation.Relu)!.Value;
        Assert.Equal(Math.Sqrt(2), critical, 1e-12);
        Assert.Equal(1, TrainabilityMapResult.CriticalGain(Activation.Tanh));
        Assert.Null(TrainabilityMapResult.CriticalGain(Activation.Sigmoid));

        Assert.Equal(VerdictKind.Reproduced, Made((depth, gain) => depth * Math.Abs(gain - critical) < 8).Verdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, Made((_, _) => false).Verdict().Kind);
        Assert.NotEqual(VerdictKind.Reproduced, Made((_, _) => true).Verdict().Kind);

        // Deepest far above the critical gain: falling below it is all that is left of the claim.
        Assert.Equal(VerdictKind.PartlyReproduced, Made((depth, gain) => depth < 20 * gain - 8).Verdict().Kind);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_with_the_range()
    {
        Assert.Contains("One to four", Refusal(Small with { Activations = [] }), StringComparison.Ordinal);
        Assert.Contains("ascending", Refusal(Small with { Depths = [3, 1] }), StringComparison.Ordinal);
        Assert.Contains("above 0", Refusal(Small with { Gains = [0, 1] }), StringComparison.Ordinal);
        Assert.Contains("above 0", Refusal(Small with { LearningRates = [] }), StringComparison.Ordinal);
        Assert.Contains("below 2", Refusal(Small with { Width = 1 }), StringComparison.Ordinal);
        Assert.Contains("between 10 and", Refusal(Small with { Examples = 1 }), StringComparison.Ordinal);
        Assert.Contains("below 1", Refusal(Small with { Steps = 0 }), StringComparison.Ordinal);
        Assert.Contains("At least one", Refusal(Small with { Networks = 0 }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_stops_the_run() =>
        Assert.Throws<OperationCanceledException>(() => TrainabilityMap.Run(Small, cancellation: new CancellationToken(canceled: true)));

    // The loop that a student would write.
    private static double Alone(TrainabilityMapOptions options, int depth, double gain, double rate)
    {
        using var scope = NewDisposeScope();
        var data = options.Data();
        var inputs = data.Inputs.flatten(1);
        var generator = new Generator(options.Seed + (ulong)depth);
        var weights = new List<Tensor>();
        for (int l = 1; l <= depth + 1; l++)
        {
            var drawn = WeightInit.Normal(1).Draw(1, l > depth ? 10 : options.Width, l == 1 ? 256 : options.Width, generator)[0];
            weights.Add((l > depth ? drawn : drawn * (float)gain).clone().requires_grad_());
        }

        for (int step = 0; step < options.Steps; step++)
        {
            Loss().backward();
            using var _ = no_grad();
            foreach (var weight in weights)
            {
                weight.sub_(weight.grad! * (float)rate);
                weight.grad!.zero_();
            }
        }

        return Loss().ToDouble();

        Tensor Loss()
        {
            var hidden = inputs.mm(weights[0].t());
            foreach (var weight in weights.Skip(1))
                hidden = hidden.tanh().mm(weight.t());
            return nn.functional.cross_entropy(hidden, data.Labels);
        }
    }

    private static TrainabilityMapResult Made(Func<int, double, bool> trains)
    {
        var options = TrainabilityMapOptions.Standard with { Activations = [Activation.Relu] };
        var run = new RunRecord(1, "made up", "0", DateTimeOffset.UnixEpoch, 0, 1);
        return new(options, run, 10,
            [
                .. options.Depths.Select(depth => new TrainabilityRow(
                    Activation.Relu,
                    depth,
                    [.. options.Gains.Select(gain => trains(depth, gain) ? 1 : 0.1)],
                    [.. options.Gains.Select(gain => trains(depth, gain) ? 0.0 : 2.3)])),
            ]);
    }

    private static string Refusal(TrainabilityMapOptions options) => Assert.Throws<ArgumentException>(options.Validate).Message;
}
