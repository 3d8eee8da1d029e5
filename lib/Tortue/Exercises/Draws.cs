namespace Tortue.Exercises;

/// <summary>Inputs of exercises by chance, short enough to be read in a message.</summary>
internal static class Draws
{
    /// <summary>So many draws, one after the other.</summary>
    public static IEnumerable<T> Draw<T>(int count, Func<T> draw) => Enumerable.Range(0, count).Select(_ => draw());

    /// <summary>Entries in [−scale, scale], with two decimals.</summary>
    public static double[] Vector(Random random, int length, double scale = 1) => [.. Draw(length, () => Entry(random, scale))];

    /// <summary>A matrix with entries in [−scale, scale], with two decimals.</summary>
    public static double[,] Matrix(Random random, int rows, int columns, double scale = 1)
    {
        var matrix = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                matrix[i, j] = Entry(random, scale);
        }

        return matrix;
    }

    /// <summary>A number in [low, high), with two decimals.</summary>
    public static double Between(Random random, double low, double high) => Math.Round(low + (high - low) * random.NextDouble(), 2);

    private static double Entry(Random random, double scale) => Math.Round(scale * (2 * random.NextDouble() - 1), 2);
}
