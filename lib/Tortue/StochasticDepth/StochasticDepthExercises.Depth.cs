using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.StochasticDepth;

public static partial class StochasticDepthExercises
{
    /// <summary>Exercise 5.1, the course's exercise 6: the expected depth of a network in training.</summary>
    public static FunctionExercise<Func<int, double, double>, (int L, double Last), double> MeanDepth { get; } = new()
    {
        Id = "5.1",
        Title = StochasticDepthText.MeanExerciseTitle,
        Arguments = ["L", "pL"],
        Inputs = random =>
        [
            (1, 0.4), (2, 0.5), (3, 0), (10, 1),
            .. Draw(16, () => (random.Next(2, 120), Draws.Between(random, 0.05, 0.95))),
        ],
        Call = (depth, input) => depth(input.L, input.Last),
        Answer = SourceCode.Of<Func<int, double, double>>((L, pL) => L - (1 - pL) * (L + 1) / 2),
        Misconceptions =
        [
            new((blocks, last) => blocks - (1 - last) * blocks / 2, StochasticDepthText.MeanWithoutOne),
            new((blocks, last) => blocks - (1 - last) * (blocks - 1) / 2, StochasticDepthText.MeanFromZero),
            new((blocks, last) => blocks - (1 - last) * (blocks + 1), StochasticDepthText.MeanWithoutHalf),
            new((blocks, last) => blocks * last, StochasticDepthText.MeanUniform),
            new((blocks, last) => (1 - last) * (blocks + 1) / 2, StochasticDepthText.MeanOfDropped),
            new((blocks, last) => blocks - last * (blocks + 1) / 2, StochasticDepthText.MeanSwapped),
            new((blocks, last) => 1 + blocks - (1 - last) * (blocks + 1) / 2, StochasticDepthText.MeanWithStem),
            new((blocks, last) => 1 - (1 - last) * (blocks + 1) / 2 / blocks, StochasticDepthText.MeanAsShare),
        ],
        Hints = [StochasticDepthText.MeanHint1, StochasticDepthText.MeanHint2],
        Explanation = StochasticDepthText.MeanExplanation,
    };

    /// <summary>Exercise 5.2: its value for the paper's network.</summary>
    public static ValueExercise<double> DepthOf110Layers { get; } = new()
    {
        Id = "5.2",
        Title = StochasticDepthText.PaperExerciseTitle,
        Answer = SourceCode.Of((3 * 54 - 1) / 4.0),
        Misconceptions =
        [
            new((3 * 110 - 1) / 4.0, StochasticDepthText.PaperOf110),
            new((3 * 55 - 1) / 4.0, StochasticDepthText.PaperOf55),
            new(27, StochasticDepthText.PaperUniform),
            new(40.5, StochasticDepthText.PaperWithoutOne),
            new(40, StochasticDepthText.PaperInteger),
            new(41.25, StochasticDepthText.PaperWithStem),
        ],
        Hints = [StochasticDepthText.PaperHint1, StochasticDepthText.PaperHint2],
        Explanation = StochasticDepthText.PaperExplanation,
    };

    /// <summary>Exercise 5.3: the survival probability of one block under the linear rule.</summary>
    public static FunctionExercise<Func<int, int, double, double>, (int Block, int L, double Last), double> Survival { get; } = new()
    {
        Id = "5.3",
        Title = StochasticDepthText.SurvivalExerciseTitle,
        Arguments = ["l", "L", "pL"],
        Inputs = random => [(1, 2, 0.5), (4, 4, 0.2), (1, 54, 0.5), .. Draw(17, () => SurvivalInput(random))],
        Call = (survival, input) => survival(input.Block, input.L, input.Last),
        Answer = SourceCode.Of<Func<int, int, double, double>>((l, L, pL) => 1 - (double)l / L * (1 - pL)),
        Misconceptions =
        [
            new((block, blocks, last) => 1 - (block - 1.0) / (blocks - 1) * (1 - last), StochasticDepthText.SurvivalFromOne),
            new((block, blocks, last) => 1 - (block - 1.0) / blocks * (1 - last), StochasticDepthText.SurvivalCountedFromZero),
            new((block, blocks, last) => 1 - block / (blocks + 1.0) * (1 - last), StochasticDepthText.SurvivalPastEnd),
            new((block, blocks, last) => 1 - block / blocks * (1 - last), StochasticDepthText.SurvivalWholeNumbers),
            new((block, blocks, last) => 1 - (double)block / blocks * last, StochasticDepthText.SurvivalSwapped),
            new((block, blocks, last) => (double)block / blocks * (1 - last), StochasticDepthText.SurvivalDropped),
            new((_, _, last) => last, StochasticDepthText.SurvivalUniform),
            new((block, blocks, last) => Math.Pow(last, (double)block / blocks), StochasticDepthText.SurvivalPower),
        ],
        Hints = [StochasticDepthText.SurvivalHint1, StochasticDepthText.SurvivalHint2],
        Explanation = StochasticDepthText.SurvivalExplanation,
    };

    /// <summary>Exercise 5.4: the variance of the depth.</summary>
    public static FunctionExercise<Func<double[], double>, double[], double> DepthVariance { get; } = new()
    {
        Id = "5.4",
        Title = StochasticDepthText.VarianceExerciseTitle,
        Arguments = ["p"],
        Inputs = random => [[0.5], [0.75, 0.5], [1, 0.2], .. Draw(17, () => Survivals(random, random.Next(2, 7)))],
        Call = (variance, p) => variance(p),
        Answer = SourceCode.Of<Func<double[], double>>(p => p.Sum(pl => pl * (1 - pl))),
        Misconceptions =
        [
            new(p => p.Length * p.Average() * (1 - p.Average()), StochasticDepthText.VarianceBinomial),
            new(p => Math.Sqrt(p.Sum(q => q * (1 - q))), StochasticDepthText.VarianceDeviation),
            new(p => p.Average(q => q * (1 - q)), StochasticDepthText.VarianceMean),
            new(p => p.Sum(q => q - p.Average() is var away ? away * away : 0), StochasticDepthText.VarianceOfProbabilities),
            new(p => p.Sum(), StochasticDepthText.VarianceIsMean),
            new(p => p.Sum() - p.Sum() * p.Sum(), StochasticDepthText.VarianceOfSquares),
            new(p => p.Sum(q => (1 - q) * (1 - q)), StochasticDepthText.VarianceDropped),
        ],
        Hints = [StochasticDepthText.VarianceHint1, StochasticDepthText.VarianceHint2],
        Explanation = StochasticDepthText.VarianceExplanation,
    };

    /// <summary>Exercise 5.5: the distribution of the depth of three blocks.</summary>
    public static FunctionExercise<Func<double, double, double, double[]>, double[], double[]> DepthOfThree { get; } = new()
    {
        Id = "5.5",
        Title = StochasticDepthText.ThreeExerciseTitle,
        Arguments = ["p"],
        Inputs = random => [[0.5, 0.5, 0.5], [1, 0.5, 0.5], .. Draw(18, () => Survivals(random, 3))],
        Call = (distribution, p) => distribution(p[0], p[1], p[2]),
        Answer = SourceCode.Of<Func<double, double, double, double[]>>((p1, p2, p3) =>
        {
            double q1 = 1 - p1, q2 = 1 - p2, q3 = 1 - p3;
            return
            [
                q1 * q2 * q3,
                p1 * q2 * q3 + q1 * p2 * q3 + q1 * q2 * p3,
                p1 * p2 * q3 + p1 * q2 * p3 + q1 * p2 * p3,
                p1 * p2 * p3,
            ];
        }),
        Misconceptions =
        [
            new((a, b, c) => [.. Three(a, b, c).Reverse()], StochasticDepthText.ThreeReversed),
            new((a, b, c) => Three((a + b + c) / 3, (a + b + c) / 3, (a + b + c) / 3), StochasticDepthText.ThreeBinomial),
            new(
                (a, b, c) => [(1 - a) * (1 - b) * (1 - c), a * (1 - b) * (1 - c), a * b * (1 - c), a * b * c],
                StochasticDepthText.ThreeInOrder),
            new((a, b, c) => [.. Three(a, b, c).Skip(1)], StochasticDepthText.ThreeWithoutNone),
            new((a, b, c) => Cumulative(Three(a, b, c)), StochasticDepthText.ThreeCumulative),
            new(
                (a, b, c) => [(1 - a) * (1 - b) * (1 - c), a + b + c, a * b + a * c + b * c, a * b * c],
                StochasticDepthText.ThreeAtLeast),
        ],
        Hints = [StochasticDepthText.ThreeHint1, StochasticDepthText.ThreeHint2],
        Explanation = StochasticDepthText.ThreeExplanation,
    };

    // Not the last block, where several mistakes give p_L by chance, but for the fixed inputs.
    private static (int Block, int L, double Last) SurvivalInput(Random random)
    {
        int blocks = random.Next(3, 60);
        return (random.Next(1, blocks), blocks, Draws.Between(random, 0.05, 0.95));
    }

    private static double[] Survivals(Random random, int count) => [.. Draw(count, () => Draws.Between(random, 0.05, 0.95))];

    private static double[] Three(double a, double b, double c) => [.. SurvivalProbabilities.Distribution([a, b, c])];

    private static double[] Cumulative(double[] likely) => [.. likely.Select((_, k) => likely.Take(k + 1).Sum())];
}
