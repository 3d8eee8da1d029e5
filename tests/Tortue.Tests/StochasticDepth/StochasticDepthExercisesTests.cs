using Tortue.Exercises;
using Tortue.StochasticDepth;
using Tortue.Tests.Exercises;
using Xunit;
using static Tortue.Exercises.Blanks;

namespace Tortue.Tests.StochasticDepth;

[Collection(nameof(OneGenerator))]
public sealed class StochasticDepthExercisesTests
{
    private const int Draws = 40_000;

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, StochasticDepthExercises.All.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Solutions_are_right_and_each_named_mistake_gets_its_own_message(int index) =>
        Soundness.Assert(StochasticDepthExercises.All[index]);

    [Fact]
    public void Starter_cells_are_not_attempted_yet()
    {
        double MeanDepth(int L, double pL) => ____;
        double depth = ____;
        double Survival(int l, int L, double pL) => ____;
        double DepthVariance(double[] p) => ____;
        double[] DepthOfThree(double p1, double p2, double p3) => ____!;
        double LastSurvivalFor(int L, double share) => ____;
        double[] TestForward(double[] h, double[] f, double p) => ____!;
        double[] InvertedForward(double[] h, double[] f, double p, bool survives) => ____!;
        double TimeSaved(int L, double pL, double rest) => ____;

        CheckResult[] results =
        [
            StochasticDepthExercises.MeanDepth.Check(MeanDepth),
            StochasticDepthExercises.DepthOf110Layers.Check(depth),
            StochasticDepthExercises.Survival.Check(Survival),
            StochasticDepthExercises.DepthVariance.Check(DepthVariance),
            StochasticDepthExercises.DepthOfThree.Check(DepthOfThree),
            StochasticDepthExercises.LastSurvivalFor.Check(LastSurvivalFor),
            StochasticDepthExercises.TestForward.Check(TestForward),
            StochasticDepthExercises.InvertedForward.Check(InvertedForward),
            StochasticDepthExercises.TimeSaved.Check(TimeSaved),
        ];

        Assert.Equal(StochasticDepthExercises.All.Count, results.Length);
        Assert.All(results, result => Assert.Equal(ExerciseState.NotAttempted, result.State));
    }

    [Theory]
    [InlineData(54, 0.5)]
    [InlineData(9, 0)]
    [InlineData(20, 0.7)]
    public void The_mean_and_the_variance_are_those_of_drawn_depths(int blocks, double last)
    {
        double[] survivals = [.. Enumerable.Range(1, blocks).Select(l => StochasticDepthExercises.Survival.Answer.Answer(l, blocks, last))];
        var active = new bool[blocks];
        double sum = 0, squares = 0;
        for (uint draw = 0; draw < Draws; draw++)
        {
            BlockGates.Draw(3, draw, survivals, active);
            double depth = active.Count(a => a);
            (sum, squares) = (sum + depth, squares + depth * depth);
        }

        double mean = sum / Draws, variance = squares / Draws - mean * mean;

        // Four standard errors; that of a variance is about variance · √(2 / n).
        Assert.Equal(StochasticDepthExercises.MeanDepth.Answer.Answer(blocks, last), mean, 4 * Math.Sqrt(variance / Draws));
        Assert.Equal(StochasticDepthExercises.DepthVariance.Answer.Answer(survivals), variance, 4 * variance * Math.Sqrt(2.0 / Draws));
    }

    [Fact]
    public void The_papers_depth_is_what_its_network_has_on_average()
    {
        using var network = new StochasticDepthNet(StochasticDepthShape.Published, 0.5);

        Assert.Equal(network.Survivals.Sum(), StochasticDepthExercises.DepthOf110Layers.Answer.Answer, 1e-12);
        Assert.Equal(network.Survivals[16], StochasticDepthExercises.Survival.Answer.Answer(17, 54, 0.5), 1e-15);
    }

    [Fact]
    public void Counting_eight_outcomes_gives_the_distribution_of_three_blocks()
    {
        double[] p = [0.9, 0.35, 0.6], counted = new double[4];
        for (int outcome = 0; outcome < 8; outcome++)
        {
            counted[int.PopCount(outcome)] += Enumerable.Range(0, 3)
                .Aggregate(1.0, (product, l) => product * ((outcome >> l & 1) == 1 ? p[l] : 1 - p[l]));
        }

        var distribution = StochasticDepthExercises.DepthOfThree.Answer.Answer(p[0], p[1], p[2]);

        Assert.All(distribution.Zip(counted), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
    }

    [Theory]
    [InlineData(54, 0.75)]
    [InlineData(7, 0.9)]
    public void Bisection_finds_the_survival_that_gives_a_wanted_share(int blocks, double share)
    {
        double low = 0, high = 1;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            var survivals = SurvivalProbabilities.Of(SurvivalRule.Linear, blocks, middle);
            (low, high) = survivals.Average() < share ? (middle, high) : (low, middle);
        }

        Assert.Equal(low, StochasticDepthExercises.LastSurvivalFor.Answer.Answer(blocks, share), 1e-12);
    }

    [Fact]
    public void Before_the_ReLU_both_conventions_have_on_average_at_test_what_they_have_in_training()
    {
        // Large states: no ReLU cuts anything.
        double[] h = [30, 40], f = [-3, 5];
        const double P = 0.35;
        var test = StochasticDepthExercises.TestForward.Answer.Answer(h, f, P);
        var inverted = StochasticDepthExercises.InvertedForward.Answer.Answer;
        var active = new bool[1];
        double[] paper = new double[2], divided = new double[2];
        for (uint draw = 0; draw < Draws; draw++)
        {
            BlockGates.Draw(5, draw, [P], active);
            var state = inverted(h, f, P, active[0]);
            for (int i = 0; i < 2; i++)
            {
                paper[i] += (active[0] ? h[i] + f[i] : h[i]) / Draws;
                divided[i] += state[i] / Draws;
            }
        }

        for (int i = 0; i < 2; i++)
        {
            double error = Math.Abs(f[i]) * Math.Sqrt(P * (1 - P) / Draws);
            Assert.Equal(paper[i], test[i], 4 * error);
            Assert.Equal(h[i] + f[i], divided[i], 4 * error / P);
        }
    }

    [Fact]
    public void What_is_saved_is_what_a_clock_of_blocks_counts()
    {
        // A step of 10 blocks of one unit each and 2.5 units of something else.
        const int Blocks = 10;
        var survivals = SurvivalProbabilities.Of(SurvivalRule.Linear, Blocks, 0.3);
        var active = new bool[Blocks];
        double spent = 0;
        for (uint draw = 0; draw < Draws; draw++)
        {
            BlockGates.Draw(7, draw, survivals, active);
            spent += (2.5 + active.Count(a => a)) / 12.5 / Draws;
        }

        Assert.Equal(1 - spent, StochasticDepthExercises.TimeSaved.Answer.Answer(Blocks, 0.3, 0.2), 0.003);
    }
}
