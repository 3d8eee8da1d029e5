using System.Diagnostics;
using Tortue.Display;

namespace Tortue.Experiments;

/// <summary>A run under way: its clock, and a token that the caller and the notebook can both cancel.</summary>
internal sealed class ExperimentRun : IDisposable
{
    private readonly CancellationTokenSource _linked;
    private readonly NotebookProgress _notebookProgress;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly DateTimeOffset _started = TimeProvider.System.GetUtcNow();

    public ExperimentRun(string what, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        _linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, NotebookHost.Cancellation);
        _notebookProgress = new NotebookProgress(what);
        Progress = progress ?? _notebookProgress;
    }

    /// <summary>Cancelled when the caller or the notebook says so.</summary>
    public CancellationToken Cancellation => _linked.Token;

    /// <summary>The caller's listener, or else an output below the running cell.</summary>
    public IProgress<ExperimentProgress> Progress { get; }

    /// <summary>Tells how much of the work is done.</summary>
    public void Report(int done, int total) => Progress.Report(new(done, total, _clock.Elapsed));

    /// <summary>The record of the run, up to now.</summary>
    public RunRecord Finish(ulong seed, string engine, int threads)
    {
        var seconds = Math.Round(_clock.Elapsed.TotalSeconds, 3);
        return new(seed, engine, Versions.Of(typeof(ExperimentRun).Assembly), _started, seconds, threads);
    }

    public void Dispose()
    {
        _linked.Dispose();
        _notebookProgress.Dispose();
    }
}
