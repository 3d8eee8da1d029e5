using System.Globalization;
using Tortue.Tensors.Kernels;

namespace Tortue.Benchmarks;

/// <summary>
/// Float32 products of square matrices, in thousand million operations a second (2 n³ a product), beside OpenBLAS where it is found.
/// </summary>
internal static class MatmulBenchmark
{
    private const int Repetitions = 11;

    private static readonly TimeSpan Repetition = TimeSpan.FromMilliseconds(20);
    private static readonly int[] Sizes = [64, 128, 256, 512, 1024];
    private static readonly int[] ThreadCounts = [1, 2];

    /// <summary>Prints the table.</summary>
    /// <param name="arguments">Sizes instead of the usual ones.</param>
    /// <returns>0.</returns>
    public static int Run(string[] arguments)
    {
        var sizes = arguments.Length == 0 ? Sizes : [.. arguments.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        var blas = OpenBlas.Find();
        Console.WriteLine($"Matrix product, float32, {KernelWidths.Best}: GFLOP/s, median of {Repetitions} interleaved repetitions.");
        Console.WriteLine(blas is null
            ? "OpenBLAS was not found; on Debian or Ubuntu, apt install libopenblas0-pthread gets it."
            : $"OpenBLAS uses its {blas.Kernels} kernels; ratio is Tortue's speed over OpenBLAS's.");
        Console.WriteLine();
        Console.WriteLine("threads    n    Tortue  OpenBLAS   ratio");
        int before = Workers.Count;
        foreach (int threads in ThreadCounts)
        {
            Workers.Count = threads;
            foreach (int size in sizes)
                Console.WriteLine(Row(size, threads, blas));
        }

        Workers.Count = before;
        return 0;
    }

    private static string Row(int size, int threads, OpenBlas? blas)
    {
        float[] a = Numbers(size, 1), b = Numbers(size, 2), c = new float[size * size], theirs = new float[size * size];
        var contenders = new List<Contender>
        {
            Contender.Here("Tortue", () => MatrixProduct.Multiply(a, size, 1, b, size, 1, c, size, size, size, size, false)),
        };
        if (blas is not null)
        {
            blas.Threads = threads;
            contenders.Add(Contender.Here("OpenBLAS", () => blas.Multiply(a, b, theirs, size)));
        }

        var speeds = Race.Medians(contenders, Repetitions, Repetition)
            .Select(seconds => 2.0 * size * size * size / seconds / 1e9).ToArray();
        return blas is null
            ? Invariant($"{threads,7} {size,4} {speeds[0],9:F1}         -       -")
            : Invariant($"{threads,7} {size,4} {speeds[0],9:F1} {speeds[1],9:F1} {speeds[0] / speeds[1],7:F2}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static float[] Numbers(int size, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, size * size).Select(_ => random.NextSingle() - 0.5f)];
    }
}
