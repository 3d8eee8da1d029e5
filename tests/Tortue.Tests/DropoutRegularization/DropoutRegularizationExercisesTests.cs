using TorchSharp;
using Tortue.DropoutRegularization;
using Tortue.Exercises;
using Tortue.Models;
using Tortue.Tests.Exercises;
using Tortue.Training;
using Xunit;
using static TorchSharp.torch;
using static Tortue.Exercises.Blanks;

namespace Tortue.Tests.DropoutRegularization;

public sealed class DropoutRegularizationExercisesTests
{
    public static TheoryData<int> Indices => [.. Enumerable.Range(0, DropoutRegularizationExercises.All.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Solutions_are_right_and_each_named_mistake_gets_its_own_message(int index) =>
        Soundness.Assert(DropoutRegularizationExercises.All[index]);

    [Fact]
    public void Starter_cells_are_not_attempted_yet()
    {
        double[] InvertedForward(double[] x, double[] mask, double p) => ____!;
        (double Mean, double Variance) Moments(double x, double p)
        {
            double mean = ____;
            double variance = ____;
            return (mean, variance);
        }

        (double[] W, double B) TestLayer(double[] w, double b, double p)
        {
            double[] testWeights = ____!;
            double testBias = ____;
            return (testWeights, testBias);
        }

        double AllMasks(double[] w, double b, double[] x, double p) => ____;
        (double[,] W, double[] H) MaskedGradients(double[,] w, double[] h, double[] mask, double p, double[] dz)
        {
            double[,] dw = ____!;
            double[] dh = ____!;
            return (dw, dh);
        }

        double[] RidgeStrengths(double[,] x, double p) => ____!;
        double EarlyRate(double p, int cutoff, int step, int steps) => ____;
        double DirectionVariance(double[,] g) => ____;

        CheckResult[] results =
        [
            DropoutRegularizationExercises.InvertedForward.Check(InvertedForward),
            DropoutRegularizationExercises.Moments.Check(Moments),
            DropoutRegularizationExercises.TestLayer.Check(TestLayer),
            DropoutRegularizationExercises.AllMasks.Check(AllMasks),
            DropoutRegularizationExercises.MaskedGradients.Check(MaskedGradients),
            DropoutRegularizationExercises.RidgeStrengths.Check(RidgeStrengths),
            DropoutRegularizationExercises.EarlyRate.Check(EarlyRate),
            DropoutRegularizationExercises.DirectionVariance.Check(DirectionVariance),
        ];

        Assert.Equal(DropoutRegularizationExercises.All.Count, results.Length);
        Assert.All(results, result => Assert.Equal(ExerciseState.NotAttempted, result.State));
    }

    [Fact]
    public void The_forward_pass_is_that_of_the_layer()
    {
        using var scope = NewDisposeScope();
        foreach (double p in new[] { 0.1, 0.5, 0.8 })
        {
            // Ones that pass the layer tell its mask.
            var layer = new SeededDropout(p, seed: 3);
            var same = new SeededDropout(p, seed: 3);
            double[] mask = [.. layer.forward(ones(60, dtype: float64)).data<double>().ToArray().Select(kept => kept > 0 ? 1 : 0.0)];
            double[] x = [.. Enumerable.Range(0, 60).Select(i => i - 24.5)];

            var expected = same.forward(tensor(x)).data<double>().ToArray();

            Assert.Contains(0, mask);
            var found = DropoutRegularizationExercises.InvertedForward.Answer.Answer(x, mask, p);
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(-1.5, 0.2)]
    [InlineData(0.7, 0.8)]
    public void Moments_are_those_of_a_simulation(double x, double p)
    {
        using var scope = NewDisposeScope();
        const int Draws = 200_000;
        var outputs = new SeededDropout(p, seed: 5).forward(full(Draws, x, dtype: float64));
        double mean = outputs.mean().ToDouble(), variance = outputs.var().ToDouble();

        var (expectedMean, expectedVariance) = DropoutRegularizationExercises.Moments.Answer.Answer(x, p);

        double error = Math.Sqrt(expectedVariance / Draws);
        Assert.InRange(mean, expectedMean - 4 * error, expectedMean + 4 * error);
        Assert.Equal(expectedVariance, variance, expectedVariance * 0.02);
    }

    [Fact]
    public void The_layer_at_test_is_the_mean_over_all_masks_and_that_of_the_layer_that_scales_at_test()
    {
        double[] w = [0.7, -1.3, 2], h = [1.5, 2, -0.4];
        const double B = 0.6, P = 0.3;
        double mean = Masks(3).Sum(mask => Chance(mask, P) * (B + mask.Select((kept, i) => kept * w[i] * h[i]).Sum()));
        using var scope = NewDisposeScope();
        var layer = new SeededDropout(P, seed: 1, DropoutScaling.AtTest);
        layer.eval();

        var (testWeights, testBias) = DropoutRegularizationExercises.TestLayer.Answer.Answer(w, B, P);

        Assert.Equal(mean, testBias + testWeights.Zip(h, (a, b) => a * b).Sum(), 1e-12);
        Assert.Equal(mean, (layer.forward(tensor(h)) * tensor(w)).sum().ToDouble() + B, 1e-6);
    }

    [Fact]
    public void The_mean_of_all_networks_is_that_of_a_simulation_and_their_normalised_geometric_mean_is_one_pass()
    {
        using var scope = NewDisposeScope();
        double[] w = [2, -1, 1.5], x = [1, 0.5, -2];
        const double B = 0.4, P = 0.4;
        const int Draws = 200_000;
        var noisy = new SeededDropout(P, seed: 7).forward(tensor(x).unsqueeze(0).expand(Draws, 3));
        var outputs = ((noisy * tensor(w)).sum(1) + B).sigmoid();
        double error = Math.Sqrt(outputs.var().ToDouble() / Draws);

        double found = DropoutRegularizationExercises.AllMasks.Answer.Answer(w, B, x, P);

        Assert.InRange(outputs.mean().ToDouble(), found - 4 * error, found + 4 * error);

        double Logit(double[] mask) => B + mask.Select((kept, i) => kept * w[i] * x[i] / (1 - P)).Sum();
        double yes = Math.Exp(Masks(3).Sum(mask => Chance(mask, P) * Math.Log(1 / (1 + Math.Exp(-Logit(mask))))));
        double no = Math.Exp(Masks(3).Sum(mask => Chance(mask, P) * Math.Log(1 / (1 + Math.Exp(Logit(mask))))));
        Assert.Equal(1 / (1 + Math.Exp(-Logit([1 - P, 1 - P, 1 - P]))), yes / (yes + no), 1e-12);
        Assert.NotEqual(yes / (yes + no), found, 0.01);
    }

    [Fact]
    public void Automatic_differentiation_finds_the_gradients()
    {
        using var scope = NewDisposeScope();
        double[,] w = { { 0.5, -1, 2 }, { 1.5, 0.3, -0.7 } };
        double[] h = [1.2, -0.8, 0.4], mask = [1, 0, 1], dz = [0.9, -1.1];
        const double P = 0.35;
        var (weights, units) = (tensor(w), tensor(h));
        weights.requires_grad = units.requires_grad = true;
        (weights.matmul(units * tensor(mask) / (1 - P)) * tensor(dz)).sum().backward();

        var (dw, dh) = DropoutRegularizationExercises.MaskedGradients.Answer.Answer(w, h, mask, P, dz);

        Assert.Equal(weights.grad!.data<double>().ToArray(), dw.Cast<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(units.grad!.data<double>().ToArray(), dh, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void The_ridge_strengths_are_what_all_masks_add_to_the_error()
    {
        double[,] x = { { 1, -2 }, { 0.5, 3 }, { -1.5, 0.25 } };
        double[] y = [1, -1, 2], w = [0.8, -0.6];
        const double P = 0.3;
        double ErrorOf(double[] mask) => Enumerable.Range(0, 3).Sum(
            i => Math.Pow(y[i] - mask.Select((factor, j) => factor * x[i, j] * w[j]).Sum(), 2));
        double over = Masks(2).Sum(mask => Chance(mask, P) * ErrorOf([.. mask.Select(kept => kept / (1 - P))]));

        var strengths = DropoutRegularizationExercises.RidgeStrengths.Answer.Answer(x, P);

        Assert.Equal(over - ErrorOf([1, 1]), strengths.Zip(w, (strength, weight) => strength * weight * weight).Sum(), 1e-12);
    }

    [Fact]
    public void The_schedule_gives_the_early_rate()
    {
        static double Rate(double p, int cutoff, int step, int steps) =>
            new DropSchedule { Timing = DropTiming.Early, Rate = p, Cutoff = (cutoff + 0.5) / steps }.At(step, steps);

        for (int seed = 0; seed < 10; seed++)
        {
            var result = DropoutRegularizationExercises.EarlyRate.Check(Rate, seed);
            Assert.True(result.State == ExerciseState.Correct, result.ToString());
        }
    }

    [Fact]
    public void The_direction_variance_follows_from_the_mean_of_unit_vectors()
    {
        static double FromMean(double[,] g)
        {
            using var scope = NewDisposeScope();
            var gradients = tensor(g);
            var units = gradients / gradients.square().sum(1, keepdim: true).sqrt();
            double count = g.GetLength(0);
            return (1 - units.mean([0]).square().sum().ToDouble()) * count / (count - 1);
        }

        for (int seed = 0; seed < 10; seed++)
        {
            var result = DropoutRegularizationExercises.DirectionVariance.Check(FromMean, seed);
            Assert.True(result.State == ExerciseState.Correct, result.ToString());
        }
    }

    private static IEnumerable<double[]> Masks(int units) =>
        Enumerable.Range(0, 1 << units).Select(bits => Enumerable.Range(0, units).Select(i => (double)(bits >> i & 1)).ToArray());

    private static double Chance(double[] mask, double p) =>
        mask.Aggregate(1.0, (product, kept) => product * (kept > 0 ? 1 - p : p));
}
