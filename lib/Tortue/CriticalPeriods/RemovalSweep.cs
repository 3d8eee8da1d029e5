using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.CriticalPeriods;

/// <summary>
/// Trains networks under deficits, and clean from several ages on. A deficit's training is done once for each seed, up to the latest
/// removal; at each removal a copy of the network leaves it and is trained clean.
/// </summary>
internal sealed class RemovalSweep
{
    private readonly Lock _gate = new();
    private readonly List<(int Arm, DeficitTraining Training)> _done = [];

    /// <summary>The run that this is part of.</summary>
    public required ExperimentRun Run { get; init; }

    /// <summary>The images.</summary>
    public required LearnerSets Sets { get; init; }

    /// <summary>Networks and rules to compare, each under the same deficits.</summary>
    public required IReadOnlyList<(string Name, LearnerOptions Learner)> Arms { get; init; }

    /// <summary>The deficits, without <see cref="Deficit.None"/>, which is always trained.</summary>
    public required IReadOnlyList<Deficit> Deficits { get; init; }

    /// <summary>Ages at which the deficit is removed, ascending; at 0 there is none, and nothing to continue.</summary>
    public required IReadOnlyList<int> RemovalEpochs { get; init; }

    /// <summary>Epochs of clean training after each removal.</summary>
    public required int CleanEpochs { get; init; }

    /// <summary>What the learning rate does at the removal.</summary>
    public required IReadOnlyList<RemovalSchedule> Schedules { get; init; }

    /// <summary>Seeds of the networks.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Threads; each trains a network of its own.</summary>
    public required int Threads { get; init; }

    /// <summary>Told after each training, with all that are there, in a fixed order; or null.</summary>
    public Action<IReadOnlyList<(int Arm, DeficitTraining Training)>>? OnTraining { get; init; }

    /// <summary>All trainings, arm by arm, in the order of deficits, schedules, removal epochs and seeds.</summary>
    public IReadOnlyList<(int Arm, DeficitTraining Training)> Train()
    {
        var jobs = (
            from seed in Seeds
            from arm in Enumerable.Range(0, Arms.Count)
            from deficit in Deficits.Prepend(Deficit.None)
            select (seed, arm, deficit)).ToArray();
        int total = jobs.Sum(job => Parts(job.deficit).Count());
        ParallelJobs.Run(
            jobs.Length,
            Threads,
            _ => 1,
            () => 0,
            (_, job) =>
            {
                using var scope = NewDisposeScope();
                var (seed, arm, deficit) = jobs[job];
                Grow(arm, deficit, seed, total);
            },
            progress: null,
            Run.Cancellation);
        return Ordered();
    }

    // Removal at 0 is the same training whatever the deficit would have been: it is done for None alone.
    private IEnumerable<(int RemovalEpoch, RemovalSchedule Schedule)> Parts(Deficit deficit) =>
        from epoch in RemovalEpochs
        where epoch > 0 || deficit == Deficit.None
        from schedule in epoch == 0 ? [RemovalSchedule.Restarted] : Schedules
        select (epoch, schedule);

    private void Grow(int arm, Deficit deficit, ulong seed, int total)
    {
        var (name, options) = Arms[arm];
        using var grown = new Learner(options, Sets.Clean, seed);
        foreach (var (removal, schedule) in Parts(deficit))
        {
            var key = $"{name}{deficit}/seed {seed}/removed at {removal}/{schedule}";
            var training = Run.Cell(key, () =>
            {
                while (grown.Age < removal)
                    grown.Learn(Sets[deficit], options.RateAt(grown.Age), Run.Cancellation);
                return Clean(grown, options, deficit, seed, schedule);
            });
            Add(arm, training, total);
        }
    }

    private DeficitTraining Clean(Learner grown, LearnerOptions options, Deficit deficit, ulong seed, RemovalSchedule schedule)
    {
        int removal = grown.Age, start = schedule == RemovalSchedule.Restarted ? 0 : removal;
        double before = grown.Accuracy(Sets.Test, Run.Cancellation), onTheWay = 0;
        using var copy = grown.Twin();
        for (int epoch = 0; epoch < CleanEpochs; epoch++)
            onTheWay = copy.Learn(Sets.Clean, options.RateAt(start + epoch), Run.Cancellation);
        double after = copy.Accuracy(Sets.Test, Run.Cancellation);
        return new(deficit, seed, removal, schedule, Rounded(before), Rounded(after), Rounded(onTheWay));
    }

    private void Add(int arm, DeficitTraining training, int total)
    {
        lock (_gate)
        {
            _done.Add((arm, training));
            Run.Report(_done.Count, total);
            OnTraining?.Invoke(Ordered());
        }
    }

    private List<(int Arm, DeficitTraining Training)> Ordered() =>
    [
        .. from entry in _done
           let training = entry.Training
           orderby entry.Arm, training.Deficit, training.Schedule, training.RemovalEpoch, training.Seed
           select entry,
    ];

    private static double Rounded(double share) => Math.Round(share, 5);
}
