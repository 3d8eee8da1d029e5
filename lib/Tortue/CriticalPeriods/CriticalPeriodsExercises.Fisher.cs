using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.CriticalPeriods;

public static partial class CriticalPeriodsExercises
{
    /// <summary>Exercise 3.5: the trace of the Fisher information of a logistic regression.</summary>
    public static FunctionExercise<Func<double[], double[,], double>, (double[] W, double[,] X), double> LogisticFisher { get; } = new()
    {
        Id = "3.5",
        Title = CriticalPeriodsText.LogisticExerciseTitle,
        Arguments = ["w", "x"],
        Inputs = random =>
        [
            ([0, 0], new double[,] { { 1, 0 } }), ([0, 0], new double[,] { { 3, 4 }, { 0, 2 } }), ([1, -2], new double[,] { { 2, 1 } }),
            .. Draw(17, () => LogisticInput(random)),
        ],
        Call = (trace, input) => trace(input.W, input.X),
        Answer = SourceCode.Of<Func<double[], double[,], double>>((w, x) =>
        {
            double sum = 0;
            for (int n = 0; n < x.GetLength(0); n++)
            {
                double z = 0, square = 0;
                for (int i = 0; i < w.Length; i++)
                {
                    z += w[i] * x[n, i];
                    square += x[n, i] * x[n, i];
                }

                double p = 1 / (1 + Math.Exp(-z));
                sum += p * (1 - p) * square;            // p (1 − p)² ‖x‖² for y = 1, (1 − p) p² ‖x‖² for y = 0
            }

            return sum / x.GetLength(0);
        }),
        Misconceptions =
        [
            new((w, x) => OverExamples(w, x, (p, square) => (1 - p) * (1 - p) * square), CriticalPeriodsText.LogisticLabelOne),
            new((w, x) => OverExamples(w, x, (p, square) => p * p * square), CriticalPeriodsText.LogisticLabelZero),
            new(
                (w, x) => OverExamples(w, x, (p, square) => (((1 - p) * (1 - p)) + (p * p)) * square),
                CriticalPeriodsText.LogisticUnweighted),
            new((w, x) => OverExamples(w, x, (p, square) => p * (1 - p) * Math.Sqrt(square)), CriticalPeriodsText.LogisticNorm),
            new((w, x) => OverExamples(w, x, (p, square) => p * (1 - p)), CriticalPeriodsText.LogisticOfLogit),
            new((w, x) => OverExamples(w, x, (p, square) => p * (1 - p) * square) * x.GetLength(0), CriticalPeriodsText.LogisticSum),
            new((w, x) => OverExamples(w, x, (p, square) => 0 * square), CriticalPeriodsText.LogisticMeanScore),
        ],
        Hints = [CriticalPeriodsText.LogisticHint1, CriticalPeriodsText.LogisticHint2],
        Explanation = CriticalPeriodsText.LogisticExplanation,
    };

    /// <summary>Exercise 3.6: the trace from the mean gradients of minibatches.</summary>
    public static FunctionExercise<Func<double[,], int, double>, (double[,] G, int B), double> BatchFisher { get; } = new()
    {
        Id = "3.6",
        Title = CriticalPeriodsText.BatchExerciseTitle,
        Arguments = ["g", "B"],
        Inputs = random =>
        [
            (new double[,] { { 1, 0 }, { 0, 2 } }, 4), (new double[,] { { 1, 1 }, { -1, 1 } }, 1),
            .. Draw(18, () => (Matrix(random, random.Next(2, 5), random.Next(2, 5)), random.Next(2, 65))),
        ],
        Call = (trace, input) => trace(input.G, input.B),
        Answer = SourceCode.Of<Func<double[,], int, double>>((g, B) =>
        {
            double sum = 0;
            foreach (double entry in g)
                sum += entry * entry;
            return B * sum / g.GetLength(0);
        }),
        Misconceptions =
        [
            new((g, size) => MeanSquare(g), CriticalPeriodsText.BatchForgotten),
            new((g, size) => MeanSquare(g) * size * size, CriticalPeriodsText.BatchSquared),
            new((g, size) => MeanSquare(g) / size, CriticalPeriodsText.BatchDivided),
            new((g, size) => MeanSquare(g) * size * g.GetLength(0), CriticalPeriodsText.BatchSummed),
            new((g, size) => MeanSquare(g) * size / g.GetLength(1), CriticalPeriodsText.BatchPerWeight),
            new((g, size) => size * SquareOfMean(g), CriticalPeriodsText.BatchAveraged),
        ],
        Hints = [CriticalPeriodsText.BatchHint1, CriticalPeriodsText.BatchHint2],
        Explanation = CriticalPeriodsText.BatchExplanation,
    };

    /// <summary>Exercise 3.7: the divergence to a near model.</summary>
    public static FunctionExercise<Func<double[,], double[], double>, (double[,] F, double[] Delta), double> NearDivergence { get; } = new()
    {
        Id = "3.7",
        Title = CriticalPeriodsText.NearExerciseTitle,
        Arguments = ["F", "delta"],
        Inputs = random =>
        [
            (new double[,] { { 1, 0.5 }, { 0.5, 2 } }, [0.1, 0.2]), (new double[,] { { 2, -1 }, { -1, 1 } }, [0.1, 0.3]),
            .. Draw(18, () => FisherAndStep(random)),
        ],
        Call = (divergence, input) => divergence(input.F, input.Delta),
        Answer = SourceCode.Of<Func<double[,], double[], double>>((F, delta) =>
        {
            double sum = 0;
            for (int i = 0; i < delta.Length; i++)
            {
                for (int j = 0; j < delta.Length; j++)
                    sum += delta[i] * F[i, j] * delta[j];
            }

            return sum / 2;
        }),
        Misconceptions =
        [
            new((matrix, step) => Form(matrix, step), CriticalPeriodsText.NearWithoutHalf),
            new((matrix, step) => Form(Diagonal(matrix), step) / 2, CriticalPeriodsText.NearDiagonal),
            new((matrix, step) => Form(Diagonal(matrix), step), CriticalPeriodsText.NearDiagonalWithoutHalf),
            new((matrix, step) => TraceOf(matrix) * step.Sum(s => s * s) / 2, CriticalPeriodsText.NearTrace),
            new((matrix, step) => Math.Sqrt(Math.Max(0, Form(matrix, step))), CriticalPeriodsText.NearLength),
            new((matrix, step) => Once(matrix, step) / 2, CriticalPeriodsText.NearOnce),
        ],
        Hints = [CriticalPeriodsText.NearHint1, CriticalPeriodsText.NearHint2],
        Explanation = CriticalPeriodsText.NearExplanation,
    };

    private static (double[] W, double[,] X) LogisticInput(Random random)
    {
        int inputs = random.Next(2, 4);
        return (Vector(random, inputs, 1.5), Matrix(random, random.Next(2, 4), inputs, 2));
    }

    private static double OverExamples(double[] w, double[,] x, Func<double, double, double> each) =>
        Enumerable.Range(0, x.GetLength(0)).Average(n =>
        {
            double z = w.Select((weight, i) => weight * x[n, i]).Sum();
            return each(1 / (1 + Math.Exp(-z)), w.Select((_, i) => x[n, i] * x[n, i]).Sum());
        });

    private static double MeanSquare(double[,] g) => g.Cast<double>().Sum(entry => entry * entry) / g.GetLength(0);

    private static double SquareOfMean(double[,] g) => Enumerable.Range(0, g.GetLength(1))
        .Sum(i => Math.Pow(Enumerable.Range(0, g.GetLength(0)).Average(b => g[b, i]), 2));

    // A Aᵀ plus a little: symmetric, and no step is without effect. Entries of the step are not small enough to round away.
    private static (double[,] F, double[] Delta) FisherAndStep(Random random)
    {
        int size = random.Next(2, 4);
        var factor = Matrix(random, size, size, 2);
        var fisher = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double product = Enumerable.Range(0, size).Sum(k => factor[i, k] * factor[j, k]);
                fisher[i, j] = Math.Round(product + (i == j ? 0.2 : 0), 4);
            }
        }

        return (fisher, [.. Draw(size, () => (random.Next(2) == 0 ? 1 : -1) * Draws.Between(random, 0.05, 0.3))]);
    }

    private static double Form(double[,] matrix, double[] step) =>
        step.Select((a, i) => step.Select((b, j) => a * matrix[i, j] * b).Sum()).Sum();

    private static double Once(double[,] matrix, double[] step) =>
        step.Select((_, i) => step.Select((b, j) => matrix[i, j] * b).Sum()).Sum();

    private static double TraceOf(double[,] matrix) => Enumerable.Range(0, matrix.GetLength(0)).Sum(i => matrix[i, i]);

    private static double[,] Diagonal(double[,] matrix)
    {
        var diagonal = new double[matrix.GetLength(0), matrix.GetLength(1)];
        for (int i = 0; i < matrix.GetLength(0); i++)
            diagonal[i, i] = matrix[i, i];
        return diagonal;
    }
}
