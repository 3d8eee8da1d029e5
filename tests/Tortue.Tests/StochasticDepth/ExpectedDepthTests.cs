using Tortue.Experiments;
using Tortue.StochasticDepth;
using Xunit;

namespace Tortue.Tests.StochasticDepth;

public sealed class ExpectedDepthTests
{
    private static readonly ExpectedDepthOptions Small = new() { Blocks = 12, LastSurvivals = [0, 0.5, 1], Draws = 5000 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Draws_have_the_exact_distribution_whatever_the_number_of_threads()
    {
        var one = ExpectedDepth.Run(Small with { Threads = 1 }, cancellation: Cancellation);
        var three = ExpectedDepth.Run(Small with { Threads = 3 }, cancellation: Cancellation);

        Assert.Equal(VerdictKind.Reproduced, one.Verdict().Kind);
        Assert.Equal(6, one.Rows.Count);
        Assert.All(one.Rows, row => Assert.Equal(5000, row.Counts.Sum()));
        Assert.All(one.Rows.Zip(three.Rows), pair => Assert.Equal(pair.First.Counts, pair.Second.Counts));

        // p_L = 0 under the uniform rule is no block, p_L = 1 all of them.
        Assert.Equal(5000, one.Rows.Single(row => row is { Rule: SurvivalRule.Uniform, LastSurvival: 0 }).Counts[0]);
        Assert.Equal(5000, one.Rows.Single(row => row is { Rule: SurvivalRule.Linear, LastSurvival: 1 }).Counts[12]);
    }

    [Fact]
    public void A_wrong_mean_is_not_the_exact_one()
    {
        // Half of 12 blocks under the linear rule is 8.75 on average; these draws are of 8.5.
        var survivals = SurvivalProbabilities.Of(SurvivalRule.Linear, 12, 0.5);
        var row = Made(SurvivalRule.Linear, 0.5, SurvivalProbabilities.Distribution([.. survivals.Select(p => p - 0.25 / 12)]));

        Assert.False(row.Holds(6));
        Assert.True(Made(SurvivalRule.Linear, 0.5, SurvivalProbabilities.Distribution(survivals)).Holds(6));
    }

    [Fact]
    public void The_right_mean_with_another_distribution_is_not_enough()
    {
        // A binomial distribution with the same mean is wider.
        var survivals = SurvivalProbabilities.Of(SurvivalRule.Linear, 12, 0);
        var equal = Enumerable.Repeat(survivals.Average(), 12).ToArray();
        var row = Made(SurvivalRule.Linear, 0, SurvivalProbabilities.Distribution(equal));

        Assert.Equal(row.Expected(), row.Mean(), 0.01);
        Assert.False(row.Holds(6));
    }

    [Fact]
    public void The_more_settings_a_run_has_the_farther_one_of_them_may_be_off()
    {
        Assert.Equal(2.807, DepthCounts.MostErrors(1), 0.001);
        Assert.Equal(0.995, DepthCounts.HighestQuantile(1), 1e-12);
        Assert.InRange(DepthCounts.MostErrors(18), 3.5, 3.8);
    }

    [Fact]
    public void A_depth_that_cannot_be_is_found()
    {
        var counts = new int[13];
        (counts[12], counts[11]) = (99_999, 1);

        Assert.False(new DepthCounts(SurvivalRule.Uniform, 1, counts).Holds(6));
    }

    [Fact]
    public void The_verdict_counts_the_settings_that_hold()
    {
        var right = Made(SurvivalRule.Uniform, 0.5, SurvivalProbabilities.Distribution(Enumerable.Repeat(0.5, 12).ToArray()));
        var wrong = right with { LastSurvival = 0.6 };
        Verdict Of(params DepthCounts[] rows) => new ExpectedDepthResult(
            new() { Blocks = 12, LastSurvivals = [0.5, 0.6] },
            new(1, "made up", "", DateTimeOffset.UnixEpoch, 0, 1),
            rows).Verdict();

        Assert.Equal(VerdictKind.Reproduced, Of(right, right).Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, Of(right, wrong).Kind);
        Assert.Equal(VerdictKind.NotReproduced, Of(wrong, wrong).Kind);
    }

    [Fact]
    public void Figures_can_be_written()
    {
        var result = ExpectedDepth.Run(Small, cancellation: Cancellation);

        Assert.Contains("exact", result.Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("8.75 of 12", result.ShareFigure().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ExpectedDepth.Run(Small with { Blocks = 0 }, cancellation: Cancellation));
        Assert.Throws<ArgumentException>(() => ExpectedDepth.Run(Small with { LastSurvivals = [0.5] }, cancellation: Cancellation));
        Assert.Throws<ArgumentException>(() => ExpectedDepth.Run(Small with { LastSurvivals = [0.5, 0.4] }, cancellation: Cancellation));
        Assert.Throws<ArgumentException>(() => ExpectedDepth.Run(Small with { LastSurvivals = [0.5, 1.4] }, cancellation: Cancellation));
        Assert.Throws<ArgumentException>(() => ExpectedDepth.Run(Small with { Draws = 10 }, cancellation: Cancellation));
        Assert.Throws<ArgumentException>(() => ExpectedDepth.Run(Small with { Threads = 0 }, cancellation: Cancellation));
    }

    // 100,000 draws as near to a distribution as whole numbers come.
    private static DepthCounts Made(SurvivalRule rule, double last, IReadOnlyList<double> likely) =>
        new(rule, last, [.. likely.Select(p => (int)Math.Round(100_000 * p))]);
}
