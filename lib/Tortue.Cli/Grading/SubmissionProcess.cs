using System.ComponentModel;
using System.Diagnostics;
using System.Text;
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
    private const int MostLastWords = 2_000;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    // How long what a process wrote may take to arrive after its end; something that it left running may hold the pipe open for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

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
            using var process = Process.Start(Start(notebook, journal, scratch.FullName))!;
            process.StandardInput.Close();
            var lastWords = DrainAsync(process.StandardError, MostLastWords);
            _ = DrainAsync(process.StandardOutput, 0);
            GradingEnd? limit;
            try
            {
                limit = await WatchAsync(process, journal, cancellationToken);
            }
            finally
            {
                Kill(process);
            }

            await process.WaitForExitAsync(CancellationToken.None);
            await Task.WhenAny(lastWords, Task.Delay(Patience, CancellationToken.None));
            var words = lastWords.IsCompletedSuccessfully ? await lastWords : "";
            return (GradingJournal.Read(journal), new ProcessEnd(process.ExitCode, limit, words));
        }
        finally
        {
            Remove(scratch);
        }
    }

    private ProcessStartInfo Start(string notebook, string journal, string scratch)
    {
        var start = OwnProgram.Start(GradeNotebookCommand.Words(notebook, journal, library, seed));
        start.WorkingDirectory = Path.GetDirectoryName(notebook)!;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.CreateNoWindow = true;
        WorkerEnvironment.Fill(start.Environment, limits, scratch);
        return start;
    }

    /// <summary>Waits for the end of a process, or for the first limit that it reaches.</summary>
    private async Task<GradingEnd?> WatchAsync(Process process, string journal, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var exit = process.WaitForExitAsync(cancellationToken);
        while (!exit.IsCompleted)
        {
            if (Stopwatch.GetElapsedTime(start) > limits.Time) return GradingEnd.TimedOut;
            if (MemoryOf(process) > limits.Memory) return GradingEnd.OutOfMemory;
            if (new FileInfo(journal) is { Exists: true } file && file.Length > limits.Journal) return GradingEnd.TooMuchOutput;
            await Task.WhenAny(exit, Task.Delay(Glance, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        await exit;
        return null;
    }

    private static long MemoryOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has just ended.
            return 0;
        }
    }

    /// <summary>Reads a stream to its end, so that its writer never waits, and keeps the beginning.</summary>
    private static async Task<string> DrainAsync(StreamReader stream, int most)
    {
        var kept = new StringBuilder();
        var buffer = new char[4096];
        try
        {
            while (await stream.ReadAsync(buffer) is > 0 and var count)
                kept.Append(buffer, 0, Math.Min(count, most - kept.Length));
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process is gone, and its pipe with it.
        }

        return kept.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended, or something that it started does not belong to us.
        }
    }

    /// <summary>Removes the folder of a run, as far as that is possible.</summary>
    internal static void Remove(DirectoryInfo scratch)
    {
        try
        {
            scratch.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Something that the notebook left running holds a file: the system's own tidying will find it.
        }
    }
}
