using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.DropoutRegularization;

public static partial class DropoutRegularizationExercises
{
    /// <summary>Exercise 4.6: the ridge penalty that dropout on the inputs of a linear regression amounts to.</summary>
    public static FunctionExercise<Func<double[,], double, double[]>, (double[,] X, double P), double[]> RidgeStrengths { get; } = new()
    {
        Id = "4.6",
        Title = DropoutRegularizationText.RidgeExerciseTitle,
        Arguments = ["x", "p"],
        Inputs = random =>
        [
            (new double[,] { { 1, 2 } }, 0.5), (new double[,] { { 3, 1 }, { 4, 0 } }, 0.2),
            .. Draw(14, () => (Matrix(random, random.Next(2, 5), random.Next(2, 4), 2), Draws.Between(random, 0.05, 0.9))),
        ],
        Call = (strengths, input) => strengths(input.X, input.P),
        Answer = SourceCode.Of<Func<double[,], double, double[]>>((x, p) =>
        {
            var strengths = new double[x.GetLength(1)];
            for (int j = 0; j < strengths.Length; j++)
            {
                for (int i = 0; i < x.GetLength(0); i++)
                    strengths[j] += p / (1 - p) * x[i, j] * x[i, j];      // the variance of what comes out for x[i, j]
            }

            return strengths;
        }),
        Misconceptions =
        [
            new((x, p) => Times(Squares(x), (1 - p) / p), DropoutRegularizationText.RidgeKeep),
            new((x, p) => Times(Squares(x), p * (1 - p)), DropoutRegularizationText.RidgeUnscaled),
            new((x, p) => Array.ConvertAll(Squares(x), square => p / (1 - p) * Math.Sqrt(square)), DropoutRegularizationText.RidgeLength),
            new((x, p) => Times(Squares(x), p / (1 - p) / x.GetLength(0)), DropoutRegularizationText.RidgeMean),
            new((x, p) => Array.ConvertAll(Squares(x), _ => p / (1 - p) * Squares(x).Average()), DropoutRegularizationText.RidgeEqual),
            new((x, p) => Array.ConvertAll(Squares(x), _ => p / (1 - p)), DropoutRegularizationText.RidgePlain),
            new((x, p) => Times(Squares(x), p), DropoutRegularizationText.RidgeRate),
        ],
        Hints = [DropoutRegularizationText.RidgeHint1, DropoutRegularizationText.RidgeHint2],
        Explanation = DropoutRegularizationText.RidgeExplanation,
    };

    /// <summary>Exercise 4.7: the rate of early dropout at a step, when it falls in a straight line.</summary>
    public static
        FunctionExercise<Func<double, int, int, int, double>, (double P, int Cutoff, int Step, int Steps), double> EarlyRate
    { get; } = new()
    {
        Id = "4.7",
        Title = DropoutRegularizationText.EarlyExerciseTitle,
        Arguments = ["p", "cutoff", "step", "steps"],
        Inputs = random => [(0.1, 11, 0, 100), (0.1, 11, 10, 100), (0.5, 3, 1, 6), (0.5, 3, 3, 6), .. Draw(16, () => EarlyInput(random))],
        Call = (rate, input) => rate(input.P, input.Cutoff, input.Step, input.Steps),
        Answer = SourceCode.Of<Func<double, int, int, int, double>>((p, cutoff, step, steps) =>
            step < cutoff ? p * (cutoff - 1 - step) / (cutoff - 1) : 0),
        Misconceptions =
        [
            new((p, cutoff, step, _) => step < cutoff ? p * (cutoff - step) / cutoff : 0, DropoutRegularizationText.EarlyOneTooMany),
            new((p, cutoff, step, _) => p * (cutoff - 1 - step) / (cutoff - 1), DropoutRegularizationText.EarlyNegative),
            new(
                (p, cutoff, step, steps) => step < cutoff ? p * (steps - 1 - step) / (steps - 1) : 0,
                DropoutRegularizationText.EarlyLongLine),
            new((p, _, step, steps) => p * (steps - 1 - step) / (steps - 1), DropoutRegularizationText.EarlyNoCutoff),
            new((p, cutoff, step, _) => step < cutoff ? p : 0, DropoutRegularizationText.EarlyConstant),
            new((p, cutoff, step, _) => step < cutoff ? p * step / (cutoff - 1) : p, DropoutRegularizationText.EarlyRising),
            new((p, cutoff, step, _) => step < cutoff ? 0 : p, DropoutRegularizationText.EarlyLate),
        ],
        Hints = [DropoutRegularizationText.EarlyHint1, DropoutRegularizationText.EarlyHint2],
        Explanation = DropoutRegularizationText.EarlyExplanation,
    };

    /// <summary>Exercise 4.8: how much the directions of gradients differ, as the mean cosine distance of two of them.</summary>
    public static FunctionExercise<Func<double[,], double>, double[,], double> DirectionVariance { get; } = new()
    {
        Id = "4.8",
        Title = DropoutRegularizationText.DirectionExerciseTitle,
        Arguments = ["g"],
        Inputs = random =>
        [
            new double[,] { { 1, 0 }, { 0, 2 } }, new double[,] { { 1, 0 }, { 3, 0 }, { 0, 1 } },
            .. Draw(14, () => GradientsOf(random)),
        ],
        Call = (variance, g) => variance(g),
        Answer = SourceCode.Of<Func<double[,], double>>(g =>
        {
            double Dot(int a, int b)
            {
                double sum = 0;
                for (int k = 0; k < g.GetLength(1); k++)
                    sum += g[a, k] * g[b, k];
                return sum;
            }

            int count = g.GetLength(0);
            double distances = 0;
            for (int i = 0; i < count; i++)
            {
                for (int j = i + 1; j < count; j++)
                    distances += 1 - Dot(i, j) / Math.Sqrt(Dot(i, i) * Dot(j, j));
            }

            return distances / (count * (count - 1) / 2);
        }),
        Misconceptions =
        [
            new(g => Pairs(g, (a, b) => Cosine(a, b)), DropoutRegularizationText.DirectionSimilarity),
            new(g => Pairs(g, (a, b) => (1 - Cosine(a, b)) / 2), DropoutRegularizationText.DirectionHalf),
            new(
                g => Pairs(g, (a, b) => 1 - Cosine(a, b)) * (g.GetLength(0) - 1) / g.GetLength(0),
                DropoutRegularizationText.DirectionWithItself),
            new(
                g => Pairs(g, (a, b) => 1 - Cosine(a, b)) * g.GetLength(0) * (g.GetLength(0) - 1) / 2,
                DropoutRegularizationText.DirectionSum),
            new(g => Pairs(g, (a, b) => 1 - Inner(a, b)), DropoutRegularizationText.DirectionLengths),
            new(g => Pairs(g, (a, b) => Math.Sqrt(Inner(a, a) + Inner(b, b) - 2 * Inner(a, b))), DropoutRegularizationText.DirectionEuclid),
            new(g => Rows(g).Average(row => 1 - Cosine(row, MeanRow(g))), DropoutRegularizationText.DirectionToMean),
        ],
        Hints = [DropoutRegularizationText.DirectionHint1, DropoutRegularizationText.DirectionHint2],
        Explanation = DropoutRegularizationText.DirectionExplanation,
    };

    private static double[] Squares(double[,] x) =>
        [.. Enumerable.Range(0, x.GetLength(1)).Select(j => Enumerable.Range(0, x.GetLength(0)).Sum(i => x[i, j] * x[i, j]))];

    private static (double P, int Cutoff, int Step, int Steps) EarlyInput(Random random)
    {
        int steps = random.Next(20, 200), cutoff = random.Next(3, steps / 2);
        int step = random.Next(2) == 0 ? random.Next(1, cutoff - 1) : random.Next(cutoff, steps);
        return (Draws.Between(random, 0.05, 0.6), cutoff, step, steps);
    }

    // Long enough for a direction, and not adding up to next to nothing.
    private static double[,] GradientsOf(Random random)
    {
        while (true)
        {
            var gradients = Matrix(random, random.Next(3, 5), random.Next(2, 4), 2);
            if (Rows(gradients).Append(MeanRow(gradients)).All(row => Inner(row, row) > 0.05))
                return gradients;
        }
    }

    private static double[][] Rows(double[,] g) =>
        [.. Enumerable.Range(0, g.GetLength(0)).Select(i => Enumerable.Range(0, g.GetLength(1)).Select(k => g[i, k]).ToArray())];

    private static double[] MeanRow(double[,] g) =>
        [.. Enumerable.Range(0, g.GetLength(1)).Select(k => Rows(g).Average(row => row[k]))];

    private static double Inner(double[] a, double[] b) => a.Zip(b, (u, v) => u * v).Sum();

    private static double Cosine(double[] a, double[] b) => Inner(a, b) / Math.Sqrt(Inner(a, a) * Inner(b, b));

    private static double Pairs(double[,] g, Func<double[], double[], double> each)
    {
        var rows = Rows(g);
        return (from i in Enumerable.Range(0, rows.Length) from j in Enumerable.Range(0, i) select each(rows[j], rows[i])).Average();
    }
}
