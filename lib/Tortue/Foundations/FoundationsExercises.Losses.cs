using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Foundations;

public static partial class FoundationsExercises
{
    /// <summary>Exercise 0.1: from scores to probabilities, without overflow.</summary>
    public static FunctionExercise<Func<double[], double[]>, double[], double[]> Softmax { get; } = new()
    {
        Id = "0.1",
        Title = FoundationsText.SoftmaxTitle,
        Arguments = ["z"],
        Inputs = random => [[1, 2], [0, 0, 0], .. Vectors(random), [1000, 1001, 999]],
        Call = (softmax, z) => softmax(z),
        Answer = SourceCode.Of<Func<double[], double[]>>(z =>
        {
            // without it exp(1000) is infinite, and ∞/∞ is not a number
            var largest = z.Max();
            var powers = z.Select(zi => Math.Exp(zi - largest)).ToArray();
            return powers.Select(power => power / powers.Sum()).ToArray();
        }),
        Misconceptions =
        [
            new(z => [.. z.Select(zi => Math.Exp(zi) / z.Sum(Math.Exp))], FoundationsText.SoftmaxOverflows),
            new(z => [.. z.Select(zi => zi / z.Sum())], FoundationsText.SoftmaxWithoutExp),
            new(z => [.. z.Select(zi => Math.Exp(zi - z.Max()))], FoundationsText.SoftmaxNotNormalised),
            new(z => [.. z.Select(zi => Math.Exp(zi - z.Max()) / z.Length)], FoundationsText.SoftmaxDividedByCount),
            new(z => [.. z.Select(zi => Math.Exp(z.Min() - zi) / z.Sum(zj => Math.Exp(z.Min() - zj)))], FoundationsText.SoftmaxSign),
        ],
        Hints = [FoundationsText.SoftmaxHint1, FoundationsText.SoftmaxHint2],
        Explanation = FoundationsText.SoftmaxExplanation,
    };

    /// <summary>Exercise 0.2: the cross-entropy of one example from its scores.</summary>
    public static FunctionExercise<Func<double[], int, double>, (double[] Z, int Y), double> CrossEntropy { get; } = new()
    {
        Id = "0.2",
        Title = FoundationsText.CrossEntropyTitle,
        Arguments = ["z", "y"],
        Inputs = random => [([2, 0], 0), ([2, 0], 1), .. Vectors(random).Select(z => (z, random.Next(z.Length))), ([1000, 0], 1)],
        Call = (crossEntropy, input) => crossEntropy(input.Z, input.Y),
        Answer = SourceCode.Of<Func<double[], int, double>>((z, y) =>
        {
            var largest = z.Max();
            // −ln softmax(z)_y
            return largest + Math.Log(z.Sum(zi => Math.Exp(zi - largest))) - z[y];
        }),
        Misconceptions =
        [
            new((z, y) => Math.Log(z.Sum(Math.Exp)) - z[y], FoundationsText.CrossEntropyOverflows),
            new((z, y) => -Math.Log(Math.Exp(LogProbability(z, y))), FoundationsText.CrossEntropyOverflows),
            new((z, y) => LogProbability(z, y), FoundationsText.CrossEntropySign),
            new((z, y) => -LogProbability(z, y) / Math.Log(2), FoundationsText.CrossEntropyBits),
            new((z, y) => -LogProbability(z, y) / Math.Log(10), FoundationsText.CrossEntropyBits),
            new((z, y) => Math.Exp(LogProbability(z, y)), FoundationsText.CrossEntropyIsProbability),
            new((z, y) => -z[y], FoundationsText.CrossEntropyUnnormalised),
        ],
        Hints = [FoundationsText.CrossEntropyHint1, FoundationsText.CrossEntropyHint2],
        Explanation = FoundationsText.CrossEntropyExplanation,
    };

    /// <summary>Exercise 0.3: the gradient of logistic regression's loss, one example.</summary>
    public static
        FunctionExercise<Func<double[], double[], int, double[]>, (double[] W, double[] X, int Y), double[]>
        LogisticGradient
    { get; } = new()
    {
        Id = "0.3",
        Title = FoundationsText.LogisticTitle,
        Arguments = ["w", "x", "y"],
        Inputs = random => [([0, 0], [1, 2], 1), ([0, 0], [1, 2], 0), .. Enumerable.Range(0, 20).Select(_ => LogisticInput(random))],
        Call = (gradient, input) => gradient(input.W, input.X, input.Y),
        Answer = SourceCode.Of<Func<double[], double[], int, double[]>>((w, x, y) =>
        {
            var z = w.Zip(x, (wi, xi) => wi * xi).Sum();
            // p − y: what the chain rule leaves of σ' and of the logarithm
            var error = 1 / (1 + Math.Exp(-z)) - y;
            return x.Select(xi => error * xi).ToArray();
        }),
        Misconceptions =
            [
                new((w, x, y) => [.. x.Select(xi => (y - Sigmoid(Dot(w, x))) * xi)], FoundationsText.LogisticSign),
                new((w, x, y) => [.. x.Select(xi => (Dot(w, x) - y) * xi)], FoundationsText.LogisticWithoutSigmoid),
                new(
                    (w, x, y) => [.. x.Select(xi => (Sigmoid(Dot(w, x)) - y) * Slope(Dot(w, x)) * xi)],
                    FoundationsText.LogisticSquaredLoss),
                new((w, x, y) => [.. w.Select(wi => (Sigmoid(Dot(w, x)) - y) * wi)], FoundationsText.LogisticByWeights),
            ],
        Hints = [FoundationsText.LogisticHint1, FoundationsText.LogisticHint2],
        Explanation = FoundationsText.LogisticExplanation,
    };

    private static IEnumerable<double[]> Vectors(Random random) =>
        Enumerable.Range(0, 20).Select(i => Vector(random, 2 + i % 4, scale: 3)).ToArray();

    private static (double[] W, double[] X, int Y) LogisticInput(Random random)
    {
        int length = random.Next(1, 5);
        return (Vector(random, length, 2), Vector(random, length, 2), random.Next(2));
    }

    private static double LogProbability(double[] z, int y) => z[y] - z.Max() - Math.Log(z.Sum(zi => Math.Exp(zi - z.Max())));

    private static double Dot(double[] w, double[] x) => w.Zip(x, (wi, xi) => wi * xi).Sum();

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Slope(double z) => Sigmoid(z) * (1 - Sigmoid(z));
}
