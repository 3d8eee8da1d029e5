using System.Diagnostics;

namespace Tortue.Benchmarks;

/// <summary>One way of doing the work that a benchmark compares.</summary>
/// <param name="Name">The column's title.</param>
/// <param name="Seconds">Does the work as often as it is told and says how long that took.</param>
internal sealed record Contender(string Name, Func<int, double> Seconds)
{
    /// <summary>
    /// How long the compiler takes to see which methods run often, to compile them with counters, and to compile them once more with what
    /// these counted: until then a deep network's step takes five times as long as after.
    /// </summary>
    public static readonly TimeSpan Compilation = TimeSpan.FromSeconds(2);

    /// <summary>How long to run before the first timing; no longer than it takes to find out the time of a run by default.</summary>
    public TimeSpan WarmUp { get; init; }

    /// <summary>A contender of this process.</summary>
    /// <param name="name">The column's title.</param>
    /// <param name="run">Does the work once.</param>
    public static Contender Here(string name, Action run) => new(name, runs =>
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
            run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    })
    { WarmUp = Compilation };
}
