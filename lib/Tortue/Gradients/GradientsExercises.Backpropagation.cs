using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Gradients;

public static partial class GradientsExercises
{
    /// <summary>Exercise 2.1: ∂C/∂b^l and ∂C/∂w^l from δ^l and a^(l−1).</summary>
    public static
        FunctionExercise<Func<double[], double[], (double[] B, double[,] W)>, (double[] Delta, double[] A), (double[] B, double[,] W)>
        ParameterGradients
    { get; } = new()
    {
        Id = "2.1",
        Title = GradientsText.ParametersExerciseTitle,
        Arguments = ["delta", "a"],
        Inputs = random =>
            [([1, 2], [3, 4]), .. Draw(19, () => (Vector(random, random.Next(1, 5), 2), Vector(random, random.Next(1, 5), 2)))],
        Call = (gradients, input) => gradients(input.Delta, input.A),
        Answer = SourceCode.Of<Func<double[], double[], (double[] B, double[,] W)>>((delta, a) =>
        {
            var w = new double[delta.Length, a.Length];
            for (var j = 0; j < delta.Length; j++)
            {
                for (var k = 0; k < a.Length; k++)
                    w[j, k] = delta[j] * a[k];      // z_j = Σ_k w_jk a_k + b_j, so ∂z_j/∂w_jk = a_k
            }

            return ([.. delta], w);      // and ∂z_j/∂b_j = 1
        }),
        Misconceptions =
        [
            new((delta, a) => (delta, Outer(a, delta)), GradientsText.ParametersTransposed),
            new((delta, a) => ([.. delta.Select(_ => 1.0)], Outer(delta, a)), GradientsText.ParametersBiasOne),
            new((delta, a) => (delta, Outer([.. delta.Select(_ => 1.0)], a)), GradientsText.ParametersWithoutDelta),
            new((delta, a) => (delta, Outer(delta, [.. a.Select(_ => 1.0)])), GradientsText.ParametersWithoutInput),
            new((delta, a) => ([.. delta.Select(d => -d)], Outer([.. delta.Select(d => -d)], a)), GradientsText.ParametersStep),
        ],
        Hints = [GradientsText.ParametersHint1, GradientsText.ParametersHint2],
        Explanation = GradientsText.ParametersExplanation,
    };

    /// <summary>Exercise 2.2: δ^L for sigmoid units and C = ½ ‖a^L − y‖².</summary>
    public static FunctionExercise<Func<double[], double[], double[]>, (double[] Z, double[] Y), double[]> LastDelta { get; } = new()
    {
        Id = "2.2",
        Title = GradientsText.LastExerciseTitle,
        Arguments = ["z", "y"],
        Inputs = random => [([0], [1]), ([2, -2], [0, 0]), .. Draw(18, () => LastInput(random))],
        Call = (delta, input) => delta(input.Z, input.Y),
        Answer = SourceCode.Of<Func<double[], double[], double[]>>((z, y) =>
        {
            var a = z.Select(zj => 1 / (1 + Math.Exp(-zj))).ToArray();
            return a.Select((aj, j) => (aj - y[j]) * aj * (1 - aj)).ToArray();      // ∂C/∂a_j · f'(z_j)
        }),
        Misconceptions =
        [
            new((z, y) => [.. z.Zip(y, (zj, yj) => Sigmoid(zj) - yj)], GradientsText.LastWithoutSlope),
            new((z, y) => [.. z.Zip(y, (zj, yj) => (Sigmoid(zj) - yj) * Slope(Sigmoid(zj)))], GradientsText.LastSlopeOfActivation),
            new((z, y) => [.. z.Zip(y, (zj, yj) => (Sigmoid(zj) - yj) * zj * (1 - zj))], GradientsText.LastScoreForActivation),
            new((z, y) => [.. z.Zip(y, (zj, yj) => (yj - Sigmoid(zj)) * Slope(zj))], GradientsText.LastSign),
            new((z, y) => [.. z.Zip(y, (zj, yj) => 2 * (Sigmoid(zj) - yj) * Slope(zj))], GradientsText.LastTwice),
            new((z, y) => [.. z.Zip(y, (zj, yj) => (zj - yj) * Slope(zj))], GradientsText.LastScores),
        ],
        Hints = [GradientsText.LastHint1, GradientsText.LastHint2],
        Explanation = GradientsText.LastExplanation,
    };

    /// <summary>Exercise 2.3: δ^l from δ^(l+1). Its inputs are layers of random networks, with the δ^(l+1) of automatic differentiation.
    /// </summary>
    public static
        FunctionExercise<
            Func<double[,], double[], double[], double[], double[]>,
            (double[,] WeightsNext, double[] DeltaNext, double[] Slope, double[] SlopeNext), double[]>
        DeltaRecursion
    { get; } = new()
    {
        Id = "2.3",
        Title = GradientsText.RecursionExerciseTitle,
        Arguments = ["wNext", "deltaNext", "slope", "slopeNext"],
        Inputs = random =>
        [
            (new double[,] { { 1, 2 }, { 3, 4 } }, [1, 0], [0.5, 1], [0.25, 0.5]),
            .. Draw(19, () => RecursionInput(random)),
        ],
        Call = (recursion, input) => recursion(input.WeightsNext, input.DeltaNext, input.Slope, input.SlopeNext),
        Answer = SourceCode.Of<Func<double[,], double[], double[], double[], double[]>>((wNext, deltaNext, slope, slopeNext) =>
        {
            var delta = new double[slope.Length];
            for (var j = 0; j < delta.Length; j++)
            {
                for (var k = 0; k < deltaNext.Length; k++)
                    delta[j] += wNext[k, j] * deltaNext[k];      // down the column j: all that neuron j feeds
                delta[j] *= slope[j];
            }

            return delta;
        }),
        Misconceptions =
        [
            new(
                (w, next, slope, _) => [.. slope.Select((f, j) => f * next.Select((d, k) => w[j, k] * d).Sum())],
                GradientsText.RecursionTransposed),
            new((w, next, slope, _) => Back(w, next), GradientsText.RecursionWithoutSlope),
            new((w, next, _, slopeNext) => Back(w, Times(next, slopeNext)), GradientsText.RecursionSlopeOfNext),
            new((w, next, slope, slopeNext) => Times(Back(w, Times(next, slopeNext)), slope), GradientsText.RecursionBothSlopes),
            new((w, next, slope, _) => Times(Back(w, [.. next.Select(_ => 1.0)]), slope), GradientsText.RecursionWithoutDelta),
        ],
        Hints = [GradientsText.RecursionHint1, GradientsText.RecursionHint2],
        Explanation = GradientsText.RecursionExplanation,
    };

    private static (double[] Z, double[] Y) LastInput(Random random)
    {
        int units = random.Next(1, 5);
        return (Vector(random, units, 3), [.. Draw(units, () => (double)random.Next(2))]);
    }

    private static (double[,] WeightsNext, double[] DeltaNext, double[] Slope, double[] SlopeNext) RecursionInput(Random random)
    {
        var network = DrawnNetwork.Draw(random, layers: 3);
        int layer = random.Next(2);
        return (network.Weights[layer + 1], network.Deltas[layer + 1], network.Slopes[layer], network.Slopes[layer + 1]);
    }

    // Wᵀ v: what comes back through a layer.
    private static double[] Back(double[,] w, double[] v) =>
        [.. Enumerable.Range(0, w.GetLength(1)).Select(j => v.Select((vk, k) => w[k, j] * vk).Sum())];

    private static double[] Times(double[] left, double[] right) => [.. left.Zip(right, (l, r) => l * r)];

    private static double[,] Outer(double[] left, double[] right)
    {
        var product = new double[left.Length, right.Length];
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
                product[i, j] = left[i] * right[j];
        }

        return product;
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Slope(double z) => Sigmoid(z) * (1 - Sigmoid(z));
}
