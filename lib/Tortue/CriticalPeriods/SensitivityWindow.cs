using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.CriticalPeriods;

/// <summary>
/// The second experiment: networks have a deficit for a few epochs, earlier or later, and are trained clean before and after. When does it
/// harm most? A. Achille, M. Rovere, S. Soatto, "Critical learning periods in deep neural networks", 2017 (arXiv 1711.08856).
/// </summary>
/// <remarks>
/// Clean training after the window has the same length and the same learning rates whenever the window began. Each network is compared with
/// its twin: the same network up to the onset, and then without the deficit. Up to the end of the window the learning rate falls, as in the
/// paper, or is held: if a late window harms less only where the rate falls, that is what small steps do. Momentum starts at 0 at the onset
/// and at the end of the window, for both twins.
/// </remarks>
public static class SensitivityWindow
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="SensitivityWindowOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each pair of trainings.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="Data.DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SensitivityWindowResult Run(
        SensitivityWindowOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static SensitivityWindowResult Measure(
        SensitivityWindowOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(CriticalPeriodsText.RunningSensitivityWindow, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var sets = LearnerSets.Of(options.Learner, [options.Deficit], options.Seed);
        SensitivityWindowResult Result(RunRecord record, IEnumerable<WindowTraining> trainings) => new(
            options, record, sets.Clean.Name, sets.Clean.Count, sets.Test.Count,
            [.. trainings.OrderBy(training => training.Rate).ThenBy(training => training.Onset).ThenBy(training => training.Seed)]);
        var underWay = RunRecord.UnderWay(options.Seed, options.Threads);

        var jobs = (
            from r in Enumerable.Range(0, options.Runs)
            from rate in options.Rates
            select (Seed: options.Seed + (ulong)r, rate)).ToArray();
        var gate = new Lock();
        var done = new List<WindowTraining>();
        ParallelJobs.Run(
            jobs.Length,
            options.Threads,
            _ => 1,
            () => 0,
            (_, job) =>
            {
                using var inner = NewDisposeScope();
                foreach (var training in Grow(options, sets, jobs[job].Seed, jobs[job].rate, run))
                {
                    lock (gate)
                    {
                        done.Add(training);
                        run.Report(done.Count, jobs.Length * options.Onsets.Count);
                        run.Show(() => Result(underWay, done).Figure());
                    }
                }
            },
            progress: null,
            run.Cancellation);
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), done);
    }

    // One network grows up clean; at each onset two copies leave it.
    private static IEnumerable<WindowTraining> Grow(
        SensitivityWindowOptions options, LearnerSets sets, ulong seed, WindowRate rate, ExperimentRun run)
    {
        var learner = options.Learner;
        double RateAt(int epoch) => learner.RateAt(rate == WindowRate.Held ? 0 : epoch);
        using var grown = new Learner(learner, sets.Clean, seed);

        double Final(Deficit deficit)
        {
            using var copy = grown.Twin();
            for (int epoch = 0; epoch < options.WindowEpochs; epoch++)
                copy.Learn(sets[deficit], RateAt(copy.Age), run.Cancellation);
            using var clean = copy.Twin();
            for (int epoch = 0; epoch < options.CleanEpochs; epoch++)
                clean.Learn(sets.Clean, learner.RateAt(epoch), run.Cancellation);
            return Math.Round(clean.Accuracy(sets.Test, run.Cancellation), 5);
        }

        foreach (int onset in options.Onsets)
        {
            yield return run.Cell($"{rate}/seed {seed}/onset {onset}", () =>
            {
                while (grown.Age < onset)
                    grown.Learn(sets.Clean, RateAt(grown.Age), run.Cancellation);
                double atOnset = Math.Round(grown.Accuracy(sets.Test, run.Cancellation), 5);
                return new WindowTraining(rate, seed, onset, atOnset, Final(Deficit.None), Final(options.Deficit));
            });
        }
    }
}
