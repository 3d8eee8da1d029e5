namespace Tortue.Experiments;

/// <summary>The method Run of an experiment that takes seconds.</summary>
/// <typeparam name="TOptions">The record of its settings.</typeparam>
/// <typeparam name="TResult">Its result.</typeparam>
/// <param name="options">The settings; the quick ones when null.</param>
/// <param name="progress">Told how far the run is, or null.</param>
/// <param name="cancellation">Stops the run within a second.</param>
public delegate TResult PlainRun<in TOptions, out TResult>(
    TOptions? options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    where TOptions : class;
