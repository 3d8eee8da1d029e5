using Tortue.Exercises;

namespace Tortue.DepthScaling;

public static partial class DepthScalingExercises
{
    /// <summary>Exercise 6.17: what batch normalisation makes of a batch of two.</summary>
    public static
        FunctionExercise<
            Func<double, double, double, (double First, double Second)>,
            (double A, double B, double Epsilon), (double First, double Second)>
        BatchOfTwo
    { get; } = new()
    {
        Id = "6.17",
        Title = DepthScalingText.TwoExerciseTitle,
        Arguments = ["a", "b", "epsilon"],
        Inputs = random =>
        [
            (3, 1, 1e-5), (1, 3, 1e-5), (1, 1, 1e-5),
            .. Draw(17, () => (Between(random, 0.1, 3), Between(random, -3, -0.1), Between(random, 0.01, 1))),
        ],
        Call = (norm, input) => norm(input.A, input.B, input.Epsilon),
        Answer = SourceCode.Of<Func<double, double, double, (double First, double Second)>>((a, b, epsilon) =>
        {
            var half = (a - b) / 2;             // from their mean to either
            var normalised = half / Math.Sqrt(half * half + epsilon);
            return (normalised, -normalised);
        }),
        Misconceptions =
        [
            new((a, b, epsilon) => Opposite((a - b) / 2 / Math.Sqrt((a - b) * (a - b) / 2 + epsilon)), DepthScalingText.TwoUnbiased),
            new((a, b, epsilon) => Opposite((a - b) / 2 / (Math.Abs(a - b) / 2 + epsilon)), DepthScalingText.TwoEpsilonOutside),
            new((a, b, epsilon) => Opposite((a - b) / 2 / ((a - b) * (a - b) / 4 + epsilon)), DepthScalingText.TwoByVariance),
            new((a, b, _) => Opposite((a - b) / 2 / Math.Sqrt((a - b) * (a - b) / 4)), DepthScalingText.TwoWithoutEpsilon),
            new((a, b, _) => Opposite(Math.Sign(a - b)), DepthScalingText.TwoSign),
            new((a, b, epsilon) => Opposite((b - a) / 2 / Math.Sqrt((a - b) * (a - b) / 4 + epsilon)), DepthScalingText.TwoSwapped),
            new(
                (a, b, epsilon) => (a / Math.Sqrt((a - b) * (a - b) / 4 + epsilon), b / Math.Sqrt((a - b) * (a - b) / 4 + epsilon)),
                DepthScalingText.TwoWithoutMean),
            new((a, b, epsilon) => Opposite((a - b) / Math.Sqrt((a - b) * (a - b) / 4 + epsilon)), DepthScalingText.TwoWholeDifference),
        ],
        Hints = [DepthScalingText.TwoHint1, DepthScalingText.TwoHint2],
        Explanation = DepthScalingText.TwoExplanation,
    };

    /// <summary>
    /// Exercise 6.18: how much block k changes the state that it meets, where every branch ends in batch normalisation: as α_L does, but
    /// layer by layer.
    /// </summary>
    public static FunctionExercise<Func<int, double, double>, (int K, double Q), double> NormalisedShare { get; } = new()
    {
        Id = "6.18",
        Title = DepthScalingText.ShareExerciseTitle,
        Arguments = ["k", "q"],
        Inputs = random => [(1, 1), (1, 4), (10, 1), .. Draw(17, () => (random.Next(2, 1001), Between(random, 0.2, 5)))],
        Call = (share, input) => share(input.K, input.Q),
        Answer = SourceCode.Of<Func<int, double, double>>((k, q) => 1 / Math.Sqrt(q + k - 1)),
        Misconceptions =
        [
            new((k, q) => 1 / Math.Sqrt(q + k), DepthScalingText.ShareWithOwn),
            new((k, q) => 1 / (q + k - 1), DepthScalingText.ShareNotRoot),
            new((k, _) => 1 / Math.Sqrt(k), DepthScalingText.ShareWithoutStart),
            new((_, q) => 1 / Math.Sqrt(q), DepthScalingText.ShareWithoutGrowth),
            new((k, q) => 1 / (Math.Sqrt(q) + k - 1), DepthScalingText.ShareNormsAdded),
            new((k, q) => 1 / Math.Sqrt(q * Math.Pow(2, k - 1)), DepthScalingText.ShareDoubled),
            new((k, q) => Math.Sqrt(q + k - 1), DepthScalingText.ShareOfState),
        ],
        Hints = [DepthScalingText.ShareHint1, DepthScalingText.ShareHint2],
        Explanation = DepthScalingText.ShareExplanation,
    };

    private static (double First, double Second) Opposite(double first) => (first, -first);
}
