using TorchSharp;
using Tortue.Exercises;
using Tortue.Initialization;
using Tortue.Tests.Exercises;
using Xunit;
using static Tortue.Exercises.Blanks;

namespace Tortue.Tests.Initialization;

[Collection(nameof(OneGenerator))]
public sealed class InitializationExercisesTests
{
    private const int Draws = 200_000;

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, InitializationExercises.All.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Solutions_are_right_and_each_named_mistake_gets_its_own_message(int index) =>
        Soundness.Assert(InitializationExercises.All[index]);

    [Fact]
    public void Starter_cells_are_not_attempted_yet()
    {
        double OddMeanSquare(Func<double, double> f, double sd) => ____;
        double OddCondition(int nIn, double slope) => ____;
        (double Sigma, double A) GlorotLaws(int nIn, int nOut)
        {
            double sigma = ____;
            double a = ____;
            return (sigma, a);
        }

        (double Forward, double Backward) GlorotFactors(int nIn, int nOut)
        {
            double forward = ____;
            double backward = ____;
            return (forward, backward);
        }

        double ReluMeanSquare(double variance) => ____;
        double ReluCondition(int nIn) => ____;
        (double Sigma, double A) HeLaws(int fan)
        {
            double sigma = ____;
            double a = ____;
            return (sigma, a);
        }

        double LeakyGain(double slope) => ____;
        double VarianceAtDepth(int L, int n, double weightVariance, double firstVariance) => ____;
        int VanishedLayer(double share) => ____;
        double[,] LsuvStep(double[,] weights, double[,] z) => ____!;
        double DeadShare(double[,] z) => ____;

        CheckResult[] results =
        [
            InitializationExercises.OddMeanSquare.Check(OddMeanSquare),
            InitializationExercises.OddCondition.Check(OddCondition),
            InitializationExercises.GlorotLaws.Check(GlorotLaws),
            InitializationExercises.GlorotFactors.Check(GlorotFactors),
            InitializationExercises.ReluMeanSquare.Check(ReluMeanSquare),
            InitializationExercises.ReluCondition.Check(ReluCondition),
            InitializationExercises.HeLaws.Check(HeLaws),
            InitializationExercises.LeakyGain.Check(LeakyGain),
            InitializationExercises.VarianceAtDepth.Check(VarianceAtDepth),
            InitializationExercises.VanishedLayer.Check(VanishedLayer),
            InitializationExercises.LsuvStep.Check(LsuvStep),
            InitializationExercises.DeadShare.Check(DeadShare),
        ];

        Assert.All(results, result => Assert.Equal(ExerciseState.NotAttempted, result.State));
        Assert.Equal(InitializationExercises.All.Count, results.Length);
    }

    [Fact]
    public void An_answer_half_given_is_no_attempt()
    {
        var result = InitializationExercises.GlorotLaws.Check((nIn, nOut) => (Math.Sqrt(2.0 / (nIn + nOut)), ____));

        Assert.Equal(ExerciseState.NotAttempted, result.State);
    }

    [Fact]
    public void A_mean_square_by_drawing_numbers_is_near_enough()
    {
        using var generator = new torch.Generator(1);
        double MeanSquare(Func<double, double> f, double sd)
        {
            using var z = torch.randn(Draws, torch.float64, generator: generator) * sd;
            return z.data<double>().Average(value => f(value) * f(value));
        }

        var result = InitializationExercises.OddMeanSquare.Check(MeanSquare, seed: 1);

        Assert.True(result.State == ExerciseState.Correct, result.ToString());
    }

    [Fact]
    public void The_mean_square_of_tanh_is_the_one_that_the_explanation_tells()
    {
        double MeanSquare(double sd) => InitializationExercises.OddMeanSquare.Answer.Answer(Math.Tanh, sd);

        Assert.Equal(0.394, MeanSquare(1), 0.0005);
        Assert.Equal(0.0098, MeanSquare(0.1), 0.00005);
        Assert.Contains("0.394", InitializationExercises.OddMeanSquare.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-6, 9)]
    [InlineData(1.17549435e-38, 50)]
    public void The_default_fades_out_where_the_explanation_says(double share, int layer)
    {
        Assert.Equal(layer, InitializationExercises.VanishedLayer.Answer.Answer(share));
        Assert.Contains($"layer {layer}", InitializationExercises.VanishedLayer.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Logarithms_find_the_same_layer()
    {
        static int Layer(double share) => (int)Math.Floor(Math.Log(1 / share) / Math.Log(6)) + 2;

        var result = InitializationExercises.VanishedLayer.Check(Layer, seed: 1);

        Assert.True(result.State == ExerciseState.Correct, result.ToString());
    }

    [Fact]
    public void The_variance_at_a_depth_is_that_of_a_network_drawn_many_times()
    {
        const int depth = 4, width = 64, networks = 400;
        const double weightVariance = 0.025;
        torch.manual_seed(1);
        using var scope = torch.NewDisposeScope();
        var z = torch.randn(networks, width, 1, torch.float64);
        for (int layer = 2; layer <= depth; layer++)
            z = torch.bmm(torch.randn(networks, width, width, torch.float64) * Math.Sqrt(weightVariance), z.relu());

        double measured = (z * z).mean().item<double>();

        double expected = InitializationExercises.VarianceAtDepth.Answer.Answer(depth, width, weightVariance, 1);
        Assert.Equal(expected, measured, 0.05 * expected);
    }
}
