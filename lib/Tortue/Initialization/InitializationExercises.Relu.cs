using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Initialization;

public static partial class InitializationExercises
{
    /// <summary>Exercise 1.5: E[ReLU(z)²] for a centred normal z.</summary>
    public static FunctionExercise<Func<double, double>, double, double> ReluMeanSquare { get; } = new()
    {
        Id = "1.5",
        Title = InitializationText.ReluExerciseTitle,
        Arguments = ["variance"],
        Inputs = random => [1, 4, .. Draw(18, () => Between(random, 0.1, 10))],
        Call = (meanSquare, variance) => meanSquare(variance),
        Answer = SourceCode.Of<Func<double, double>>(variance => variance / 2),
        Misconceptions =
        [
            new(variance => variance, InitializationText.ReluWhole),
            new(variance => variance * (0.5 - 1 / (2 * Math.PI)), InitializationText.ReluVariance),
            new(variance => variance / (2 * Math.PI), InitializationText.ReluSquaredMean),
            new(variance => variance / 4, InitializationText.ReluQuarter),
            new(variance => Math.Sqrt(variance) / 2, InitializationText.ReluDeviation),
            new(variance => variance * variance / 2, InitializationText.ReluVarianceSquared),
        ],
        Hints = [InitializationText.ReluHint1, InitializationText.ReluHint2],
        Explanation = InitializationText.ReluExplanation,
    };

    /// <summary>Exercise 1.6: the variance of the weights that hands V[z] on unchanged, with ReLU.</summary>
    public static FunctionExercise<Func<int, double>, int, double> ReluCondition { get; } = new()
    {
        Id = "1.6",
        Title = InitializationText.ReluConditionExerciseTitle,
        Arguments = ["nIn"],
        Inputs = random => [100, 4, .. Draw(18, () => random.Next(4, 2049))],
        Call = (variance, nIn) => variance(nIn),
        Answer = SourceCode.Of<Func<int, double>>(nIn => 2.0 / nIn),
        Misconceptions =
        [
            new(nIn => 2 / nIn, InitializationText.WholeDivision),
            new(nIn => 1.0 / nIn, InitializationText.ReluConditionOdd),
            new(nIn => 0.5 / nIn, InitializationText.ReluConditionUpsideDown),
            new(nIn => Math.Sqrt(2.0 / nIn), InitializationText.ReluConditionDeviation),
            new(nIn => 1 / (nIn * (0.5 - 1 / (2 * Math.PI))), InitializationText.ReluConditionCentred),
        ],
        Hints = [InitializationText.ReluConditionHint1, InitializationText.ReluConditionHint2],
        Explanation = InitializationText.ReluConditionExplanation,
    };

    /// <summary>Exercise 1.7: the condition of K. He and others (2015) as a normal and as a uniform law.</summary>
    public static FunctionExercise<Func<int, (double Sigma, double A)>, int, (double Sigma, double A)> HeLaws { get; } = new()
    {
        Id = "1.7",
        Title = InitializationText.HeExerciseTitle,
        Arguments = ["fan"],
        Inputs = random => [100, 512, .. Draw(18, () => random.Next(7, 2049))],
        Call = (laws, fan) => laws(fan),
        Answer = SourceCode.Of<Func<int, (double Sigma, double A)>>(fan => (Math.Sqrt(2.0 / fan), Math.Sqrt(6.0 / fan))),
        Misconceptions =
        [
            new(fan => Laws(1.0 / fan), InitializationText.HeIsGlorot),
            new(fan => (2.0 / fan, 6.0 / fan), InitializationText.LawsSquared),
            new(fan => (Math.Sqrt(2.0 / fan), Math.Sqrt(2.0 / fan)), InitializationText.LawsSame),
            new(fan => (Math.Sqrt(2.0 / fan), Math.Sqrt(24.0 / fan)), InitializationText.LawsWidth),
            new(fan => (Math.Sqrt(2) / fan, Math.Sqrt(6) / fan), InitializationText.LawsRootTooShort),
            new(fan => (Math.Sqrt(2.0 / fan), 1 / Math.Sqrt(fan)), InitializationText.HeStandard),
            new(_ => (0, 0), InitializationText.WholeDivision),
        ],
        Hints = [InitializationText.HeHint1, InitializationText.HeHint2],
        Explanation = InitializationText.HeExplanation,
    };

    /// <summary>Exercise 1.8: the gain of leaky ReLU, σ = gain / √n.</summary>
    public static FunctionExercise<Func<double, double>, double, double> LeakyGain { get; } = new()
    {
        Id = "1.8",
        Title = InitializationText.LeakyExerciseTitle,
        Arguments = ["slope"],
        Inputs = random => [0, 1, 0.01, .. Draw(17, () => Between(random, 0.05, 0.9))],
        Call = (gain, slope) => gain(slope),
        Answer = SourceCode.Of<Func<double, double>>(slope => Math.Sqrt(2 / (1 + slope * slope))),
        Misconceptions =
        [
            new(_ => Math.Sqrt(2), InitializationText.LeakyIsRelu),
            new(slope => 2 / (1 + slope * slope), InitializationText.LeakyVariance),
            new(slope => Math.Sqrt(2 / (1 + slope)), InitializationText.LeakySlopeOnce),
            new(slope => Math.Sqrt(2) / (1 + slope), InitializationText.LeakySlopesAdded),
            new(slope => Math.Sqrt((1 + slope * slope) / 2), InitializationText.LeakyUpsideDown),
            new(slope => Math.Sqrt(2 / (1 - slope * slope)), InitializationText.LeakyMinus),
        ],
        Hints = [InitializationText.LeakyHint1, InitializationText.LeakyHint2],
        Explanation = InitializationText.LeakyExplanation,
    };
}
