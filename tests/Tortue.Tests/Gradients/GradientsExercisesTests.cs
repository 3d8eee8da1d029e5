using Tortue.Exercises;
using Tortue.Gradients;
using Tortue.Tests.Exercises;
using Xunit;
using static Tortue.Exercises.Blanks;

namespace Tortue.Tests.Gradients;

public sealed class GradientsExercisesTests
{
    public static TheoryData<int> Indices => [.. Enumerable.Range(0, GradientsExercises.All.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Solutions_are_right_and_each_named_mistake_gets_its_own_message(int index) =>
        Soundness.Assert(GradientsExercises.All[index]);

    [Fact]
    public void Starter_cells_are_not_attempted_yet()
    {
        (double[] B, double[,] W) ParameterGradients(double[] delta, double[] a)
        {
            double[] b = ____!;
            double[,] w = ____!;
            return (b, w);
        }

        double[] LastDelta(double[] z, double[] y) => ____!;
        double[] DeltaRecursion(double[,] wNext, double[] deltaNext, double[] slope, double[] slopeNext) => ____!;
        double SteepestSlope(Func<double, double> f) => ____;
        double[] DeltaBound(double[][,] weights, double[] deltaLast, double gamma) => ____!;
        int VanishingDepth(double gamma, double norm, double share) => ____;
        double[] ClipByNorm(double[] gradient, double most) => ____!;
        double[] BatchNorm(double[] x, double gamma, double beta, double epsilon) => ____!;
        double ResidualVariance(int L, double beta, bool batchNorm) => ____;
        double Autocorrelation(double[] g, int lag) => ____;
        (int Plain, int Residual) ShatteredDepth(double share, double beta)
        {
            int plain = ____;
            int residual = ____;
            return (plain, residual);
        }

        double[,] FilterNormalise(double[,] direction, double[,] theta) => ____!;
        double FixupFactor(int L, int m) => ____;

        CheckResult[] results =
        [
            GradientsExercises.ParameterGradients.Check(ParameterGradients),
            GradientsExercises.LastDelta.Check(LastDelta),
            GradientsExercises.DeltaRecursion.Check(DeltaRecursion),
            GradientsExercises.SteepestSlope.Check(SteepestSlope),
            GradientsExercises.DeltaBound.Check(DeltaBound),
            GradientsExercises.VanishingDepth.Check(VanishingDepth),
            GradientsExercises.ClipByNorm.Check(ClipByNorm),
            GradientsExercises.BatchNorm.Check(BatchNorm),
            GradientsExercises.ResidualVariance.Check(ResidualVariance),
            GradientsExercises.Autocorrelation.Check(Autocorrelation),
            GradientsExercises.ShatteredDepth.Check(ShatteredDepth),
            GradientsExercises.FilterNormalise.Check(FilterNormalise),
            GradientsExercises.FixupFactor.Check(FixupFactor),
        ];

        Assert.All(results, result => Assert.Equal(ExerciseState.NotAttempted, result.State));
        Assert.Equal(GradientsExercises.All.Count, results.Length);
    }

    [Fact]
    public void The_transposed_recursion_is_named_also_when_it_is_written_over_rows()
    {
        static double[] OverRows(double[,] wNext, double[] deltaNext, double[] slope, double[] slopeNext)
        {
            var delta = new double[wNext.GetLength(0)];
            for (int j = 0; j < delta.Length; j++)
            {
                for (int k = 0; k < wNext.GetLength(1); k++)
                    delta[j] += wNext[j, k] * deltaNext[k] * slope[j];
            }

            return delta;
        }

        var result = GradientsExercises.DeltaRecursion.Check(OverRows, seed: 1);

        Assert.Equal(GradientsExercises.DeltaRecursion.Misconceptions[0].Message, result.Message);
    }

    [Fact]
    public void Logarithms_find_the_same_depths()
    {
        var vanishing = GradientsExercises.VanishingDepth.Check(
            (gamma, norm, share) => 2 + (int)Math.Floor(Math.Log(share) / Math.Log(gamma * norm)), seed: 1);
        var shattered = GradientsExercises.ShatteredDepth.Check(
            (share, beta) => ((int)Math.Ceiling(Math.Log2(1 / share)), (int)Math.Ceiling(1 / Math.Pow(beta * share, 2))), seed: 1);

        Assert.True(vanishing.State == ExerciseState.Correct, vanishing.ToString());
        Assert.True(shattered.State == ExerciseState.Correct, shattered.ToString());
    }

    [Fact]
    public void A_step_ten_times_finer_gives_the_same_steepest_slope()
    {
        static double Finer(Func<double, double> f) =>
            Enumerable.Range(-10_000, 20_001).Max(i => Math.Abs(f(i / 1000.0 + 1e-4) - f(i / 1000.0 - 1e-4)) / 2e-4);

        var result = GradientsExercises.SteepestSlope.Check(Finer, seed: 1);

        Assert.True(result.State == ExerciseState.Correct, result.ToString());
        Assert.Equal(1.1, Finer(z => z / (1 + Math.Exp(-z))), 0.001);
    }
}
