using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Initialization;

public static partial class InitializationExercises
{
    /// <summary>Exercise 1.9: V[z^L] of a ReLU network of constant width, from V[z¹].</summary>
    public static
        FunctionExercise<
            Func<int, int, double, double, double>, (int Depth, int Width, double WeightVariance, double First), double>
        VarianceAtDepth
    { get; } = new()
    {
        Id = "1.9",
        Title = InitializationText.DepthExerciseTitle,
        Arguments = ["L", "n", "weightVariance", "firstVariance"],
        Inputs = random => [(1, 100, 0.01, 1), (2, 100, 0.01, 1), (10, 100, 0.02, 3), .. Draw(17, () => DepthInput(random))],
        Call = (variance, input) => variance(input.Depth, input.Width, input.WeightVariance, input.First),
        Answer = SourceCode.Of<Func<int, int, double, double, double>>((L, n, weightVariance, firstVariance) =>
            firstVariance * Math.Pow(n * weightVariance / 2, L - 1)),
        Misconceptions =
        [
            new((depth, n, weight, first) => first * Math.Pow(n * weight / 2, depth), InitializationText.DepthOneTooMany),
            new((depth, n, weight, first) => first * Math.Pow(n * weight, depth - 1), InitializationText.DepthWithoutHalf),
            new((depth, n, weight, first) => first * (n * weight / 2) * (depth - 1), InitializationText.DepthAdded),
            new(
                (depth, n, weight, first) => first * Math.Pow(n * weight * (0.5 - 1 / (2 * Math.PI)), depth - 1),
                InitializationText.DepthCentred),
            new((depth, n, weight, first) => first * Math.Pow(n * weight / 2, (depth - 1) / 2.0), InitializationText.DepthDeviation),
            new((depth, n, weight, first) => Math.Pow(n * weight / 2, depth - 1), InitializationText.DepthWithoutFirst),
        ],
        Hints = [InitializationText.DepthHint1, InitializationText.DepthHint2],
        Explanation = InitializationText.DepthExplanation,
    };

    /// <summary>Exercise 1.10: where the variance of a ReLU network with weights U(±1/√n) has fallen below a share of the first layer's.
    /// </summary>
    public static FunctionExercise<Func<double, int>, double, int> VanishedLayer { get; } = new()
    {
        Id = "1.10",
        Title = InitializationText.VanishedExerciseTitle,
        Arguments = ["share"],
        Inputs = random => [0.5, 0.1, 1e-6, 1e-38, .. Draw(16, () => Math.Pow(10, -Between(random, 0.1, 20)))],
        Call = (layer, share) => layer(share),
        Answer = SourceCode.Of<Func<double, int>>(share =>
        {
            var (layer, left) = (1, 1.0);
            while (left >= share)
            {
                left *= 0.5 * (1.0 / 3);      // ReLU halves the mean square; n · V[w] = 1/3
                layer++;
            }

            return layer;
        }),
        Misconceptions =
        [
            new(share => FirstBelow(share, 1 / 3.0), InitializationText.VanishedLinear),
            new(share => FirstBelow(share, 1 / 2.0), InitializationText.VanishedHe),
            new(share => FirstBelow(share, 1 / 6.0) - 1, InitializationText.VanishedSteps),
            new(share => FirstBelow(share, Math.Sqrt(1 / 6.0)), InitializationText.VanishedDeviation),
            new(share => FirstBelow(share, 1 / 24.0), InitializationText.VanishedTwelfth),
        ],
        Hints = [InitializationText.VanishedHint1, InitializationText.VanishedHint2],
        Explanation = InitializationText.VanishedExplanation,
    };

    private static (int Depth, int Width, double WeightVariance, double First) DepthInput(Random random)
    {
        int width = random.Next(10, 501);
        double weightVariance = Math.Round((1.2 + 2 * random.NextDouble()) / width, 4);
        return (random.Next(2, 16), width, weightVariance, Between(random, 0.5, 4));
    }

    private static int FirstBelow(double share, double factor)
    {
        int layer = 1;
        for (double left = 1; left >= share; layer++)
            left *= factor;
        return layer;
    }
}
