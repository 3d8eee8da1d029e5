using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>
/// The first experiment: networks have a deficit up to some epoch, and are trained clean for as long afterwards. What do they reach,
/// against the epoch at which the deficit was removed? A. Achille, M. Rovere, S. Soatto, "Critical learning periods in deep neural
/// networks", 2017 (arXiv 1711.08856).
/// </summary>
/// <remarks>
/// After the removal the learning rate starts again, so that clean training is the same whenever it begins. It can also fall on over the
/// whole run, as in some replications: then late removal leaves small steps alone, which harms any deficit, and looks like a critical
/// period. Momentum starts at 0 at the removal in both. Networks without any deficit are trained exactly as long: what they reach is what
/// a deficit's accuracy is compared with, network by network of the same seed.
/// On 10,000 images of CIFAR-10, by 8 and 16 channels of convolutions alone, 12 epochs of blur before 12 clean ones left no loss that could
/// be told from chance (<c>data/results/critical-period.cifar10.json</c>). No other setting was tried there.
/// </remarks>
public static class CriticalPeriod
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="CriticalPeriodOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted. In a notebook,
    /// <see cref="CellMemory.Of"/>.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="Data.DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static CriticalPeriodResult Run(
        CriticalPeriodOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static CriticalPeriodResult Measure(
        CriticalPeriodOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(CriticalPeriodsText.RunningCriticalPeriod, progress, cancellation, cells);
        using var scope = TorchSharp.torch.NewDisposeScope();
        var sets = LearnerSets.Of(options.Learner, options.Deficits, options.Seed);
        CriticalPeriodResult Result(RunRecord record, IEnumerable<(int Arm, DeficitTraining Training)> trainings) => new(
            options, record, sets.Clean.Name, sets.Clean.Count, sets.Test.Count, [.. trainings.Select(entry => entry.Training)]);
        var underWay = RunRecord.UnderWay(options.Seed, options.Threads);
        var sweep = new RemovalSweep
        {
            Run = run,
            Sets = sets,
            Arms = [("", options.Learner)],
            Deficits = options.Deficits,
            RemovalEpochs = options.RemovalEpochs,
            CleanEpochs = options.CleanEpochs,
            Schedules = options.Schedules,
            Seeds = [.. Enumerable.Range(0, options.Runs).Select(r => options.Seed + (ulong)r)],
            Threads = options.Threads,
            OnTraining = trainings => run.Show(() => Result(underWay, trainings).Figure()),
        };
        var trainings = sweep.Train();
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), trainings);
    }
}
