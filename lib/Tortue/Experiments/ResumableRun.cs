namespace Tortue.Experiments;

/// <summary>The method Run of an experiment that goes on where it was stopped.</summary>
/// <typeparam name="TOptions">The record of its settings.</typeparam>
/// <typeparam name="TResult">Its result.</typeparam>
/// <param name="options">The settings; the quick ones when null.</param>
/// <param name="progress">Told how far the run is, or null.</param>
/// <param name="cancellation">Stops the run within a second.</param>
/// <param name="cells">What a run that was stopped had done, and what keeps what this one does; or null.</param>
public delegate TResult ResumableRun<in TOptions, out TResult>(
    TOptions? options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    where TOptions : class;
