using Tortue.Cli.Errors;
using Tortue.Experiments;

namespace Tortue.Cli.Terminal;

/// <summary>Progress of an experiment for logs and pipes: at most one line every <see cref="Interval"/>.</summary>
/// <param name="writeLine">Writes a line; called from the threads that report.</param>
internal sealed class ProgressLines(Action<string> writeLine) : IProgress<ExperimentProgress>
{
    /// <summary>How much time is between two lines: 30 seconds.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private TimeSpan _last;

    /// <inheritdoc/>
    public void Report(ExperimentProgress value)
    {
        lock (_gate)
        {
            if (value.Remaining is not { } remaining || value.Done == value.Total || value.Elapsed - _last < Interval) return;
            _last = value.Elapsed;
            writeLine(TerminalText.MeasuredSoFar.With(100 * value.Fraction, Quantities.Show(value.Elapsed), Quantities.Show(remaining)));
        }
    }
}
