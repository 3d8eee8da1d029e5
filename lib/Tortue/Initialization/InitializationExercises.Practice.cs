using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Initialization;

public static partial class InitializationExercises
{
    /// <summary>Exercise 1.11: one step of LSUV (D. Mishkin and J. Matas, 2016): weights divided by the deviation of the whole output.
    /// </summary>
    public static
        FunctionExercise<Func<double[,], double[,], double[,]>, (double[,] Weights, double[,] Z), double[,]>
        LsuvStep
    { get; } = new()
    {
        Id = "1.11",
        Title = InitializationText.LsuvExerciseTitle,
        Arguments = ["weights", "z"],
        Inputs = random => Draw(12, () => LsuvInput(random)),
        Call = (step, input) => step(input.Weights, input.Z),
        Answer = SourceCode.Of<Func<double[,], double[,], double[,]>>((weights, z) =>
        {
            var outputs = z.Cast<double>().ToArray();      // all units of all examples together
            var mean = outputs.Average();
            var deviation = Math.Sqrt(outputs.Average(output => (output - mean) * (output - mean)));

            var scaled = (double[,])weights.Clone();
            for (var i = 0; i < scaled.GetLength(0); i++)
            {
                for (var j = 0; j < scaled.GetLength(1); j++)
                    scaled[i, j] /= deviation;
            }

            return scaled;
        }),
        Misconceptions =
        [
            new((weights, z) => Scaled(weights, _ => 1 / Variance(z.Cast<double>())), InitializationText.LsuvVariance),
            new((weights, z) => Scaled(weights, _ => Math.Sqrt(Variance(z.Cast<double>()))), InitializationText.LsuvTimes),
            new((weights, z) => Scaled(weights, unit => 1 / Math.Sqrt(Variance(Column(z, unit)))), InitializationText.LsuvEachUnit),
            new(
                (weights, z) => Scaled(weights, _ => 1 / Math.Sqrt(z.Cast<double>().Average(x => x * x))),
                InitializationText.LsuvMeanSquare),
            new(
                (weights, z) => Scaled(weights, _ => 1 / Math.Sqrt(Variance(z.Cast<double>()) * z.Length / (z.Length - 1))),
                InitializationText.LsuvUnbiased),
            new((weights, _) => Scaled(weights, _ => 1 / Math.Sqrt(Variance(weights.Cast<double>()))), InitializationText.LsuvOfWeights),
        ],
        Hints = [InitializationText.LsuvHint1, InitializationText.LsuvHint2],
        Explanation = InitializationText.LsuvExplanation,
    };

    /// <summary>Exercise 1.12: the share of a layer's ReLUs that no example switches on.</summary>
    public static FunctionExercise<Func<double[,], double>, double[,], double> DeadShare { get; } = new()
    {
        Id = "1.12",
        Title = InitializationText.DeadExerciseTitle,
        Arguments = ["z"],
        Inputs = random =>
        [
            new double[,] { { -1, 2, -3, 1 }, { -2, 1, 4, -1 }, { -1, -1, -2, 3 } },
            .. Draw(19, () => DeadInput(random)),
        ],
        Call = (share, z) => share(z),
        Answer = SourceCode.Of<Func<double[,], double>>(z =>
        {
            var (examples, units) = (z.GetLength(0), z.GetLength(1));
            var dead = Enumerable.Range(0, units).Count(k => Enumerable.Range(0, examples).All(i => z[i, k] <= 0));
            return (double)dead / units;
        }),
        Misconceptions =
        [
            new(z => z.Cast<double>().Average(entry => entry <= 0 ? 1.0 : 0), InitializationText.DeadZeros),
            new(z => Units(z).Average(unit => unit.Any(entry => entry <= 0) ? 1.0 : 0), InitializationText.DeadSometimes),
            new(z => Units(z).Average(unit => unit.All(entry => entry <= 0) ? 0 : 1.0), InitializationText.DeadAlive),
            new(z => Units(Transposed(z)).Average(unit => unit.All(entry => entry <= 0) ? 1.0 : 0), InitializationText.DeadRows),
            new(z => Units(z).Average(unit => unit.Average() <= 0 ? 1.0 : 0), InitializationText.DeadOnAverage),
            new(z => Units(z).Count(unit => unit.All(entry => entry <= 0)), InitializationText.DeadCount),
        ],
        Hints = [InitializationText.DeadHint1, InitializationText.DeadHint2],
        Explanation = InitializationText.DeadExplanation,
    };

    private static (double[,] Weights, double[,] Z) LsuvInput(Random random)
    {
        var (units, inputs, examples) = (random.Next(2, 4), random.Next(2, 4), random.Next(4, 7));
        var (weights, x) = (Matrix(random, units, inputs), Matrix(random, examples, inputs, 3));
        var z = new double[examples, units];
        for (int i = 0; i < examples; i++)
        {
            for (int k = 0; k < units; k++)
                z[i, k] = Math.Round(Enumerable.Range(0, inputs).Sum(j => weights[k, j] * x[i, j]), 4);
        }

        return (weights, z);
    }

    // Some units are shifted far below 0, as a large step of descent does to their biases.
    private static double[,] DeadInput(Random random)
    {
        var z = Matrix(random, random.Next(3, 7), random.Next(2, 6), 3);
        for (int k = 0; k < z.GetLength(1); k++)
        {
            double shift = random.Next(3) == 0 ? -3.01 : 0.005;
            for (int i = 0; i < z.GetLength(0); i++)
                z[i, k] = Math.Round(z[i, k] + shift, 3);
        }

        return z;
    }

    private static double[,] Scaled(double[,] weights, Func<int, double> factorOfUnit)
    {
        var scaled = (double[,])weights.Clone();
        for (int unit = 0; unit < scaled.GetLength(0); unit++)
        {
            for (int j = 0; j < scaled.GetLength(1); j++)
                scaled[unit, j] *= factorOfUnit(unit);
        }

        return scaled;
    }

    private static double Variance(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return all.Average(value => (value - mean) * (value - mean));
    }

    private static IEnumerable<double[]> Units(double[,] z) => Enumerable.Range(0, z.GetLength(1)).Select(unit => Column(z, unit));

    private static double[] Column(double[,] z, int unit) => [.. Enumerable.Range(0, z.GetLength(0)).Select(example => z[example, unit])];

    private static double[,] Transposed(double[,] z)
    {
        var transposed = new double[z.GetLength(1), z.GetLength(0)];
        for (int i = 0; i < z.GetLength(0); i++)
        {
            for (int k = 0; k < z.GetLength(1); k++)
                transposed[k, i] = z[i, k];
        }

        return transposed;
    }
}
