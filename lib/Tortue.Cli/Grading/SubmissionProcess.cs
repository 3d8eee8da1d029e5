using System.Diagnostics;
using Tortue.Cli.Commands;
using Tortue.Cli.Processes;
using Tortue.Notebooks.Grading;

namespace Tortue.Cli.Grading;

/// <summary>Runs notebooks in processes of their own, and ends those that go beyond their limits, with whatever they started.</summary>
/// <param name="limits">What each may take.</param>
/// <param name="library">The folder of the course's library.</param>
/// <param name="seed">What the checks draw their inputs from.</param>
internal sealed class SubmissionProcess(GradingLimits limits, string library, int seed)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs one notebook.</summary>
    /// <param name="notebook">Its full path.</param>
    /// <param name="cancellationToken">Ends its process.</param>
    /// <returns>What happened in it, and how its process ended.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<(IReadOnlyList<GradingEvent> Events, ProcessEnd End)> RunAsync(string notebook, CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateTempSubdirectory("tortue-grade-");
        try
        {
            var journal = Path.Combine(scratch.FullName, "journal.jsonl");
            using var process = ChildProcess.Start(Start(notebook, journal, scratch.FullName));
            var limit = await WatchAsync(process, journal, cancellationToken);
            var (code, words) = await process.EndAsync();
            return (GradingJournal.Read(journal), new ProcessEnd(code, limit, words));
        }
        finally
        {
            ChildProcess.Remove(scratch);
        }
    }

    private ProcessStartInfo Start(string notebook, string journal, string scratch)
    {
        var start = OwnProgram.Start(GradeNotebookCommand.Words(notebook, journal, library, seed));
        start.WorkingDirectory = Path.GetDirectoryName(notebook)!;
        WorkerEnvironment.Fill(start.Environment, limits, scratch);
        return start;
    }

    /// <summary>Waits for the end of a process, or for the first limit that it reaches.</summary>
    private async Task<GradingEnd?> WatchAsync(ChildProcess process, string journal, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var exit = process.WaitAsync(cancellationToken);
        while (!exit.IsCompleted)
        {
            if (Stopwatch.GetElapsedTime(start) > limits.Time) return GradingEnd.TimedOut;
            if (process.Memory > limits.Memory) return GradingEnd.OutOfMemory;
            if (new FileInfo(journal) is { Exists: true } file && file.Length > limits.Journal) return GradingEnd.TooMuchOutput;
            await Task.WhenAny(exit, Task.Delay(Glance, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        await exit;
        return null;
    }
}
