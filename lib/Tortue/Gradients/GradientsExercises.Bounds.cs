using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Gradients;

public static partial class GradientsExercises
{
    private const double Reach = 10;
    private const double GridStep = 0.01;

    private static readonly (string Name, Func<double, double> Function)[] Curves =
    [
        ("1/(1+exp(−cz))", Sigmoid), ("tanh(cz)", Math.Tanh), ("1/(1+exp(cz))", z => Sigmoid(-z)), ("cz/(1+exp(−cz))", z => z * Sigmoid(z)),
    ];

    /// <summary>Exercise 2.4: γ = sup |f′| of an activation.</summary>
    public static FunctionExercise<Func<Func<double, double>, double>, (string F, double C), double> SteepestSlope { get; } = new()
    {
        Id = "2.4",
        Title = GradientsText.SteepestExerciseTitle,
        Arguments = ["f", "c"],
        Tolerance = 0.005,
        Inputs = random => Curves.Select(curve => (curve.Name, 1.0))
            .Concat(Draw(8, () => (Curves[random.Next(Curves.Length)].Name, Between(random, 0.5, 3)))),
        Call = (steepest, input) => steepest(z => Curve(input.F)(input.C * z)),
        Answer = SourceCode.Of<Func<Func<double, double>, double>>(f =>
        {
            var (steepest, h) = (0.0, 0.01);
            for (var z = -10.0; z <= 10; z += h)
                steepest = Math.Max(steepest, Math.Abs(f(z + h) - f(z - h)) / (2 * h));

            return steepest;
        }),
        Misconceptions =
        [
            new(f => Grid().Max(z => Derivative(f, z)), GradientsText.SteepestWithoutAbsolute),
            new(f => Math.Abs(Derivative(f, 0)), GradientsText.SteepestAtZero),
            new(f => Grid().Max(f), GradientsText.SteepestValue),
            new(_ => 0.25, GradientsText.SteepestQuarter),
        ],
        Hints = [GradientsText.SteepestHint1, GradientsText.SteepestHint2],
        Explanation = GradientsText.SteepestExplanation,
    };

    /// <summary>Exercise 2.5: a bound on |δ^l| that holds: absolute values inside the sums.</summary>
    public static
        FunctionExercise<Func<double[][,], double[], double, double[]>, (double[][,] Weights, double[] Last, double Gamma), double[]>
        DeltaBound
    { get; } = new()
    {
        Id = "2.5",
        Title = GradientsText.BoundExerciseTitle,
        Arguments = ["weights", "deltaLast", "gamma"],
        Inputs = random =>
        [
            ([new double[,] { { 1 }, { 1 } }, new double[,] { { 1, -1 } }], [1], 0.25),
            .. Draw(19, () => BoundInput(random)),
        ],
        Call = (bound, input) => bound(input.Weights, input.Last, input.Gamma),
        Answer = SourceCode.Of<Func<double[][,], double[], double, double[]>>((weights, deltaLast, gamma) =>
        {
            var bound = deltaLast.Select(Math.Abs).ToArray();
            foreach (var w in weights.Reverse())
            {
                bound = Enumerable.Range(0, w.GetLength(1))
                    .Select(j => gamma * Enumerable.Range(0, w.GetLength(0)).Sum(k => Math.Abs(w[k, j]) * bound[k]))
                    .ToArray();
            }

            return bound;
        }),
        Misconceptions =
        [
            new((weights, last, gamma) => Outside(weights, last, Math.Pow(gamma, weights.Length)), GradientsText.BoundOutside),
            new((weights, last, gamma) => Outside(weights, last, Math.Pow(gamma, weights.Length + 1)), GradientsText.BoundSlide),
            new((weights, last, gamma) => Inside(weights, last, Math.Pow(gamma, weights.Length + 1)), GradientsText.BoundOneTooMany),
            new((weights, last, _) => Inside(weights, last, 1), GradientsText.BoundWithoutGamma),
            new((weights, last, gamma) => Inside(weights, last, gamma), GradientsText.BoundGammaOnce),
            new(
                (weights, last, gamma) => Outside(weights, [.. last.Select(Math.Abs)], Math.Pow(gamma, weights.Length)),
                GradientsText.BoundSignedWeights),
        ],
        Hints = [GradientsText.BoundHint1, GradientsText.BoundHint2],
        Explanation = GradientsText.BoundExplanation,
    };

    /// <summary>Exercise 2.6: the depth at which the bound (γ ‖w‖)^(L−1) on ‖δ¹‖ / ‖δ^L‖ falls below a share.</summary>
    public static
        FunctionExercise<Func<double, double, double, int>, (double Gamma, double Norm, double Share), int>
        VanishingDepth
    { get; } = new()
    {
        Id = "2.6",
        Title = GradientsText.VanishingExerciseTitle,
        Arguments = ["gamma", "norm", "share"],
        Inputs = random => [(0.25, 1, 1e-6), (0.25, 3, 1e-6), .. Draw(18, () => VanishingInput(random))],
        Call = (depth, input) => depth(input.Gamma, input.Norm, input.Share),
        Answer = SourceCode.Of<Func<double, double, double, int>>((gamma, norm, share) =>
        {
            var (depth, bound) = (1, 1.0);
            while (bound >= share)
            {
                bound *= gamma * norm;
                depth++;
            }

            return depth;
        }),
        Misconceptions =
        [
            new((gamma, norm, share) => FirstBelow(share, 1, gamma * norm) - 1, GradientsText.VanishingSteps),
            new((gamma, _, share) => FirstBelow(share, 1, gamma), GradientsText.VanishingWithoutNorm),
            new((gamma, norm, share) => FirstBelow(share, norm, gamma), GradientsText.VanishingNormOnce),
            new((gamma, norm, share) => FirstBelow(share, 1, gamma * gamma * norm * norm), GradientsText.VanishingSquared),
        ],
        Hints = [GradientsText.VanishingHint1, GradientsText.VanishingHint2],
        Explanation = GradientsText.VanishingExplanation,
    };

    private static (double[][,] Weights, double[] Last, double Gamma) BoundInput(Random random)
    {
        int[] widths = [.. Draw(random.Next(2, 5), () => random.Next(1, 4))];
        double[][,] weights = [.. widths.Zip(widths.Skip(1), (inputs, units) => Matrix(random, units, inputs, 2))];
        return (weights, Vector(random, widths[^1]), Between(random, 0.2, 0.9));
    }

    private static (double Gamma, double Norm, double Share) VanishingInput(Random random)
    {
        double gamma = Between(random, 0.2, 0.95);
        return (gamma, Math.Round((0.5 + 0.4 * random.NextDouble()) / gamma, 2), Math.Pow(10, -Between(random, 1, 12)));
    }

    private static Func<double, double> Curve(string name) => Curves.Single(curve => curve.Name == name).Function;

    private static IEnumerable<double> Grid()
    {
        int steps = (int)(Reach / GridStep);
        return Enumerable.Range(-steps, 2 * steps + 1).Select(i => i * GridStep);
    }

    private static double Derivative(Func<double, double> f, double z) => (f(z + GridStep) - f(z - GridStep)) / (2 * GridStep);

    private static double[] Outside(double[][,] weights, double[] last, double factor) =>
        [.. weights.Reverse().Aggregate(last, (v, w) => Back(w, v)).Select(v => factor * Math.Abs(v))];

    private static double[] Inside(double[][,] weights, double[] last, double factor) =>
        Outside([.. weights.Select(Absolute)], [.. last.Select(Math.Abs)], factor);

    private static double[,] Absolute(double[,] w)
    {
        var absolute = (double[,])w.Clone();
        for (int i = 0; i < w.GetLength(0); i++)
        {
            for (int j = 0; j < w.GetLength(1); j++)
                absolute[i, j] = Math.Abs(w[i, j]);
        }

        return absolute;
    }

    private static int FirstBelow(double share, double start, double factor)
    {
        int depth = 1;
        for (double bound = start; bound >= share; depth++)
            bound *= factor;
        return depth;
    }
}
