namespace Tortue.Experiments;

/// <summary>Independent parts of a run, each a cell that is kept, shared among threads.</summary>
internal static class ParallelCells
{
    /// <summary>Computes them, or takes what an earlier run kept.</summary>
    /// <param name="run">The run, which is told after each part.</param>
    /// <param name="jobs">What is to be done, started in this order.</param>
    /// <param name="key">The key of a part's cell.</param>
    /// <param name="compute">Computes a part from the settings and the job alone.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="onPart">Told after each part, with all that are there, in the order of the jobs; never twice at a time.</param>
    /// <returns>The parts, in the order of the jobs.</returns>
    public static IReadOnlyList<TPart> Run<TJob, TPart>(
        ExperimentRun run,
        IReadOnlyList<TJob> jobs,
        Func<TJob, string> key,
        Func<TJob, TPart> compute,
        int threads,
        Action<IReadOnlyList<TPart>>? onPart = null)
        where TPart : notnull
    {
        var gate = new Lock();
        var done = new SortedDictionary<int, TPart>();
        ParallelJobs.Run(
            jobs.Count,
            threads,
            _ => 1,
            () => 0,
            (_, job) =>
            {
                using var scope = TorchSharp.torch.NewDisposeScope();
                var part = run.Cell(key(jobs[job]), () => compute(jobs[job]));
                lock (gate)
                {
                    done.Add(job, part);
                    run.Report(done.Count, jobs.Count);
                    onPart?.Invoke([.. done.Values]);
                }
            },
            progress: null,
            run.Cancellation);
        return [.. done.Values];
    }
}
