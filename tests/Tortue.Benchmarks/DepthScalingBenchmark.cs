using System.Diagnostics;
using Tortue.DepthScaling;
using Tortue.Numerics;

namespace Tortue.Benchmarks;

/// <summary>
/// The whole grid of figures 1 and 3 of Marion et al. 2025, forward and backward, against the floor: drawing as many weights and doing
/// nothing with them.
/// </summary>
internal static class DepthScalingBenchmark
{
    private const int Repetitions = 5;
    private static readonly double[] Betas = [1, 0.5, 0.25];
    private static readonly int[] Depths = [10, 120, 230, 340, 450, 560, 670, 780, 890, 1000];

    public static int Run(string[] arguments)
    {
        var threads = arguments.Length > 0 ? int.Parse(arguments[0]) : Environment.ProcessorCount;
        NetworkEnsemble[] grid =
            [.. from beta in Betas from depth in Depths select new NetworkEnsemble(new() { Beta = beta, Depth = depth }, 50)];
        var networks = grid.Sum(ensemble => ensemble.Count);
        var weights = grid.Sum(ensemble => ensemble.Count * ensemble.Shape.WeightCount);

        Console.WriteLine($"figures 1 and 3: {networks:N0} networks, {weights:N0} weights, d = 40, {threads} threads");
        var first = Seconds(() => NetworkEnsemble.Run(grid, 1, threads, null, CancellationToken.None));
        Console.WriteLine($"first run, compiler included   {first,7:F3} s");
        var runs = new double[Repetitions];
        var draws = new double[Repetitions];
        for (int i = 0; i < Repetitions; i++)
        {
            runs[i] = Seconds(() => NetworkEnsemble.Run(grid, (ulong)i, threads, null, CancellationToken.None));
            draws[i] = Seconds(() => Draw(weights, threads));
        }

        var run = Race.Median(runs);
        var draw = Race.Median(draws);
        var speed = $"{weights / run / 1e9:F2} G weights/s   {networks / run:F0} networks/s";
        Console.WriteLine($"grid, median of {Repetitions}              {run,7:F3} s   {speed}");
        Console.WriteLine($"drawing the weights alone      {draw,7:F3} s   {weights / draw / 1e9:F2} G weights/s");
        Console.WriteLine($"grid / drawing                 {run / draw,7:F2}");
        return 0;
    }

    private static void Draw(long weights, int threads)
    {
        const int Matrix = 40 * 40;
        var matrices = (int)(weights / Matrix / threads);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            var matrix = new float[Matrix];
            for (int i = 0; i < matrices; i++)
                Philox4x32.FillUniform(matrix, 0.27f, new(0, (uint)i, (uint)thread, 0), 1);
        });
    }

    private static double Seconds(Action run)
    {
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
