using Tortue.DepthScaling;
using Tortue.Exercises;
using Tortue.Models;
using Tortue.Tests.Exercises;
using Xunit;
using static Tortue.Exercises.Blanks;

namespace Tortue.Tests.DepthScaling;

public sealed class DepthScalingExercisesTests
{
    public static TheoryData<int> Indices => [.. Enumerable.Range(0, DepthScalingExercises.All.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Solutions_are_right_and_each_named_mistake_gets_its_own_message(int index) =>
        Soundness.Assert(DepthScalingExercises.All[index]);

    [Fact]
    public void Starter_cells_are_not_attempted_yet()
    {
        double limit = ____;
        double ExpectedChange(int L, double beta, double v) => ____;
        (double Beta, double Limit) he = (____, ____);
        double ScaleFor(int L, double change) => ____;
        double Bound(int L, double alpha, double delta) => ____;
        int PromisedDepth(double beta, double epsilon, double delta) => ____;
        (double Product, bool Applies) Product(int L, double beta)
        {
            double product = ____;
            bool applies = ____;
            return (product, applies);
        }

        double Exceeds(int L, double beta, double epsilon) => ____;
        double Delta(double L, double beta) => ____;
        int SharperDepth(double beta, double epsilon, double delta) => ____;
        double Covariance(int k, double H) => ____;
        (double Spread, double Drift) LogarithmicGrowth(int L, double H, double beta)
        {
            double spread = ____;
            double drift = ____;
            return (spread, drift);
        }

        double CriticalExponent(WeightPath weights, ResidualModel model)
        {
            if (weights.Hurst is double H)
                return model == ResidualModel.Res1 ? ____ : ____;

            return weights == WeightPath.Smooth ? ____ : ____;
        }

        double[] EulerNetwork(Func<double, double[,]> V, double[] h0, int L) => ____!;
        double Order(int L1, double error1, int L2, double error2) => ____;
        (double[] Increments, double[] Weights) CoarserPath(double[] fine, int d)
        {
            double[] increments = ____!;
            double[] weights = ____!;
            return (increments, weights);
        }

        (double First, double Second) BatchOfTwo(double a, double b, double epsilon) => (____, ____);
        double Share(int k, double q) => ____;

        CheckResult[] results =
        [
            DepthScalingExercises.IdentityLimit.Check(limit),
            DepthScalingExercises.ExpectedChange.Check(ExpectedChange),
            DepthScalingExercises.HeVariance.Check(he),
            DepthScalingExercises.ScaleFor.Check(ScaleFor),
            DepthScalingExercises.Proposition2.Check(Bound),
            DepthScalingExercises.PromisedDepth.Check(PromisedDepth),
            DepthScalingExercises.CorollaryProduct.Check(Product),
            DepthScalingExercises.CorollaryProbability.Check(Exceeds),
            DepthScalingExercises.CorollaryLimit.Check(Delta),
            DepthScalingExercises.SharperDepth.Check(SharperDepth),
            DepthScalingExercises.NoiseCovariance.Check(Covariance),
            DepthScalingExercises.LogarithmicGrowth.Check(LogarithmicGrowth),
            DepthScalingExercises.CriticalExponent.Check(CriticalExponent),
            DepthScalingExercises.EulerNetwork.Check(EulerNetwork),
            DepthScalingExercises.ConvergenceOrder.Check(Order),
            DepthScalingExercises.CoarserPath.Check(CoarserPath),
            DepthScalingExercises.BatchOfTwo.Check(BatchOfTwo),
            DepthScalingExercises.NormalisedShare.Check(Share),
        ];

        Assert.All(results, result => Assert.Equal(ExerciseState.NotAttempted, result.State));
        Assert.Equal(DepthScalingExercises.All.Count, results.Length);
    }

    [Theory]
    [InlineData(10, 0.5)]
    [InlineData(100, 1)]
    [InlineData(1000, 0.4)]
    public void SolutionsAgreeWithWhatTheChapterComputes(int depth, double beta)
    {
        var relu = new ResidualShape { Depth = depth, Beta = beta };
        double change = ExactGrowth.SquaredChange(relu)!.Value;
        Assert.Equal(change, DepthScalingExercises.ExpectedChange.Answer.Answer(depth, beta, 1), 1e-9 * change);
        Assert.Equal(relu.Alpha, DepthScalingExercises.ScaleFor.Answer.Answer(depth, change), 1e-9 * relu.Alpha);

        var bound = HiddenStateBounds.Proposition2(relu, 0.2);
        double expected = bound.Applies ? bound.Upper!.Value : double.PositiveInfinity;
        Assert.Equal(beta < 0.5, double.IsInfinity(expected));
        // Where L α² is 1 but for rounding, both sides decide for themselves.
        if (beta != 0.5)
            Assert.Equal(expected, DepthScalingExercises.Proposition2.Answer.Answer(depth, relu.Alpha, 0.2), 1e-12);
    }

    [Fact]
    public void TheLimitsAreThoseOfDeepNetworks()
    {
        var deep = new ResidualShape { Depth = ResidualShape.LargestDepth, Beta = 0.5, Activation = Activation.Identity };
        Assert.Equal(ExactGrowth.SquaredChange(deep)!.Value, DepthScalingExercises.IdentityLimit.Answer.Answer, 1e-4);
        var (beta, limit) = DepthScalingExercises.HeVariance.Answer.Answer;
        Assert.Equal(DepthScalingExercises.ExpectedChange.Answer.Answer(ResidualShape.LargestDepth, beta, 2), limit, 1e-4);
    }

    [Theory]
    [InlineData(1, 0.1, 0.3)]
    [InlineData(0.8, 0.31, 0.07)]
    public void ThePromisedDepthIsTheFirstAtWhichThePropositionPromisesIt(double beta, double epsilon, double delta)
    {
        int depth = DepthScalingExercises.PromisedDepth.Answer.Answer(beta, epsilon, delta);
        double Bound(int layers) => HiddenStateBounds.Proposition2(new() { Depth = layers, Beta = beta }, delta).Upper!.Value;
        Assert.True(Bound(depth) <= epsilon * epsilon);
        Assert.True(Bound(depth - 1) > epsilon * epsilon);
    }
}
