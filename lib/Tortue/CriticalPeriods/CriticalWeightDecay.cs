using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>
/// Whether weight decay changes what a blur leaves behind: final accuracy against its removal, for several λ. A question of the course,
/// after A. Achille, M. Rovere, S. Soatto, "Critical learning periods in deep neural networks", 2017 (arXiv 1711.08856).
/// </summary>
/// <remarks>The blur alone, with a learning rate that starts again at its removal: see <see cref="CriticalPeriod"/>.</remarks>
public static class CriticalWeightDecay
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="CriticalWeightDecayOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="Data.DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static CriticalWeightDecayResult Run(
        CriticalWeightDecayOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static CriticalWeightDecayResult Measure(
        CriticalWeightDecayOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(CriticalPeriodsText.RunningCriticalWeightDecay, progress, cancellation, cells);
        using var scope = TorchSharp.torch.NewDisposeScope();
        var sets = LearnerSets.Of(options.Learner, [Deficit.Blur], options.Seed);
        CriticalWeightDecayResult Result(RunRecord record, IReadOnlyList<RemovalCurve> curves) =>
            new(options, record, sets.Clean.Name, sets.Clean.Count, sets.Test.Count, curves);
        var underWay = RunRecord.UnderWay(options.Seed, options.Threads);
        var curves = RemovalCurves.Train(
            run,
            sets,
            [.. options.WeightDecays.Select(lambda => (lambda, options.Learner with { WeightDecay = lambda }))],
            options.RemovalEpochs,
            options.CleanEpochs,
            [.. Enumerable.Range(0, options.Runs).Select(r => options.Seed + (ulong)r)],
            options.Threads,
            soFar => Result(underWay, soFar).Figure());
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), curves);
    }
}
