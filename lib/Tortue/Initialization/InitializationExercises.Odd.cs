using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Initialization;

public static partial class InitializationExercises
{
    private const double QuadratureStep = 0.01;
    private const double QuadratureEnd = 8;

    private static readonly (string Name, Func<double, double> Function)[] OddFunctions =
    [
        ("z", z => z), ("tanh(z)", Math.Tanh), ("2·tanh(z)", z => 2 * Math.Tanh(z)), ("sin(z)", Math.Sin),
        ("z/(1+|z|)", z => z / (1 + Math.Abs(z))),
    ];

    private static readonly string[] OddNames = [.. OddFunctions.Select(odd => odd.Name)];

    /// <summary>Exercise 1.1: E[f(z)²] for an odd activation and z ~ N(0, sd²). The course's exercise 2.1 has V[z] for it, which holds
    /// for straight lines alone.</summary>
    public static
        FunctionExercise<Func<Func<double, double>, double, double>, (string F, double Sd), double>
        OddMeanSquare
    { get; } = new()
    {
        Id = "1.1",
        Title = InitializationText.OddExerciseTitle,
        Arguments = ["f", "sd"],
        Tolerance = 0.02,
        Inputs = random =>
            [("z", 1), ("z", 2), ("tanh(z)", 1), .. Draw(12, () => (OddNames[random.Next(OddNames.Length)], Between(random, 0.5, 3)))],
        Call = (meanSquare, input) => meanSquare(Odd(input.F), input.Sd),
        Answer = SourceCode.Of<Func<Func<double, double>, double, double>>((f, sd) =>
        {
            var (sum, step) = (0.0, 0.01);
            for (var t = -8.0; t <= 8; t += step)      // z = sd · t with t ~ N(0, 1)
            {
                var x = f(sd * t);
                sum += x * x * Math.Exp(-t * t / 2) / Math.Sqrt(2 * Math.PI) * step;
            }

            return sum;
        }),
        Misconceptions =
        [
            new((_, sd) => sd * sd, InitializationText.OddIsVariance),
            new((f, sd) => Math.Pow(Mean(f, sd), 2), InitializationText.OddSquaredMean),
            new((f, sd) => f(sd) * f(sd), InitializationText.OddInside),
            new((f, sd) => Mean(Squared(f), Math.Sqrt(sd)), InitializationText.OddVarianceAsDeviation),
            new((f, sd) => Mean(Squared(f), sd) / 2, InitializationText.OddHalf),
            new((f, sd) => Math.Sqrt(Mean(Squared(f), sd)), InitializationText.OddRoot),
        ],
        Hints = [InitializationText.OddHint1, InitializationText.OddHint2],
        Explanation = InitializationText.OddExplanation,
    };

    /// <summary>Exercise 1.2: the variance of the weights that hands V[z] on unchanged, where an odd activation is straight.</summary>
    public static FunctionExercise<Func<int, double, double>, (int Inputs, double Slope), double> OddCondition { get; } = new()
    {
        Id = "1.2",
        Title = InitializationText.ConditionExerciseTitle,
        Arguments = ["nIn", "slope"],
        Inputs = random => [(100, 1), (100, 0.5), .. Draw(18, () => (random.Next(2, 2049), Between(random, 0.2, 3)))],
        Call = (variance, input) => variance(input.Inputs, input.Slope),
        Answer = SourceCode.Of<Func<int, double, double>>((nIn, slope) => 1 / (nIn * slope * slope)),
        Misconceptions =
        [
            new((nIn, _) => 1.0 / nIn, InitializationText.ConditionWithoutSlope),
            new((_, _) => 0, InitializationText.WholeDivision),
            new((nIn, slope) => 1 / (nIn * slope), InitializationText.ConditionSlopeOnce),
            new((nIn, slope) => slope * slope / nIn, InitializationText.ConditionSlopeAbove),
            new((nIn, slope) => 1 / (Math.Sqrt(nIn) * slope), InitializationText.ConditionDeviation),
            new((nIn, slope) => 1 / (3 * nIn * slope * slope), InitializationText.ConditionStandard),
            new((nIn, slope) => 2 / (nIn * slope * slope), InitializationText.ConditionRelu),
        ],
        Hints = [InitializationText.ConditionHint1, InitializationText.ConditionHint2],
        Explanation = InitializationText.ConditionExplanation,
    };

    private static Func<double, double> Odd(string name) => OddFunctions.Single(odd => odd.Name == name).Function;

    private static Func<double, double> Squared(Func<double, double> f) => z => f(z) * f(z);

    // The trapezoidal rule, whose error is below rounding for a normal density and functions like these.
    private static double Mean(Func<double, double> f, double sd)
    {
        double sum = 0;
        int steps = (int)(QuadratureEnd / QuadratureStep);
        for (int i = -steps; i <= steps; i++)
        {
            double t = i * QuadratureStep;
            sum += f(sd * t) * Math.Exp(-t * t / 2);
        }

        return sum * QuadratureStep / Math.Sqrt(2 * Math.PI);
    }
}
