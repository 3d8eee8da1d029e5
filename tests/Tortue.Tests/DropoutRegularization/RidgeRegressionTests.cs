using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using Tortue.DropoutRegularization;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.DropoutRegularization;

public sealed class RidgeRegressionTests
{
    private static readonly double[] Rates = [0, 0.1, 0.35, 0.5, 0.9];

    [Fact]
    public void The_mean_over_all_masks_of_the_square_error_is_the_penalised_one()
    {
        // Masks of different examples are independent, so the mean of the sum is the sum of the means: 2^d masks an example.
        Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            int inputs = random.Next(1, 6);
            var (x, y) = Problem(random, examples: 4, inputs);
            double[] w = Draw(random, inputs);
            double rate = Rates[random.Next(Rates.Length)];
            double expected = 0;
            for (int i = 0; i < y.Length; i++)
            {
                for (int mask = 0; mask < 1 << inputs; mask++)
                {
                    double chance = 1, prediction = 0;
                    for (int j = 0; j < inputs; j++)
                    {
                        bool kept = (mask >> j & 1) == 1;
                        chance *= kept ? 1 - rate : rate;
                        prediction += kept ? x[i, j] * w[j] / (1 - rate) : 0;
                    }

                    expected += chance * Math.Pow(y[i] - prediction, 2);
                }
            }

            return Math.Abs(RidgeRegression.ExpectedLoss(x, y, w, rate) - expected) <= 1e-10 * (1 + expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Scaled_at_test_the_same_function_is_the_papers_formula()
    {
        // ‖y − q X v‖² + q (1 − q) ‖Γ v‖² for the weights v = w / q of the paper's convention and its probability q of being kept.
        var random = new Random(2);
        var (x, y) = Problem(random, examples: 6, inputs: 3);
        double[] w = Draw(random, 3);
        const double Keep = 0.3;
        double[] v = [.. w.Select(weight => weight / Keep)];
        double papers = Enumerable.Range(0, 6).Sum(i => Math.Pow(y[i] - Keep * v.Select((weight, j) => weight * x[i, j]).Sum(), 2))
            + Keep * (1 - Keep) * v.Select((weight, j) => weight * weight * Enumerable.Range(0, 6).Sum(i => x[i, j] * x[i, j])).Sum();

        Assert.Equal(papers, RidgeRegression.ExpectedLoss(x, y, w, 1 - Keep), papers * 1e-12);
    }

    [Fact]
    public void The_weights_make_the_expected_loss_smallest()
    {
        foreach (double rate in Rates)
        {
            var random = new Random(3);
            var (x, y) = Problem(random, examples: 12, inputs: 4);
            double[] w = RidgeRegression.Weights(x, y, RidgeRegression.Strengths(x, rate));
            double lowest = RidgeRegression.ExpectedLoss(x, y, w, rate);

            for (int trial = 0; trial < 20; trial++)
            {
                double[] step = Draw(random, 4);
                double Along(double t) => RidgeRegression.ExpectedLoss(x, y, [.. w.Zip(step, (a, b) => a + t * b)], rate);

                // A parabola with its vertex at 0.
                Assert.True(Along(0.1) > lowest);
                Assert.Equal(Along(0.1), Along(-0.1), lowest * 1e-9);
            }
        }
    }

    [Fact]
    public void Least_squares_leaves_nothing_that_a_column_could_explain()
    {
        using var scope = NewDisposeScope();
        var random = new Random(4);
        var (x, y) = Problem(random, examples: 12, inputs: 4);
        double[] w = RidgeRegression.Weights(x, y, new double[4]);

        var residual = tensor(x).matmul(tensor(w)) - tensor(y);

        // What is left over is perpendicular to every column.
        Assert.True(tensor(x).t().matmul(residual).abs().max().ToDouble() < 1e-12);
    }

    [Fact]
    public void With_one_input_dropout_multiplies_least_squares_by_the_probability_of_being_kept()
    {
        double[,] x = { { 3 }, { -40 }, { 8 } };
        double[] y = [1, 2, -1];

        double least = RidgeRegression.Weights(x, y, [0])[0], dropped = RidgeRegression.Weights(x, y, RidgeRegression.Strengths(x, 0.4))[0];

        Assert.Equal(0.6 * least, dropped, 1e-15);
    }

    [Fact]
    public void Wrong_sizes_and_rates_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RidgeRegression.Strengths(new double[2, 2], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RidgeRegression.Strengths(new double[2, 2], -0.1));
        Assert.Throws<ArgumentException>(() => RidgeRegression.Weights(new double[3, 2], [1, 2], [0, 0]));
        Assert.Throws<ArgumentException>(() => RidgeRegression.Weights(new double[2, 2], [1, 2], [0]));
    }

    private static (double[,] X, double[] Y) Problem(Random random, int examples, int inputs)
    {
        var x = new double[examples, inputs];
        for (int i = 0; i < examples; i++)
        {
            for (int j = 0; j < inputs; j++)
                x[i, j] = (j + 1) * (2 * random.NextDouble() - 1);
        }

        return (x, Draw(random, examples));
    }

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => 4 * random.NextDouble() - 2)];
}
