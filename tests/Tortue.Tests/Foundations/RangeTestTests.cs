using Tortue.Experiments;
using Tortue.Foundations;
using Xunit;

namespace Tortue.Tests.Foundations;

[Collection(nameof(OneGenerator))]
public sealed class RangeTestTests
{
    private static readonly RangeTestOptions Small = new() { Examples = 300, BatchSize = 30, Steps = 60, Epochs = 2 };

    [Fact]
    public void Rates_grow_by_a_constant_factor_and_the_suggestion_is_one_of_them()
    {
        var result = Run(Small);
        var factors = result.Points.Zip(result.Points.Skip(1), (a, b) => b.LearningRate / a.LearningRate).ToArray();

        Assert.All(factors, factor => Assert.Equal(Math.Pow(10 / 1e-5, 1 / 59.0), factor, 1e-9));
        Assert.Contains(result.Points, point => point.LearningRate == result.Suggested);
        Assert.Equal([result.Suggested / 30, result.Suggested, result.Suggested * 30], result.Trials.Select(trial => trial.LearningRate));
    }

    [Fact]
    public void The_test_stops_when_the_loss_has_exploded()
    {
        var result = Run(Small with { Highest = 1e6, Steps = 100 });

        Assert.True(result.Points.Count < 100);
        Assert.All(result.Points, point => Assert.True(double.IsFinite(point.Smooth)));
    }

    [Fact]
    public void The_verdict_compares_the_losses_at_the_end()
    {
        var result = Run(Small);
        RangeTestTrial Trial(double rate, double loss) => new(rate, [3, loss], false);
        RangeTestResult With(double slow, double fast) => result with
        {
            Trials = [Trial(result.Suggested / 30, slow), Trial(result.Suggested, 1), Trial(result.Suggested * 30, fast)],
        };

        Assert.Equal(VerdictKind.Reproduced, With(2, 2).Verdict().Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, With(0.5, 2).Verdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, With(0.5, 0.5).Verdict().Kind);
    }

    [Fact]
    public void A_training_that_diverges_counts_as_lost()
    {
        var result = Run(Small);
        var trials = new[] { result.Trials[0], result.Trials[1], new RangeTestTrial(result.Suggested * 30, [0.001], Diverged: true) };

        Assert.NotEqual(VerdictKind.NotReproduced, (result with { Trials = trials }).Verdict().Kind);
    }

    [Fact]
    public void A_result_survives_its_JSON() => ResultAssert.SurvivesJson(Run(Small));

    [Fact]
    public void The_same_seed_gives_the_same_result() => Assert.Equal(Run(Small).Points, Run(Small).Points);

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        RangeTestOptions[] wrong =
        [
            new() { Examples = 10 }, new() { BatchSize = 0 }, new() { Lowest = 0 }, new() { Highest = 1e-6 }, new() { Steps = 5 },
            new() { Epochs = 0 }, new() { Factor = 1 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    private static RangeTestResult Run(RangeTestOptions options) =>
        RangeTest.Run(options, cancellation: TestContext.Current.CancellationToken);
}
