using Tortue.Exercises;

namespace Tortue.DepthScaling;

public static partial class DepthScalingExercises
{
    // Beyond this depth a search layer by layer takes its time.
    private const int DeepestSearch = 2000;

    /// <summary>
    /// Exercise 6.7: the first step from Proposition 2 to Corollary 4 (i): L α_L² for α_L = L^(−β), and whether it is at most 1.
    /// </summary>
    public static
        FunctionExercise<Func<int, double, (double Product, bool Applies)>, (int L, double Beta), (double Product, bool Applies)>
        CorollaryProduct
    { get; } = new()
    {
        Id = "6.7",
        Title = DepthScalingText.ProductExerciseTitle,
        Arguments = ["L", "beta"],
        Inputs = random => [(100, 1), (50, 0.75), (64, 0.5), (100, 0.25), .. Draw(20, () => ProductInput(random))],
        Call = (product, input) => product(input.L, input.Beta),
        Answer = SourceCode.Of<Func<int, double, (double Product, bool Applies)>>((L, beta) =>
        {
            var product = Math.Pow(L, 1 - 2 * beta);
            return (product, beta >= 0.5);
        }),
        Misconceptions =
        [
            new((L, beta) => (Math.Pow(L, 1 - beta), beta >= 0.5), DepthScalingText.ChangeAlphaNotSquared),
            new((L, beta) => (Math.Pow(L, 1 - beta), beta >= 1), DepthScalingText.ChangeAlphaNotSquared),
            new((L, beta) => (Math.Pow(L, 2 - 2 * beta), beta >= 0.5), DepthScalingText.ProductDepthSquared),
            new((L, beta) => (Math.Pow(L, 2 - 2 * beta), beta >= 1), DepthScalingText.ProductDepthSquared),
            new((L, beta) => (Alpha2(L, beta), beta >= 0.5), DepthScalingText.ProductWithoutDepth),
            new((L, beta) => (Alpha2(L, beta), true), DepthScalingText.ProductWithoutDepth),
            new((L, beta) => (Math.Pow(L, 1 - 2 * beta), beta > 0.5), DepthScalingText.ProductStrict),
            new((L, beta) => (Math.Pow(L, 1 - 2 * beta), beta >= 1), DepthScalingText.PromiseOtherCondition),
            new((L, beta) => (Math.Pow(L, 1 - 2 * beta), beta <= 0.5), DepthScalingText.ProductTurnedAround),
        ],
        Hints = [DepthScalingText.ProductHint1, DepthScalingText.ProductHint2],
        Explanation = DepthScalingText.ProductExplanation,
    };

    /// <summary>
    /// Exercise 6.8: the second step: a bound on P(‖h_L − h_0‖/‖h_0‖ &gt; ε), from the free choice of δ in Proposition 2.
    /// </summary>
    public static
        FunctionExercise<Func<int, double, double, double>, (int L, double Beta, double Epsilon), double>
        CorollaryProbability
    { get; } = new()
    {
        Id = "6.8",
        Title = DepthScalingText.FailureExerciseTitle,
        Arguments = ["L", "beta", "epsilon"],
        Inputs = random => [(100, 1, 0.5), (10, 0.75, 0.1), .. Draw(20, () => FailureInput(random))],
        Call = (failure, input) => failure(input.L, input.Beta, input.Epsilon),
        Answer = SourceCode.Of<Func<int, double, double, double>>((L, beta, epsilon) =>
        {
            // the δ whose bound is ε²
            var delta = 2 * Math.Pow(L, 1 - 2 * beta) / (epsilon * epsilon);
            return Math.Min(delta, 1);
        }),
        Misconceptions =
        [
            new((L, beta, epsilon) => 2 * L * Alpha2(L, beta) / (epsilon * epsilon), DepthScalingText.FailureAboveOne),
            new((L, beta, epsilon) => AtMostOne(2 * L * Alpha2(L, beta) / epsilon), DepthScalingText.DepthNotSquared),
            new((L, beta, epsilon) => AtMostOne(L * Alpha2(L, beta) / (epsilon * epsilon)), DepthScalingText.PromiseWithoutTwo),
            new((L, beta, epsilon) => 1 - AtMostOne(2 * L * Alpha2(L, beta) / (epsilon * epsilon)), DepthScalingText.FailureOfStaying),
            new(
                (L, beta, epsilon) => AtMostOne(2 * Math.Pow(L, 1 - beta) / (epsilon * epsilon)),
                DepthScalingText.ChangeAlphaNotSquared),
            new((L, beta, epsilon) => AtMostOne(2 * Alpha2(L, beta) / (epsilon * epsilon)), DepthScalingText.ProductWithoutDepth),
            new((L, beta, epsilon) => AtMostOne(epsilon * epsilon / (2 * L * Alpha2(L, beta))), DepthScalingText.FailureUpsideDown),
        ],
        Hints = [DepthScalingText.FailureHint1, DepthScalingText.FailureHint2],
        Explanation = DepthScalingText.FailureExplanation,
    };

    /// <summary>
    /// Exercise 6.9: the last step: a δ that goes to 0 with the depth, and slowly enough for the bound of Proposition 2 to do so too.
    /// </summary>
    public static FunctionExercise<Func<double, double, double>, double, object?> CorollaryLimit { get; } = new()
    {
        Id = "6.9",
        Title = DepthScalingText.DeltaExerciseTitle,
        Arguments = ["beta"],
        Inputs = random => [1, 0.75, 2, 0.55, .. Draw(6, () => Between(random, 0.55, 2))],
        Call = (delta, beta) => ChoiceOfDelta.Of(delta, beta),
        Answer = SourceCode.Of<Func<double, double, double>>((L, beta) => Math.Pow(L, (1 - 2 * beta) / 2)),
        Misconceptions =
        [
            new((_, _) => 0.05, DepthScalingText.DeltaConstant),
            new((L, beta) => Math.Pow(L, 1 - 2 * beta), DepthScalingText.DeltaTooFast),
            new((L, _) => 1 / L, DepthScalingText.DeltaWithoutBeta),
            new((L, beta) => Math.Pow(L, -beta), DepthScalingText.DeltaWithoutBeta),
            new((L, _) => 1 / Math.Sqrt(L), DepthScalingText.DeltaWithoutBeta),
            new((L, beta) => 1 - Math.Pow(L, (1 - 2 * beta) / 2), DepthScalingText.DeltaOfSuccess),
            new((L, beta) => Math.Pow(L, (2 * beta - 1) / 2), DepthScalingText.DeltaGrows),
        ],
        Hints = [DepthScalingText.DeltaHint1, DepthScalingText.DeltaHint2, DepthScalingText.DeltaHint3],
        Explanation = DepthScalingText.DeltaExplanation,
    };

    /// <summary>
    /// Exercise 6.10: the smallest depth at which Markov's inequality with the exact mean of res-3 and ReLU promises ‖h_L − h_0‖ ≤ ε ‖h_0‖
    /// with probability at least 1 − δ, for α_L = L^(−β) with β above ½.
    /// </summary>
    public static
        FunctionExercise<Func<double, double, double, int>, (double Beta, double Epsilon, double Delta), int>
        SharperDepth
    { get; } = new()
    {
        Id = "6.10",
        Title = DepthScalingText.SharperExerciseTitle,
        Arguments = ["beta", "epsilon", "delta"],
        Inputs = random => [(1, 0.1, 0.3), (0.75, 0.3, 0.3), .. Draw(12, () => SharperInput(random))],
        Call = (depth, input) => depth(input.Beta, input.Epsilon, input.Delta),
        Answer = SourceCode.Of<Func<double, double, double, int>>((beta, epsilon, delta) =>
        {
            var L = 1;
            while (Math.Pow(1 + 0.5 * Math.Pow(L, -2 * beta), L) - 1 > delta * epsilon * epsilon)
                L++;

            return L;
        }),
        Misconceptions =
        [
            new((beta, epsilon, delta) => Ceiling(2 / (delta * epsilon * epsilon), beta), DepthScalingText.SharperIsProposition),
            new((beta, epsilon, delta) => FirstDepth(beta, 0.5, delta * epsilon), DepthScalingText.SharperNotSquared),
            new((beta, epsilon, delta) => FirstDepth(beta, 0.5, (1 - delta) * epsilon * epsilon), DepthScalingText.PromiseOneMinusDelta),
            new((beta, epsilon, delta) => FirstDepth(beta, 1, delta * epsilon * epsilon), DepthScalingText.ChangeWithoutHalf),
            new((beta, epsilon, delta) => FirstDepth(beta, 0.5, delta * epsilon * epsilon) - 1, DepthScalingText.SharperOneLess),
            new((beta, epsilon, _) => FirstDepth(beta, 0.5, epsilon * epsilon), DepthScalingText.SharperWithoutDelta),
            new((beta, epsilon, delta) => Ceiling(0.5 / (delta * epsilon * epsilon), beta), DepthScalingText.SharperFirstOrder),
        ],
        Hints = [DepthScalingText.SharperHint1, DepthScalingText.SharperHint2],
        Explanation = DepthScalingText.SharperExplanation,
    };

    // Where β is ½, a power of 4 has a root without rounding, so that L α² is 1 in whatever way it is computed.
    private static (int L, double Beta) ProductInput(Random random) =>
        random.Next(5) == 0
            ? (1 << (2 * random.Next(1, 6)), 0.5)
            : (random.Next(2, 1001), random.Next(2) == 0 ? Between(random, 0.1, 0.45) : Between(random, 0.55, 1.5));

    private static (int L, double Beta, double Epsilon) FailureInput(Random random)
    {
        var (depth, beta) = (random.Next(10, 1001), Between(random, 0.6, 1.2));
        double delta = random.Next(3) == 0 ? Between(random, 1.3, 4) : Between(random, 0.02, 0.9);
        return (depth, beta, Math.Round(Math.Sqrt(2 * depth * Alpha2(depth, beta) / delta), 5));
    }

    // Away from depths where the last digit of the mean would decide.
    private static (double Beta, double Epsilon, double Delta) SharperInput(Random random)
    {
        while (true)
        {
            double beta = random.Next(2) == 0 ? 1 : 0.75;
            var (epsilon, delta) = (Between(random, 0.1, 0.5), Between(random, 0.05, 0.3));
            double largest = delta * epsilon * epsilon;
            if (ExactDepth(0.5 / largest, beta) > DeepestSearch)
                continue;
            int depth = FirstDepth(beta, 0.5, largest);
            if (IsClear(depth) && IsClear(depth - 1))
                return (beta, epsilon, delta);

            bool IsClear(int layers) => Math.Abs(MeanChange(layers, beta, 0.5) / largest - 1) > 1e-6;
        }
    }

    private static int FirstDepth(double beta, double gain, double largest)
    {
        int depth = 1;
        while (MeanChange(depth, beta, gain) > largest)
            depth++;
        return depth;
    }

    private static double MeanChange(int depth, double beta, double gain) => Growth(depth, gain * Alpha2(depth, beta)) - 1;

    private static double AtMostOne(double probability) => Math.Min(probability, 1);
}
