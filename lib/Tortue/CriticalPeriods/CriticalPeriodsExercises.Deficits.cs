using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.CriticalPeriods;

public static partial class CriticalPeriodsExercises
{
    private const int Block = Deficits.BlurFactor;

    /// <summary>Exercise 3.1: a row of pixels, blurred.</summary>
    public static FunctionExercise<Func<double[], double[]>, double[], double[]> BlurRow { get; } = new()
    {
        Id = "3.1",
        Title = CriticalPeriodsText.BlurExerciseTitle,
        Arguments = ["row"],
        Inputs = random =>
        [
            [0, 0, 0, 0, 1, 1, 1, 1],
            [0, 1, 0, 1, 0, 1, 0, 1],
            .. Draw(14, () => Vector(random, Block * random.Next(2, 5))),
        ],
        Call = (blur, row) => blur(row),
        Answer = SourceCode.Of<Func<double[], double[]>>(row =>
        {
            var blocks = row.Chunk(4).Select(block => block.Average()).ToArray();
            var blurred = new double[row.Length];
            for (var i = 0; i < row.Length; i++)
            {
                // Where the middle of pixel i lies among the middles of the blocks; outside the first and the last there is nothing to go
                // to.
                var place = Math.Clamp((i + 0.5) / 4 - 0.5, 0, blocks.Length - 1);
                var left = (int)place;
                var right = Math.Min(left + 1, blocks.Length - 1);
                blurred[i] = blocks[left] + (place - left) * (blocks[right] - blocks[left]);
            }

            return blurred;
        }),
        Misconceptions =
        [
            new(row => Between(row, Averages(row), (i, _) => i / Block), CriticalPeriodsText.BlurBlocksOnly),
            new(row => Between(row, Averages(row), (i, _) => (double)i / Block), CriticalPeriodsText.BlurLeftEnds),
            new(row => Between(row, Averages(row), (i, n) => i * (n - 1.0) / (row.Length - 1)), CriticalPeriodsText.BlurCornersAligned),
            new(row => Between(row, [.. row.Where((_, i) => i % Block == 0)], Middle), CriticalPeriodsText.BlurPicked),
            new(row => [.. Enumerable.Repeat(row.Average(), row.Length)], CriticalPeriodsText.BlurWholeMean),
            new(Averages, CriticalPeriodsText.BlurStaysSmall),
        ],
        Hints = [CriticalPeriodsText.BlurHint1, CriticalPeriodsText.BlurHint2],
        Explanation = CriticalPeriodsText.BlurExplanation,
    };

    /// <summary>Exercise 3.2: which deficits leave the fine detail of the images: 1 blur, 2 vertical flip, 3 permutation, 4
    /// noise.</summary>
    public static ValueExercise<int[]> KeepsDetail { get; } = new()
    {
        Id = "3.2",
        Title = CriticalPeriodsText.DetailExerciseTitle,
        Answer = SourceCode.Of<int[]>([2, 3]),
        Misconceptions =
        [
            new([2], CriticalPeriodsText.DetailWithoutLabels),
            new([3], CriticalPeriodsText.DetailWithoutFlip),
            new([2, 3, 4], CriticalPeriodsText.DetailWithNoise),
            new([1, 2, 3], CriticalPeriodsText.DetailWithBlur),
            new([3, 2], CriticalPeriodsText.DetailOrder),
            new([1, 4], CriticalPeriodsText.DetailOpposite),
        ],
        Hints = [CriticalPeriodsText.DetailHint1, CriticalPeriodsText.DetailHint2],
        Explanation = CriticalPeriodsText.DetailExplanation,
    };

    private static double[] Averages(double[] row) => [.. row.Chunk(Block).Select(block => block.Average())];

    private static double Middle(int pixel, int count) => Math.Clamp((pixel + 0.5) / Block - 0.5, 0, count - 1);

    private static double[] Between(double[] row, double[] few, Func<int, int, double> place)
    {
        double At(int pixel)
        {
            double where = Math.Clamp(place(pixel, few.Length), 0, few.Length - 1);
            int left = (int)where, right = Math.Min(left + 1, few.Length - 1);
            return few[left] + (where - left) * (few[right] - few[left]);
        }

        return [.. Enumerable.Range(0, row.Length).Select(At)];
    }
}
