using FsCheck;
using FsCheck.Fluent;
using Tortue.StochasticDepth;
using Xunit;

namespace Tortue.Tests.StochasticDepth;

public sealed class SurvivalProbabilitiesTests
{
    private const int Cases = 200;

    [Fact]
    public void The_papers_network_has_an_expected_depth_of_40_and_a_quarter()
    {
        var survivals = SurvivalProbabilities.Of(SurvivalRule.Linear, 54, 0.5);

        Assert.Equal(40.25, SurvivalProbabilities.ExpectedDepth(survivals), 1e-12);
        Assert.Equal(1 - 0.5 / 54, survivals[0], 1e-15);
        Assert.Equal(0.5, survivals[^1]);
    }

    [Fact]
    public void Expected_depths_are_those_of_the_formulas() =>
        Prop.ForAll(Sizes, size =>
        {
            var (blocks, last) = size;
            double linear = SurvivalProbabilities.ExpectedDepth(SurvivalProbabilities.Of(SurvivalRule.Linear, blocks, last));
            double uniform = SurvivalProbabilities.ExpectedDepth(SurvivalProbabilities.Of(SurvivalRule.Uniform, blocks, last));
            Assert.Equal(blocks - (1 - last) * (blocks + 1) / 2, linear, 1e-9);
            Assert.Equal(blocks * last, uniform, 1e-9);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Fact]
    public void The_distribution_has_the_mean_and_the_variance_of_its_blocks() =>
        Prop.ForAll(Sizes, size =>
        {
            var survivals = SurvivalProbabilities.Of(SurvivalRule.Linear, size.Blocks, size.Last);
            var likely = SurvivalProbabilities.Distribution(survivals);
            double mean = likely.Select((p, k) => k * p).Sum();
            Assert.Equal(1, likely.Sum(), 1e-12);
            Assert.Equal(SurvivalProbabilities.ExpectedDepth(survivals), mean, 1e-9);
            Assert.Equal(SurvivalProbabilities.Variance(survivals), likely.Select((p, k) => (k - mean) * (k - mean) * p).Sum(), 1e-8);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Fact]
    public void The_distribution_is_what_counting_all_outcomes_gives()
    {
        double[] survivals = [0.9, 0.35, 1, 0.5, 0, 0.72, 0.11];
        var counted = new double[survivals.Length + 1];
        for (int outcome = 0; outcome < 1 << survivals.Length; outcome++)
        {
            double likely = 1;
            for (int l = 0; l < survivals.Length; l++)
                likely *= (outcome >> l & 1) == 1 ? survivals[l] : 1 - survivals[l];
            counted[int.PopCount(outcome)] += likely;
        }

        var distribution = SurvivalProbabilities.Distribution(survivals);

        Assert.All(distribution.Zip(counted), pair => Assert.Equal(pair.Second, pair.First, 1e-14));
    }

    [Fact]
    public void Equal_blocks_have_a_binomial_depth()
    {
        var likely = SurvivalProbabilities.Distribution(SurvivalProbabilities.Of(SurvivalRule.Uniform, 1000, 0.3));
        double expected = 1000 * Math.Log(0.7);
        for (int k = 0; k <= 1000; k++)
        {
            Assert.Equal(Math.Exp(expected), likely[k], 1e-9 * Math.Exp(expected) + 1e-300);
            expected += Math.Log((1000.0 - k) / (k + 1) * 0.3 / 0.7);
        }
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(5, -0.1)]
    [InlineData(5, 1.1)]
    [InlineData(5, double.NaN)]
    public void What_is_no_probability_or_no_network_is_refused(int blocks, double last) =>
        Assert.Throws<ArgumentException>(() => SurvivalProbabilities.Of(SurvivalRule.Linear, blocks, last));

    private static Arbitrary<(int Blocks, double Last)> Sizes =>
        (from blocks in Gen.Choose(1, 200)
         from last in Gen.Choose(0, 1000)
         select (blocks, last / 1000.0)).ToArbitrary();
}
