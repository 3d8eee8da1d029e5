using System.Numerics;
using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.DropoutRegularization;

public static partial class DropoutRegularizationExercises
{
    /// <summary>Exercise 4.4: the mean output of all networks that dropout makes of one logistic unit.</summary>
    public static
        FunctionExercise<Func<double[], double, double[], double, double>, (double[] W, double B, double[] X, double P), double> AllMasks
    { get; } = new()
    {
        Id = "4.4",
        Title = DropoutRegularizationText.AllMasksExerciseTitle,
        Arguments = ["w", "b", "x", "p"],
        Inputs = random => [([2], 0, [1], 0.5), ([3, -1], 0.5, [1, 2], 0.2), .. Draw(14, () => UnitInput(random))],
        Call = (average, input) => average(input.W, input.B, input.X, input.P),
        Answer = SourceCode.Of<Func<double[], double, double[], double, double>>((w, b, x, p) =>
        {
            double mean = 0;
            for (int masks = 0; masks < 1 << w.Length; masks++)
            {
                double probability = 1, logit = b;
                for (int i = 0; i < w.Length; i++)
                {
                    bool kept = (masks >> i & 1) == 1;
                    probability *= kept ? 1 - p : p;
                    logit += kept ? w[i] * x[i] / (1 - p) : 0;
                }

                mean += probability / (1 + Math.Exp(-logit));
            }

            return mean;
        }),
        Misconceptions =
        [
            new((w, b, x, _) => Logistic(b + w.Zip(x, (a, c) => a * c).Sum()), DropoutRegularizationText.AllMasksOnePass),
            new(
                (w, b, x, p) => OverMasks(w, b, x, 1 / (1 - p), (_, logit) => Math.Pow(0.5, w.Length) * Logistic(logit)),
                DropoutRegularizationText.AllMasksEven),
            new(
                (w, b, x, p) => OverMasks(w, b, x, 1, (kept, logit) => Chance(kept, w.Length, 1 - p) * Logistic(logit)),
                DropoutRegularizationText.AllMasksUnscaled),
            new(
                (w, b, x, p) => OverMasks(w, b, x, 1 / (1 - p), (kept, logit) => Chance(kept, w.Length, p) * Logistic(logit)),
                DropoutRegularizationText.AllMasksSwapped),
            new(
                (w, b, x, p) => Math.Exp(OverMasks(
                    w, b, x, 1 / (1 - p), (kept, logit) => Chance(kept, w.Length, 1 - p) * Math.Log(Logistic(logit)))),
                DropoutRegularizationText.AllMasksGeometric),
            new(
                (w, b, x, p) => OverMasks(
                    w, b, x, 1 / (1 - p), (kept, logit) => kept == w.Length - 1 ? Logistic(logit) / w.Length : 0),
                DropoutRegularizationText.AllMasksOneDropped),
        ],
        Hints = [DropoutRegularizationText.AllMasksHint1, DropoutRegularizationText.AllMasksHint2],
        Explanation = DropoutRegularizationText.AllMasksExplanation,
    };

    /// <summary>Exercise 4.5: gradients of the weights behind dropout and of the units before it.</summary>
    public static
        FunctionExercise<Func<double[,], double[], double[], double, double[], (double[,] W, double[] H)>,
            (double[,] W, double[] H, double[] Mask, double P, double[] Dz), (double[,] W, double[] H)>
        MaskedGradients
    { get; } = new()
    {
        Id = "4.5",
        Title = DropoutRegularizationText.GradientsExerciseTitle,
        Arguments = ["w", "h", "mask", "p", "dz"],
        Inputs = random =>
        [
            (new double[,] { { 1, 2 } }, [3, 4], [1, 0], 0.5, [1]),
            (new double[,] { { 1, 0 }, { 2, -1 } }, [1, 3], [0, 1], 0.2, [1, -2]),
            .. Draw(14, () => GradientsInput(random)),
        ],
        Call = (gradients, input) => gradients(input.W, input.H, input.Mask, input.P, input.Dz),
        Answer = SourceCode.Of<Func<double[,], double[], double[], double, double[], (double[,] W, double[] H)>>((w, h, mask, p, dz) =>
        {
            var dw = new double[dz.Length, h.Length];
            var dh = new double[h.Length];
            for (int j = 0; j < h.Length; j++)
            {
                double factor = mask[j] / (1 - p);
                for (int i = 0; i < dz.Length; i++)
                {
                    dw[i, j] = dz[i] * factor * h[j];
                    dh[j] += factor * w[i, j] * dz[i];
                }
            }

            return (dw, dh);
        }),
        Misconceptions =
        [
            new((w, h, m, p, dz) => Gradients(w, h, dz, j => m[j] / (1 - p), _ => 1), DropoutRegularizationText.GradientsUnitsPlain),
            new((w, h, m, p, dz) => Gradients(w, h, dz, _ => 1, j => m[j] / (1 - p)), DropoutRegularizationText.GradientsWeightsPlain),
            new((w, h, m, p, dz) => Gradients(w, h, dz, j => m[j], j => m[j]), DropoutRegularizationText.GradientsUnscaled),
            new((w, h, m, p, dz) => Gradients(w, h, dz, j => m[j] / (1 - p), j => m[j]), DropoutRegularizationText.GradientsUnitsUnscaled),
            new(
                (w, h, m, p, dz) => Gradients(w, h, dz, j => m[j] / (1 - p), j => m[j] * (1 - p)),
                DropoutRegularizationText.GradientsUndone),
            new(
                (w, h, m, p, dz) => Gradients(w, h, dz, j => m[j] / (1 - p), j => m[j] / ((1 - p) * (1 - p))),
                DropoutRegularizationText.GradientsTwice),
            new((w, h, _, _, dz) => Gradients(w, h, dz, _ => 1, _ => 1), DropoutRegularizationText.GradientsWithout),
        ],
        Hints = [DropoutRegularizationText.GradientsHint1, DropoutRegularizationText.GradientsHint2],
        Explanation = DropoutRegularizationText.GradientsExplanation,
    };

    // Logits of moderate size, since far out all averages of a logistic function are the same.
    private static (double[] W, double B, double[] X, double P) UnitInput(Random random)
    {
        int inputs = random.Next(2, 5);
        return (Vector(random, inputs, 2), Vector(random, 1)[0], [.. Draw(inputs, () => Nonzero(random, 1.5))], Draws.Between(random, 0.1, 0.7));
    }

    private static (double[,] W, double[] H, double[] Mask, double P, double[] Dz) GradientsInput(Random random)
    {
        int units = random.Next(2, 4), outputs = random.Next(1, 4);
        double[] Some(int count) => [.. Draw(count, () => Nonzero(random, 2))];
        return (Matrix(random, outputs, units, 2), Some(units), Mask(random, units), Draws.Between(random, 0.05, 0.9), Some(outputs));
    }

    private static double OverMasks(double[] w, double b, double[] x, double scale, Func<int, double, double> each) =>
        Enumerable.Range(0, 1 << w.Length).Sum(masks => each(
            BitOperations.PopCount((uint)masks), b + w.Select((weight, i) => (masks >> i & 1) * weight * x[i] * scale).Sum()));

    private static double Chance(int kept, int units, double keep) => Math.Pow(keep, kept) * Math.Pow(1 - keep, units - kept);

    private static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));

    private static (double[,] W, double[] H) Gradients(
        double[,] w, double[] h, double[] dz, Func<int, double> forWeights, Func<int, double> forUnits)
    {
        var dw = new double[dz.Length, h.Length];
        for (int i = 0; i < dz.Length; i++)
        {
            for (int j = 0; j < h.Length; j++)
                dw[i, j] = dz[i] * h[j] * forWeights(j);
        }

        return (dw, [.. h.Select((_, j) => forUnits(j) * dz.Select((d, i) => d * w[i, j]).Sum())]);
    }
}
