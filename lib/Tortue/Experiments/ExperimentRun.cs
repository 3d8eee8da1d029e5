using System.Diagnostics;
using System.Text.Json;
using Tortue.Display;

namespace Tortue.Experiments;

/// <summary>A run under way: its clock, and a token that the caller and the notebook can both cancel.</summary>
internal sealed class ExperimentRun : IDisposable
{
    private readonly CancellationTokenSource _linked;
    private readonly NotebookProgress _notebookProgress;
    private readonly LiveChart _chart = new();
    private readonly ICellStore? _cells;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly DateTimeOffset _started = TimeProvider.System.GetUtcNow();

    public ExperimentRun(string what, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells = null)
    {
        _linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, NotebookHost.Cancellation);
        _notebookProgress = new NotebookProgress(what);
        Progress = progress ?? _notebookProgress;
        _cells = cells;
    }

    /// <summary>Cancelled when the caller or the notebook says so.</summary>
    public CancellationToken Cancellation => _linked.Token;

    /// <summary>The caller's listener, or else an output below the running cell.</summary>
    public IProgress<ExperimentProgress> Progress { get; }

    /// <summary>Tells how much of the work is done.</summary>
    public void Report(int done, int total) => Progress.Report(new(done, total, _clock.Elapsed));

    /// <summary>Draws what has been measured so far below the running cell, at most once a second; <see cref="Finish"/> takes it away.
    /// Of a run that is cancelled it stays.</summary>
    /// <param name="draw">Makes the chart; not called where nothing is shown.</param>
    public void Show(Func<IMimeBundle> draw) => _chart.Show(draw);

    /// <summary>A part of the result: kept from an earlier run that was stopped, or computed now and kept for the next.</summary>
    /// <param name="key">Which part.</param>
    /// <param name="compute">Computes it from the settings alone, whatever other parts were computed before; throws when cancelled.</param>
    public T Cell<T>(string key, Func<T> compute)
        where T : notnull
    {
        if (_cells?.Find(key) is { } json && JsonSerializer.Deserialize<T>(json, ExperimentJson.Options) is { } kept)
            return kept;
        Cancellation.ThrowIfCancellationRequested();
        var computed = compute();
        _cells?.Keep(key, JsonSerializer.Serialize(computed, ExperimentJson.Options), Spent);
        return computed;
    }

    /// <summary>The record of the run, up to now; its time includes that of earlier runs that it goes on from.</summary>
    public RunRecord Finish(ulong seed, string engine, int threads)
    {
        _chart.Remove();
        var seconds = Math.Round(Spent.TotalSeconds, 3);
        return new(seed, engine, Versions.Of(typeof(ExperimentRun).Assembly), _started, seconds, threads);
    }

    private TimeSpan Spent => (_cells?.Spent ?? TimeSpan.Zero) + _clock.Elapsed;

    public void Dispose()
    {
        _linked.Dispose();
        _notebookProgress.Dispose();
    }
}
