using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Gradients;

public static partial class GradientsExercises
{
    /// <summary>Exercise 2.7: a gradient cut to a largest norm, against explosions.</summary>
    public static FunctionExercise<Func<double[], double, double[]>, (double[] Gradient, double Most), double[]> ClipByNorm { get; } = new()
    {
        Id = "2.7",
        Title = GradientsText.ClipExerciseTitle,
        Arguments = ["gradient", "most"],
        Inputs = random =>
            [([3, 4], 1), ([3, 4], 10), ([0, 0], 1), .. Draw(17, () => (Vector(random, random.Next(2, 6), 3), Between(random, 0.5, 4)))],
        Call = (clip, input) => clip(input.Gradient, input.Most),
        Answer = SourceCode.Of<Func<double[], double, double[]>>((gradient, most) =>
        {
            var norm = Math.Sqrt(gradient.Sum(g => g * g));
            return norm <= most ? gradient : gradient.Select(g => g * most / norm).ToArray();
        }),
        Misconceptions =
        [
            new((gradient, most) => [.. gradient.Select(g => Math.Clamp(g, -most, most))], GradientsText.ClipEntries),
            new((gradient, most) => [.. gradient.Select(g => g * most / Norm(gradient))], GradientsText.ClipAlways),
            new((gradient, most) => Norm(gradient) <= most ? gradient : Shrunk(gradient, 1 / Norm(gradient)), GradientsText.ClipToOne),
            new(
                (gradient, most) => Norm(gradient) <= most ? gradient : Shrunk(gradient, most / Math.Pow(Norm(gradient), 2)),
                GradientsText.ClipSquare),
            new((gradient, most) => Norm(gradient) <= most ? gradient : new double[gradient.Length], GradientsText.ClipThrownAway),
        ],
        Hints = [GradientsText.ClipHint1, GradientsText.ClipHint2],
        Explanation = GradientsText.ClipExplanation,
    };

    /// <summary>Exercise 2.8: batch normalisation of one unit in training (S. Ioffe and C. Szegedy, 2015).</summary>
    public static
        FunctionExercise<
            Func<double[], double, double, double, double[]>, (double[] X, double Gamma, double Beta, double Epsilon), double[]>
        BatchNorm
    { get; } = new()
    {
        Id = "2.8",
        Title = GradientsText.BatchNormExerciseTitle,
        Arguments = ["x", "gamma", "beta", "epsilon"],
        Inputs = random =>
        [
            ([1, 2, 3], 1, 0, 1e-5), ([5, 5, 5], 2, 1, 1e-5),
            .. Draw(18, () => BatchNormInput(random)),
        ],
        Call = (norm, input) => norm(input.X, input.Gamma, input.Beta, input.Epsilon),
        Answer = SourceCode.Of<Func<double[], double, double, double, double[]>>((x, gamma, beta, epsilon) =>
        {
            var mean = x.Average();
            var variance = x.Average(xi => (xi - mean) * (xi - mean));      // divided by N, not by N − 1
            return x.Select(xi => gamma * (xi - mean) / Math.Sqrt(variance + epsilon) + beta).ToArray();
        }),
        Misconceptions =
        [
            new(
                (x, gamma, beta, epsilon) => Normalised(x, gamma, beta, v => Math.Sqrt(v * x.Length / (x.Length - 1) + epsilon)),
                GradientsText.BatchNormUnbiased),
            new((x, gamma, beta, epsilon) => Normalised(x, gamma, beta, v => v + epsilon), GradientsText.BatchNormByVariance),
            new(
                (x, gamma, beta, epsilon) => Normalised(x, gamma, beta, v => Math.Sqrt(v) + epsilon),
                GradientsText.BatchNormEpsilonOutside),
            new((x, gamma, beta, _) => Normalised(x, gamma, beta, Math.Sqrt), GradientsText.BatchNormWithoutEpsilon),
            new((x, _, _, epsilon) => Normalised(x, 1, 0, v => Math.Sqrt(v + epsilon)), GradientsText.BatchNormWithoutParameters),
            new(
                (x, gamma, beta, epsilon) => Normalised(x, gamma, gamma * beta, v => Math.Sqrt(v + epsilon)),
                GradientsText.BatchNormBetaScaled),
            new(
                (x, gamma, beta, epsilon) => [.. x.Select(xi => gamma * xi / Math.Sqrt(Spread(x) + epsilon) + beta)],
                GradientsText.BatchNormWithoutMean),
        ],
        Hints = [GradientsText.BatchNormHint1, GradientsText.BatchNormHint2],
        Explanation = GradientsText.BatchNormExplanation,
    };

    /// <summary>Exercise 2.9: the variance behind residual blocks, with and without batch normalisation in the branch.</summary>
    public static
        FunctionExercise<Func<int, double, bool, double>, (int Blocks, double Beta, bool BatchNorm), double>
        ResidualVariance
    { get; } = new()
    {
        Id = "2.9",
        Title = GradientsText.ResidualExerciseTitle,
        Arguments = ["L", "beta", "batchNorm"],
        Inputs = random =>
        [
            (1, 1, false), (10, 1, false), (10, 1, true), (0, 0.5, true), (4, 0.5, true), (4, 0.5, false),
            .. Draw(14, () => (random.Next(1, 21), Between(random, 0.1, 1), random.Next(2) == 0)),
        ],
        Call = (variance, input) => variance(input.Blocks, input.Beta, input.BatchNorm),
        Answer = SourceCode.Of<Func<int, double, bool, double>>((L, beta, batchNorm) =>
            batchNorm ? 1 + L * beta * beta : Math.Pow(1 + beta * beta, L)),
        Misconceptions =
        [
            new((blocks, beta, _) => Math.Pow(1 + beta * beta, blocks), GradientsText.ResidualAlwaysPower),
            new((blocks, beta, _) => 1 + blocks * beta * beta, GradientsText.ResidualAlwaysLine),
            new(
                (blocks, beta, norm) => norm ? 1 + blocks * beta : Math.Pow(1 + beta, blocks),
                GradientsText.ResidualBetaOnce),
            new(
                (blocks, beta, norm) => norm ? Math.Pow(1 + blocks * beta, 2) : Math.Pow(1 + beta, 2 * blocks),
                GradientsText.ResidualDeviationsAdded),
            new(
                (blocks, beta, norm) => norm ? blocks * beta * beta : Math.Pow(1 + beta * beta, blocks),
                GradientsText.ResidualWithoutStart),
            new((blocks, beta, norm) => norm ? 1 : Math.Pow(1 + beta * beta, blocks), GradientsText.ResidualNormalisedSum),
        ],
        Hints = [GradientsText.ResidualHint1, GradientsText.ResidualHint2],
        Explanation = GradientsText.ResidualExplanation,
    };

    /// <summary>Exercise 2.13: by what Fixup (H. Zhang and others, 2019) scales the weights of a residual branch.</summary>
    public static FunctionExercise<Func<int, int, double>, (int Branches, int Layers), double> FixupFactor { get; } = new()
    {
        Id = "2.13",
        Title = GradientsText.FixupExerciseTitle,
        Arguments = ["L", "m"],
        Inputs = random => [(16, 2), (16, 3), .. Draw(18, () => (random.Next(2, 1001), random.Next(2, 6)))],
        Call = (factor, input) => factor(input.Branches, input.Layers),
        Answer = SourceCode.Of<Func<int, int, double>>((L, m) => Math.Pow(L, -1.0 / (2 * m - 2))),
        Misconceptions =
        [
            new((_, _) => 1, GradientsText.FixupWholeDivision),
            new((branches, _) => 1 / Math.Sqrt(branches), GradientsText.FixupTwoLayers),
            new((branches, layers) => Math.Pow(branches, -1.0 / (2 * layers)), GradientsText.FixupAllLayers),
            new((branches, layers) => Math.Pow(branches, -1.0 / (layers - 1)), GradientsText.FixupOneWay),
            new((branches, layers) => Math.Pow(branches, 1.0 / (2 * layers - 2)), GradientsText.FixupSign),
            new((branches, _) => 1.0 / branches, GradientsText.FixupWholeBranch),
        ],
        Hints = [GradientsText.FixupHint1, GradientsText.FixupHint2],
        Explanation = GradientsText.FixupExplanation,
    };

    private static (double[] X, double Gamma, double Beta, double Epsilon) BatchNormInput(Random random) =>
        (Vector(random, random.Next(2, 7), 2), Between(random, 0.5, 2), Between(random, -1, 1), Between(random, 0.01, 1));

    private static double[] Normalised(double[] x, double gamma, double beta, Func<double, double> divisor)
    {
        var (mean, spread) = (x.Average(), Spread(x));
        return [.. x.Select(xi => gamma * (xi - mean) / divisor(spread) + beta)];
    }

    private static double Spread(double[] x)
    {
        double mean = x.Average();
        return x.Average(xi => (xi - mean) * (xi - mean));
    }

    private static double[] Shrunk(double[] gradient, double factor) => [.. gradient.Select(g => g * factor)];
}
