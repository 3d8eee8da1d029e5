using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Initialization;

public static partial class InitializationExercises
{
    /// <summary>Exercise 1.3: the compromise of X. Glorot and Y. Bengio (2010) between the passes, as a normal and a uniform law.</summary>
    public static
        FunctionExercise<Func<int, int, (double Sigma, double A)>, (int Inputs, int Outputs), (double Sigma, double A)>
        GlorotLaws
    { get; } = new()
    {
        Id = "1.3",
        Title = InitializationText.GlorotExerciseTitle,
        Arguments = ["nIn", "nOut"],
        Inputs = random => [(100, 100), (100, 400), (784, 10), .. Draw(17, () => (random.Next(4, 2049), random.Next(4, 2049)))],
        Call = (laws, input) => laws(input.Inputs, input.Outputs),
        Answer = SourceCode.Of<Func<int, int, (double Sigma, double A)>>((nIn, nOut) =>
        {
            var variance = 2.0 / (nIn + nOut);      // 1 over the mean of n_in and n_out
            return (Math.Sqrt(variance), Math.Sqrt(3 * variance));      // U(−a, a) has the variance a²/3
        }),
        Misconceptions =
        [
            new((nIn, nOut) => Laws(1.0 / nIn), InitializationText.GlorotForwardOnly),
            new((nIn, nOut) => Laws(1.0 / nOut), InitializationText.GlorotBackwardOnly),
            new((nIn, nOut) => Laws((1.0 / nIn + 1.0 / nOut) / 2), InitializationText.GlorotMeanOfVariances),
            new((nIn, nOut) => Laws(1.0 / (nIn + nOut)), InitializationText.GlorotWithoutTwo),
            new((nIn, nOut) => (2.0 / (nIn + nOut), 6.0 / (nIn + nOut)), InitializationText.LawsSquared),
            new((nIn, nOut) => (Laws(2.0 / (nIn + nOut)).Sigma, Laws(2.0 / (nIn + nOut)).Sigma), InitializationText.LawsSame),
            new((nIn, nOut) => (Laws(2.0 / (nIn + nOut)).Sigma, 2 * Laws(2.0 / (nIn + nOut)).A), InitializationText.LawsWidth),
            new((nIn, nOut) => (Math.Sqrt(2) / (nIn + nOut), Math.Sqrt(6) / (nIn + nOut)), InitializationText.LawsRootTooShort),
            new((_, _) => (0, 0), InitializationText.WholeDivision),
        ],
        Hints = [InitializationText.GlorotHint1, InitializationText.GlorotHint2],
        Explanation = InitializationText.GlorotExplanation,
    };

    /// <summary>Exercise 1.4: what the compromise leaves of the variance in each pass.</summary>
    public static
        FunctionExercise<Func<int, int, (double Forward, double Backward)>, (int Inputs, int Outputs), (double Forward, double Backward)>
        GlorotFactors
    { get; } = new()
    {
        Id = "1.4",
        Title = InitializationText.FactorsExerciseTitle,
        Arguments = ["nIn", "nOut"],
        Inputs = random => [(100, 100), (100, 300), (784, 10), .. Draw(17, () => (random.Next(4, 2049), random.Next(4, 2049)))],
        Call = (factors, input) => factors(input.Inputs, input.Outputs),
        Answer = SourceCode.Of<Func<int, int, (double Forward, double Backward)>>((nIn, nOut) =>
        {
            var variance = 2.0 / (nIn + nOut);
            return (nIn * variance, nOut * variance);      // a unit sums over n_in inputs; an error sums over n_out units
        }),
        Misconceptions =
        [
            new((nIn, nOut) => (2.0 * nOut / (nIn + nOut), 2.0 * nIn / (nIn + nOut)), InitializationText.FactorsSwapped),
            new((_, _) => (1, 1), InitializationText.FactorsOne),
            new((nIn, nOut) => (2.0 * nIn / (nIn + nOut), 2.0 * nIn / (nIn + nOut)), InitializationText.FactorsBothForward),
            new((nIn, nOut) => ((double)nIn / (nIn + nOut), (double)nOut / (nIn + nOut)), InitializationText.FactorsWithoutTwo),
            new((nIn, nOut) => ((double)nOut / nIn, (double)nIn / nOut), InitializationText.FactorsRatio),
            new(
                (nIn, nOut) => (Math.Sqrt(2.0 * nIn / (nIn + nOut)), Math.Sqrt(2.0 * nOut / (nIn + nOut))),
                InitializationText.FactorsDeviation),
            new((nIn, nOut) => (nIn / (nIn + nOut), nOut / (nIn + nOut)), InitializationText.WholeDivision),
        ],
        Hints = [InitializationText.FactorsHint1, InitializationText.FactorsHint2],
        Explanation = InitializationText.FactorsExplanation,
    };
}
