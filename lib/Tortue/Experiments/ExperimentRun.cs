using System.Diagnostics;
using System.Reflection;

namespace Tortue.Experiments;

/// <summary>A run under way: its clock, and a token that the caller and the notebook can both cancel.</summary>
internal sealed class ExperimentRun : IDisposable
{
    private readonly CancellationTokenSource _linked;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly DateTimeOffset _started = TimeProvider.System.GetUtcNow();

    public ExperimentRun(CancellationToken cancellation)
    {
        var notebook = AppContext.GetData("Tortue.Host.Cancellation") as Func<CancellationToken>;
        _linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, notebook?.Invoke() ?? default);
    }

    /// <summary>Cancelled when the caller or the notebook says so.</summary>
    public CancellationToken Cancellation => _linked.Token;

    /// <summary>The record of the run, up to now.</summary>
    public RunRecord Finish(ulong seed, string engine, int threads)
    {
        var version = typeof(ExperimentRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return new(seed, engine, version ?? "", _started, Math.Round(_clock.Elapsed.TotalSeconds, 3), threads);
    }

    public void Dispose() => _linked.Dispose();
}
