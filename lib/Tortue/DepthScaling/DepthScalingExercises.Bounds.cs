using Tortue.Exercises;

namespace Tortue.DepthScaling;

public static partial class DepthScalingExercises
{
    /// <summary>Exercise 6.5: what Proposition 2 of the course's notes on scaling deep ResNets says of ‖h_L − h_0‖²/‖h_0‖²; ∞ where it says nothing.</summary>
    public static FunctionExercise<Func<int, double, double, double>, (int L, double Alpha, double Delta), double> Proposition2 { get; } = new()
    {
        Id = "6.5",
        Title = DepthScalingText.PromiseTitle,
        Arguments = ["L", "alpha", "delta"],
        Inputs = random => [(100, 0.05, 0.1), (100, 0.5, 0.1), .. Draw(20, () => PromiseInput(random))],
        Call = (bound, input) => bound(input.L, input.Alpha, input.Delta),
        Answer = SourceCode.Of<Func<int, double, double, double>>((L, alpha, delta) =>
        {
            var product = L * alpha * alpha;
            return product <= 1 ? 2 * product / delta : double.PositiveInfinity;
        }),
        Misconceptions =
        [
            new((L, alpha, delta) => 2 * L * alpha * alpha / delta, DepthScalingText.PromiseWithoutCondition),
            new((L, alpha, delta) => WhereItApplies(L, alpha, L * alpha * alpha / delta), DepthScalingText.PromiseWithoutTwo),
            new((L, alpha, delta) => WhereItApplies(L, alpha, 2 * L * alpha / delta), DepthScalingText.ChangeAlphaNotSquared),
            new((L, alpha, delta) => L * alpha <= 1 ? 2 * L * alpha * alpha / delta : double.PositiveInfinity,
                DepthScalingText.PromiseOtherCondition),
            new((L, alpha, delta) => WhereItApplies(L, alpha, 2 * L * alpha * alpha / (1 - delta)), DepthScalingText.PromiseOneMinusDelta),
            new((L, alpha, delta) => WhereItApplies(L, alpha, Math.Sqrt(2 * L * alpha * alpha / delta)), DepthScalingText.ChangeIsRoot),
        ],
        Hints = [DepthScalingText.PromiseHint1, DepthScalingText.PromiseHint2],
        Explanation = DepthScalingText.PromiseExplanation,
    };

    /// <summary>
    /// Exercise 6.6: the smallest depth at which Proposition 2 promises ‖h_L − h_0‖ ≤ ε ‖h_0‖ with probability at least 1 − δ, for α_L =
    /// L^(−β) with β above ½.
    /// </summary>
    public static
        FunctionExercise<Func<double, double, double, int>, (double Beta, double Epsilon, double Delta), int>
        PromisedDepth
    { get; } = new()
    {
        Id = "6.6",
        Title = DepthScalingText.DepthTitle,
        Arguments = ["beta", "epsilon", "delta"],
        Inputs = random => [(1, 0.1, 0.3), (0.75, 0.3, 0.3), .. Draw(20, () => DepthInput(random))],
        Call = (depth, input) => depth(input.Beta, input.Epsilon, input.Delta),
        Answer = SourceCode.Of<Func<double, double, double, int>>((beta, epsilon, delta) =>
        {
            // 2 L^(1−2β) / δ ≤ ε² means that L^(2β−1) is at least
            var inverse = 2 / (delta * epsilon * epsilon);
            return (int)Math.Ceiling(Math.Pow(inverse, 1 / (2 * beta - 1)));
        }),
        Misconceptions =
        [
            new((beta, epsilon, delta) => Ceiling(2 / (delta * epsilon), beta), DepthScalingText.DepthNotSquared),
            new((beta, epsilon, delta) => Ceiling(2 / ((1 - delta) * epsilon * epsilon), beta), DepthScalingText.PromiseOneMinusDelta),
            new((beta, epsilon, delta) => Ceiling(1 / (delta * epsilon * epsilon), beta), DepthScalingText.PromiseWithoutTwo),
            new((beta, epsilon, delta) => (int)ExactDepth(2 / (delta * epsilon * epsilon), beta), DepthScalingText.DepthRoundedDown),
            new((_, epsilon, delta) => Ceiling(2 / (delta * epsilon * epsilon), 1), DepthScalingText.DepthWithoutBeta),
        ],
        Hints = [DepthScalingText.DepthHint1, DepthScalingText.DepthHint2],
        Explanation = DepthScalingText.DepthExplanation,
    };

    // Away from L α² = 1, where the last digit would decide whether the proposition applies.
    private static (int L, double Alpha, double Delta) PromiseInput(Random random)
    {
        int depth = random.Next(10, 1001);
        double product = random.Next(2) == 0 ? Between(random, 0.05, 0.9) : Between(random, 1.1, 5);
        return (depth, Math.Sqrt(product / depth), Between(random, 0.01, 0.4));
    }

    // Away from whole numbers, where the last digit would decide which way they are rounded.
    private static (double Beta, double Epsilon, double Delta) DepthInput(Random random)
    {
        while (true)
        {
            double beta = random.Next(2) == 0 ? 1 : 0.75;
            var (epsilon, delta) = (Between(random, 0.1, 0.5), Between(random, 0.05, 0.3));
            double depth = ExactDepth(2 / (delta * epsilon * epsilon), beta);
            if (Math.Abs(depth - Math.Round(depth)) > 0.01)
                return (beta, epsilon, delta);
        }
    }

    private static double WhereItApplies(int L, double alpha, double bound) => L * alpha * alpha <= 1 ? bound : double.PositiveInfinity;

    private static double ExactDepth(double inverse, double beta) => Math.Pow(inverse, 1 / (2 * beta - 1));

    private static int Ceiling(double inverse, double beta) => (int)Math.Ceiling(ExactDepth(inverse, beta));
}
