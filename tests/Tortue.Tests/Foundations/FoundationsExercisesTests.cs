using Tortue.Exercises;
using Tortue.Foundations;
using Tortue.Tests.Exercises;
using Xunit;
using static Tortue.Exercises.Blanks;

namespace Tortue.Tests.Foundations;

public sealed class FoundationsExercisesTests
{
    public static TheoryData<int> Indices => [.. Enumerable.Range(0, FoundationsExercises.All.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Solutions_are_right_and_each_named_mistake_gets_its_own_message(int index) =>
        Soundness.Assert(FoundationsExercises.All[index]);

    [Fact]
    public void Starter_cells_are_not_attempted_yet()
    {
        double[] Softmax(double[] z) => ____!;
        double CrossEntropy(double[] z, int y) => z[y] - ____;
        double[] LogisticGradient(double[] w, double[] x, int y) => [.. x.Select(xi => ____ * xi)];
        int StepsPerEpoch(int examples, int batch) => ____ + 1;
        int BestEpoch(double[] validationLoss, int patience) => ____;
        double MomentumPath(double[] gradients, double rate, double beta) => ____;
        double AdamPath(double[] gradients, double rate, double beta1, double beta2) => ____;
        int ConvolutionOutput(int n, int k, int padding, int stride) => ____;
        int ConvolutionParameters(int inputChannels, int filters, int k) => ____;
        double[] Correlate(double[] x, double[] w) => ____!;

        CheckResult[] results =
        [
            FoundationsExercises.Softmax.Check(Softmax),
            FoundationsExercises.CrossEntropy.Check(CrossEntropy),
            FoundationsExercises.LogisticGradient.Check(LogisticGradient),
            FoundationsExercises.StepsPerEpoch.Check(StepsPerEpoch),
            FoundationsExercises.BestEpoch.Check(BestEpoch),
            FoundationsExercises.MomentumPath.Check(MomentumPath),
            FoundationsExercises.AdamPath.Check(AdamPath),
            FoundationsExercises.ConvolutionOutput.Check(ConvolutionOutput),
            FoundationsExercises.ConvolutionParameters.Check(ConvolutionParameters),
            FoundationsExercises.Correlate.Check(Correlate),
        ];

        Assert.All(results, result => Assert.Equal(ExerciseState.NotAttempted, result.State));
        Assert.Equal(FoundationsExercises.All.Count, results.Length);
    }
}
