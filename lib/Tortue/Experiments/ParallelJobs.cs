using System.Diagnostics;

namespace Tortue.Experiments;

/// <summary>Independent jobs on a bounded number of threads, with progress and cancellation.</summary>
internal static class ParallelJobs
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Threads that an experiment uses unless told otherwise: one a core.</summary>
    public static int DefaultThreads => Environment.ProcessorCount;

    /// <summary>Runs the jobs 0 … count − 1, started in this order.</summary>
    /// <param name="count">How many jobs.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="size">The work in a job, for the progress.</param>
    /// <param name="start">Makes what one thread needs for all its jobs.</param>
    /// <param name="run">Runs one job.</param>
    /// <param name="progress">Told at most ten times a second, and at the end; or null.</param>
    /// <param name="cancellation">Looked at before every job.</param>
    public static void Run<TWorker>(
        int count,
        int threads,
        Func<int, long> size,
        Func<TWorker> start,
        Action<TWorker, int> run,
        IProgress<ExperimentProgress>? progress,
        CancellationToken cancellation)
    {
        var total = Enumerable.Range(0, count).Sum(size);
        var clock = Stopwatch.StartNew();
        var gate = new Lock();
        var lastReport = TimeSpan.Zero;
        var done = 0L;
        var next = -1;

        void Work()
        {
            var worker = start();
            for (int job; (job = Interlocked.Increment(ref next)) < count;)
            {
                cancellation.ThrowIfCancellationRequested();
                run(worker, job);
                lock (gate)
                {
                    done += size(job);
                    if (progress is null || (clock.Elapsed - lastReport < ReportInterval && done < total))
                        continue;
                    lastReport = clock.Elapsed;
                    progress.Report(new(done, total, lastReport));
                }
            }
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, Math.Min(threads, count), options, _ => Work());
    }
}
