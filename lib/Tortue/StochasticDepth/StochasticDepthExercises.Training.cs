using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.StochasticDepth;

public static partial class StochasticDepthExercises
{
    /// <summary>Exercise 5.6: the survival probability of the last block that gives a wanted share of the blocks.</summary>
    public static FunctionExercise<Func<int, double, double>, (int L, double Share), double> LastSurvivalFor { get; } = new()
    {
        Id = "5.6",
        Title = StochasticDepthText.LastExerciseTitle,
        Arguments = ["L", "share"],
        Inputs = random => [(2, 1), (3, 0.5), (54, 0.75), .. Draw(17, () => (random.Next(2, 120), Draws.Between(random, 0.55, 0.98)))],
        Call = (last, input) => last(input.L, input.Share),
        Answer = SourceCode.Of<Func<int, double, double>>((L, share) => 1 - 2 * (1 - share) * L / (L + 1)),
        Misconceptions =
        [
            new((_, share) => share, StochasticDepthText.LastIsShare),
            new((_, share) => 2 * share - 1, StochasticDepthText.LastWithoutOne),
            new((blocks, share) => 1 - 2 * (1 - share) * blocks / (blocks - 1), StochasticDepthText.LastMinusOne),
            new((blocks, share) => 1 - (1 - share) * blocks / (blocks + 1), StochasticDepthText.LastWithoutTwo),
            new((blocks, share) => 2 * (1 - share) * blocks / (blocks + 1), StochasticDepthText.LastDropped),
            new((blocks, share) => 1 - 2 * share * blocks / (blocks + 1), StochasticDepthText.LastOfSaved),
        ],
        Hints = [StochasticDepthText.LastHint1, StochasticDepthText.LastHint2],
        Explanation = StochasticDepthText.LastExplanation,
    };

    /// <summary>Exercise 5.7: a block at test, as in the paper.</summary>
    public static FunctionExercise<Func<double[], double[], double, double[]>, (double[] H, double[] F, double P), double[]> TestForward
    { get; } = new()
    {
        Id = "5.7",
        Title = StochasticDepthText.TestExerciseTitle,
        Arguments = ["h", "f", "p"],
        Inputs = random =>
        [
            ([1, 0, 2], [1, 3, -8], 0.5),
            .. Draw(19, () => (State(random), Branch(random), Draws.Between(random, 0.1, 0.9))),
        ],
        Call = (forward, input) => forward(input.H, input.F, input.P),
        Answer = SourceCode.Of<Func<double[], double[], double, double[]>>((h, f, p) =>
            [.. h.Zip(f, (hi, fi) => Math.Max(0, p * fi + hi))]),
        Misconceptions =
        [
            new((h, f, p) => Relu(h, f, (a, b) => b + a), StochasticDepthText.TestUnscaled),
            new((h, f, p) => Relu(h, f, (a, b) => p * (b + a)), StochasticDepthText.TestScalesAll),
            new((h, f, p) => Relu(h, f, (a, b) => (1 - p) * b + a), StochasticDepthText.TestDropped),
            new((h, f, p) => Relu(h, f, (a, b) => b / p + a), StochasticDepthText.TestDivided),
            new((h, f, p) => [.. h.Zip(f, (a, b) => p * b + a)], StochasticDepthText.TestWithoutRelu),
            new((h, f, p) => [.. h.Zip(f, (a, b) => p * Math.Max(0, b) + a)], StochasticDepthText.TestReluInside),
            new((h, f, p) => [.. h.Zip(f, (a, b) => p * Math.Max(0, b + a) + (1 - p) * a)], StochasticDepthText.TestMeanOfOutputs),
            new((h, f, p) => Relu(h, f, (a, b) => p * b), StochasticDepthText.TestWithoutShortcut),
        ],
        Hints = [StochasticDepthText.TestHint1, StochasticDepthText.TestHint2],
        Explanation = StochasticDepthText.TestExplanation,
    };

    /// <summary>Exercise 5.8: a block in training, under the inverted convention.</summary>
    public static
        FunctionExercise<Func<double[], double[], double, bool, double[]>, (double[] H, double[] F, double P, bool Survives), double[]>
        InvertedForward
    { get; } = new()
    {
        Id = "5.8",
        Title = StochasticDepthText.InvertedExerciseTitle,
        Arguments = ["h", "f", "p", "survives"],
        Inputs = random =>
        [
            ([1, 0, 2], [1, 3, -8], 0.5, true), ([1, 0, 2], [1, 3, -8], 0.5, false),
            .. Draw(18, () => (State(random), Branch(random), Draws.Between(random, 0.1, 0.9), random.Next(3) > 0)),
        ],
        Call = (forward, input) => forward(input.H, input.F, input.P, input.Survives),
        Answer = SourceCode.Of<Func<double[], double[], double, bool, double[]>>((h, f, p, survives) =>
            survives ? [.. h.Zip(f, (hi, fi) => Math.Max(0, fi / p + hi))] : h),
        Misconceptions =
        [
            new((h, f, p, b) => b ? Relu(h, f, (a, c) => c + a) : h, StochasticDepthText.InvertedPaper),
            new((h, f, p, b) => b ? Relu(h, f, (a, c) => p * c + a) : h, StochasticDepthText.InvertedTimes),
            new((h, f, p, b) => b ? Relu(h, f, (a, c) => (c + a) / p) : h, StochasticDepthText.InvertedAll),
            new((h, f, p, b) => b ? Relu(h, f, (a, c) => c / (1 - p) + a) : h, StochasticDepthText.InvertedDropped),
            new((h, f, p, b) => b ? Relu(h, f, (a, c) => c / p + a) : new double[h.Length], StochasticDepthText.InvertedNothing),
            new((h, f, p, b) => b ? Relu(h, f, (a, c) => c / p + a) : [.. h.Select(a => a / p)], StochasticDepthText.InvertedShortcut),
            new((h, f, p, b) => b ? [.. h.Zip(f, (a, c) => c / p + a)] : h, StochasticDepthText.InvertedWithoutRelu),
            new((h, f, p, _) => Relu(h, f, (a, c) => c / p + a), StochasticDepthText.InvertedAlways),
        ],
        Hints = [StochasticDepthText.InvertedHint1, StochasticDepthText.InvertedHint2],
        Explanation = StochasticDepthText.InvertedExplanation,
    };

    /// <summary>Exercise 5.9: what share of the training time is saved when a part of a step is not blocks.</summary>
    public static FunctionExercise<Func<int, double, double, double>, (int L, double Last, double Others), double> TimeSaved
    { get; } = new()
    {
        Id = "5.9",
        Title = StochasticDepthText.SavedExerciseTitle,
        Arguments = ["L", "pL", "rest"],
        Inputs = random =>
        [
            (54, 0.5, 0), (3, 0, 0.25),
            .. Draw(18, () => (random.Next(2, 120), Draws.Between(random, 0.05, 0.95), Draws.Between(random, 0.05, 0.6))),
        ],
        Call = (saved, input) => saved(input.L, input.Last, input.Others),
        Answer = SourceCode.Of<Func<int, double, double, double>>((L, pL, rest) => (1 - rest) * (1 - pL) * (L + 1) / (2.0 * L)),
        Misconceptions =
        [
            new((blocks, last, _) => (1 - last) * (blocks + 1) / (2.0 * blocks), StochasticDepthText.SavedWithoutRest),
            new(
                (blocks, last, rest) => 1 - (1 - rest) * (1 - last) * (blocks + 1) / (2.0 * blocks), StochasticDepthText.SavedLeft),
            new((_, last, rest) => (1 - rest) * (1 - last) / 2, StochasticDepthText.SavedWithoutOne),
            new((_, last, rest) => (1 - rest) * (1 - last), StochasticDepthText.SavedUniform),
            new((blocks, last, rest) => rest * (1 - last) * (blocks + 1) / (2.0 * blocks), StochasticDepthText.SavedOfRest),
            new((blocks, last, rest) => (1 - last) * (blocks + 1) / (2.0 * blocks) - rest, StochasticDepthText.SavedMinusRest),
            new((blocks, last, rest) => (1 - rest) * (1 - last) * (blocks + 1) / 2, StochasticDepthText.SavedInBlocks),
        ],
        Hints = [StochasticDepthText.SavedHint1, StochasticDepthText.SavedHint2],
        Explanation = StochasticDepthText.SavedExplanation,
    };

    // What comes out of a ReLU: not negative.
    private static double[] State(Random random) => [.. Vector(random, 4, 2).Select(Math.Abs)];

    // Some entries large enough for the ReLU to cut.
    private static double[] Branch(Random random) => Vector(random, 4, 8);

    private static double[] Relu(double[] h, double[] f, Func<double, double, double> sum) =>
        [.. h.Zip(f, (a, b) => Math.Max(0, sum(a, b)))];
}
