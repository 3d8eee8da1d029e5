using Tortue.Exercises;

namespace Tortue.DepthScaling;

public static partial class DepthScalingExercises
{
    /// <summary>
    /// Exercise 6.11: the covariance of fractional Gaussian noise, the increments of fractional Brownian motion, at a lag k.
    /// </summary>
    public static FunctionExercise<Func<int, double, double>, (int K, double H), double> NoiseCovariance { get; } = new()
    {
        Id = "6.11",
        Title = DepthScalingText.CovarianceExerciseTitle,
        Arguments = ["k", "H"],
        Inputs = random =>
        [
            (0, 0.3), (1, 0.5), (1, 0.3), (1, 0.8),
            .. Draw(16, () => (random.Next(0, 12), Between(random, 0.05, 0.95))),
        ],
        Call = (covariance, input) => covariance(input.K, input.H),
        Answer = SourceCode.Of<Func<int, double, double>>((k, H) =>
            0.5 * Math.Pow(k + 1, 2 * H) - Math.Pow(k, 2 * H)
            + 0.5 * Math.Pow(Math.Abs(k - 1), 2 * H)),
        Misconceptions =
        [
            new((k, h) => 2 * Covariance(k, h), DepthScalingText.CovarianceWithoutHalf),
            new((k, h) => Covariance(k, h / 2), DepthScalingText.CovarianceNotTwice),
            new(
                (k, h) => 0.5 * (Math.Pow(k + 1, 2 * h) - 2 * Math.Pow(k, 2 * h) + Math.Pow(k - 1, 2 * h)),
                DepthScalingText.CovarianceWithoutAbsolute),
            new((k, h) => -Covariance(k, h), DepthScalingText.CovarianceSign),
            new((k, _) => k == 0 ? 1 : 0, DepthScalingText.CovarianceWhite),
            new(
                (k, h) => 0.5 * (Math.Pow(k, 2 * h) + Math.Pow(k + 1, 2 * h) - 1),
                DepthScalingText.CovarianceOfPath),
            new((k, h) => Math.Pow(k + 1, 2 * h) - Math.Pow(k, 2 * h), DepthScalingText.CovarianceOneDifference),
        ],
        Hints = [DepthScalingText.CovarianceHint1, DepthScalingText.CovarianceHint2],
        Explanation = DepthScalingText.CovarianceExplanation,
    };

    /// <summary>
    /// Exercise 6.12: the logarithm of the growth of a network of width 1, h_{k+1} = h_k (1 + α_L ξ_{k+1}) with fractional Gaussian noise
    /// ξ, to second order: the standard deviation of α_L Σ ξ_k, and the mean of −½ α_L² Σ ξ_k².
    /// </summary>
    public static
        FunctionExercise<
            Func<int, double, double, (double Spread, double Drift)>, (int L, double H, double Beta), (double Spread, double Drift)>
        LogarithmicGrowth
    { get; } = new()
    {
        Id = "6.12",
        Title = DepthScalingText.LogarithmExerciseTitle,
        Arguments = ["L", "H", "beta"],
        Inputs = random =>
        [
            (100, 0.5, 0.5), (100, 0.8, 0.8), (100, 0.2, 0.2),
            .. Draw(17, () => (random.Next(2, 1001), Between(random, 0.1, 0.9), Between(random, 0.1, 1.2))),
        ],
        Call = (growth, input) => growth(input.L, input.H, input.Beta),
        Answer = SourceCode.Of<Func<int, double, double, (double Spread, double Drift)>>((L, H, beta) =>
        {
            var spread = Math.Pow(L, H - beta);             // α √(E B_L²)
            var drift = -0.5 * Math.Pow(L, 1 - 2 * beta);   // L squares of mean 1
            return (spread, drift);
        }),
        Misconceptions =
        [
            new((L, _, beta) => (Math.Pow(L, 0.5 - beta), Drift(L, beta)), DepthScalingText.LogarithmIndependent),
            new((L, h, beta) => (Math.Pow(L, 2 * h - 2 * beta), Drift(L, beta)), DepthScalingText.LogarithmVariance),
            new((L, h, beta) => (Math.Pow(L, 2 * h - beta), Drift(L, beta)), DepthScalingText.LogarithmVarianceOfPath),
            new((L, _, beta) => (Math.Pow(L, 1 - beta), Drift(L, beta)), DepthScalingText.LogarithmAdded),
            new((L, h, beta) => (Math.Pow(L, h - beta), 2 * Drift(L, beta)), DepthScalingText.LogarithmDriftHalf),
            new((L, h, beta) => (Math.Pow(L, h - beta), -Drift(L, beta)), DepthScalingText.LogarithmDriftSign),
            new((L, h, beta) => (Math.Pow(L, h - beta), -0.5 * Math.Pow(L, 1 - beta)), DepthScalingText.LogarithmDriftAlpha),
            new((L, h, beta) => (Math.Pow(L, h - beta), -0.5 * Math.Pow(L, 2 * h - 2 * beta)), DepthScalingText.LogarithmSquareOfSum),
            new((L, h, beta) => (Math.Pow(L, h - beta), 0), DepthScalingText.LogarithmDriftZero),
        ],
        Hints = [DepthScalingText.LogarithmHint1, DepthScalingText.LogarithmHint2, DepthScalingText.LogarithmHint3],
        Explanation = DepthScalingText.LogarithmExplanation,
    };

    /// <summary>
    /// Exercise 6.13: the exponent β at which networks of given weights neither explode nor become the identity. A wrong one is answered by
    /// what small networks do with it.
    /// </summary>
    public static
        FunctionExercise<Func<WeightPath, ResidualModel, double>, (WeightPath Weights, ResidualModel Model), object?>
        CriticalExponent
    { get; } = new()
    {
        Id = "6.13",
        Title = DepthScalingText.CriticalExerciseTitle,
        Arguments = ["weights", "model"],
        Inputs = random =>
        [
            (WeightPath.Independent, ResidualModel.Res3), (WeightPath.Smooth, ResidualModel.Res3),
            (WeightPath.Fractional(0.8), ResidualModel.Res3), (WeightPath.Fractional(0.2), ResidualModel.Res3),
            (WeightPath.Independent, ResidualModel.Res1), (WeightPath.Fractional(0.35), ResidualModel.Res1),
            (WeightPath.Fractional(Between(random, 0.65, 0.9)), ResidualModel.Res3),
            (WeightPath.Fractional(Between(random, 0.1, 0.35)), ResidualModel.Res3),
            (WeightPath.Fractional(Between(random, 0.65, 0.9)), ResidualModel.Res1),
        ],
        Call = (exponent, input) => exponent(input.Weights, input.Model) is var beta && Blank.IsIn(beta)
            ? null
            : new DepthBehaviour(input.Weights, input.Model, beta),
        Answer = SourceCode.Of<Func<WeightPath, ResidualModel, double>>((weights, model) =>
        {
            if (weights.Hurst is double H)
                return model == ResidualModel.Res1 ? H : Math.Max(H, 0.5);

            return weights == WeightPath.Smooth ? 1 : 0.5;
        }),
        Misconceptions =
        [
            new((_, _) => 0.5, DepthScalingText.CriticalAlwaysHalf),
            new((_, _) => 1, DepthScalingText.CriticalAlwaysOne),
            new((weights, _) => weights.Hurst ?? Plain(weights), DepthScalingText.CriticalWithoutHalf),
            new((weights, _) => weights.Hurst is { } h ? Math.Max(h, 0.5) : Plain(weights), DepthScalingText.CriticalSameModel),
            new((weights, _) => 1 - weights.Hurst ?? Plain(weights), DepthScalingText.CriticalTurnedAround),
            new((weights, _) => weights.Hurst is null ? Plain(weights) : 0.5, DepthScalingText.CriticalNoiseIsWhite),
            new((weights, model) => weights == WeightPath.Smooth ? 0.5 : Critical(weights, model), DepthScalingText.CriticalSmooth),
            new(
                (weights, model) => weights.Hurst is { } h && model == ResidualModel.Res3 ? Math.Min(h, 0.5) : Critical(weights, model),
                DepthScalingText.CriticalSmaller),
        ],
        Hints = [DepthScalingText.CriticalHint1, DepthScalingText.CriticalHint2, DepthScalingText.CriticalHint3],
        Explanation = DepthScalingText.CriticalExplanation,
    };

    private static double Covariance(int k, double h) =>
        0.5 * (Math.Pow(k + 1, 2 * h) - 2 * Math.Pow(k, 2 * h) + Math.Pow(Math.Abs(k - 1), 2 * h));

    private static double Drift(int depth, double beta) => -0.5 * Math.Pow(depth, 1 - 2 * beta);

    private static double Plain(WeightPath weights) => weights == WeightPath.Smooth ? 1 : 0.5;

    private static double Critical(WeightPath weights, ResidualModel model) => DepthBehaviour.CriticalBeta(weights, model);
}
