using System.Diagnostics;

namespace Tortue.Benchmarks;

/// <summary>Times several ways of doing one piece of work side by side.</summary>
internal static class Race
{
    // Threads of the one before may spin on, on cores that the next one wants: OpenBLAS's do for a tenth of a second.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// Median seconds of one run for each contender. The repetitions are interleaved, so that a change in the machine's load or
    /// clock meets all contenders alike; each repetition runs the work often enough to last about <paramref name="repetition"/>.
    /// </summary>
    /// <param name="contenders">What to compare.</param>
    /// <param name="repetitions">How many times each is timed.</param>
    /// <param name="repetition">How long one timing should last.</param>
    /// <returns>Seconds, in the contenders' order.</returns>
    public static double[] Medians(IReadOnlyList<Contender> contenders, int repetitions, TimeSpan repetition)
    {
        var runs = contenders.Select(contender => RunsWithin(contender.Run, repetition)).ToArray();
        var seconds = contenders.Select(_ => new double[repetitions]).ToArray();
        for (int r = 0; r < repetitions; r++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                Thread.Sleep(Pause);
                contenders[i].Run();
                seconds[i][r] = Seconds(contenders[i].Run, runs[i]) / runs[i];
            }
        }

        return [.. seconds.Select(Median)];
    }

    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    public static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    // Doubling until the work lasts long enough also warms caches, worker threads and the compiler's tiers.
    private static int RunsWithin(Action run, TimeSpan duration)
    {
        for (int i = 0; i < 40; i++)
            run();
        for (int runs = 1; ; runs *= 2)
        {
            if (Seconds(run, runs) * 2 > duration.TotalSeconds)
                return runs;
        }
    }

    private static double Seconds(Action run, int runs)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
            run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
