using System.Diagnostics;

namespace Tortue.Benchmarks;

/// <summary>Times several ways of doing one piece of work side by side.</summary>
internal static class Race
{
    // Threads of the one before may spin on, on cores that the next one wants: OpenBLAS's do for a tenth of a second.
    private static readonly TimeSpan LongPause = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// Median seconds of one run for each contender. The repetitions are interleaved, so that a change in the machine's load or
    /// clock meets all contenders alike; each repetition runs the work often enough to last about <paramref name="repetition"/>.
    /// </summary>
    /// <param name="contenders">What to compare.</param>
    /// <param name="repetitions">How many times each is timed.</param>
    /// <param name="repetition">How long one timing should last.</param>
    /// <param name="pause">How long to wait before each timing; a tenth of a second and a half when null.</param>
    /// <returns>Seconds, in the contenders' order.</returns>
    public static double[] Medians(
        IReadOnlyList<Contender> contenders, int repetitions, TimeSpan repetition, TimeSpan? pause = null)
    {
        var runs = contenders.Select(contender => RunsWithin(contender, repetition)).ToArray();
        var seconds = contenders.Select(_ => new double[repetitions]).ToArray();
        for (int r = 0; r < repetitions; r++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                Thread.Sleep(pause ?? LongPause);
                contenders[i].Seconds(1);
                seconds[i][r] = contenders[i].Seconds(runs[i]) / runs[i];
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

    private static int RunsWithin(Contender contender, TimeSpan duration)
    {
        long start = Stopwatch.GetTimestamp();
        for (int runs = 1; ;)
        {
            double seconds = contender.Seconds(runs);
            if (seconds * 2 <= duration.TotalSeconds)
                runs *= 2;
            else if (Stopwatch.GetElapsedTime(start) > contender.WarmUp)
                return runs;
        }
    }
}
