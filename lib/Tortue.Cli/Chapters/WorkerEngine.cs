using System.Globalization;
using Tortue.Cli.Commands;
using Tortue.Cli.Errors;
using Tortue.Cli.Processes;
using Tortue.Cli.Running;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Chapters;

/// <summary>
/// Runs each notebook in a process of its own: notebooks share what belongs to a process, such as the console and the engine's generator,
/// and one that takes its process down leaves the others alone.
/// </summary>
/// <param name="processors">How many processors each process sees.</param>
internal sealed class WorkerEngine(int processors) : INotebookEngine
{
    // 128 + SIGKILL.
    private const int Killed = 137;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    /// <exception cref="WorkerException">The process ended without a result.</exception>
    public async Task<NotebookRunResult> RunAsync(
        NotebookDocument document,
        string workingDirectory,
        NotebookRunnerOptions options,
        IProgress<NotebookProgress> progress,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var scratch = Directory.CreateTempSubdirectory("tortue-run-");
        try
        {
            var folder = new WorkerFolder(scratch.FullName);
            folder.Ask(
                new WorkerRequest(document.Name, workingDirectory, options.CellTimeout, options.Solutions, options.Results), document);
            using var follower = new ProgressFile.Follower(folder.Progress, progress);
            using var process = Start(folder, workingDirectory);
            await FollowAsync(process, follower, cancellationToken);
            var (code, lastWords) = await process.EndAsync();
            // Ctrl+C reaches the process too, so that it may have ended by itself.
            cancellationToken.ThrowIfCancellationRequested();
            if (code == ExitCode.Success && ChapterRun.TryRead(folder.Result) is { } run && run.TryApply(document))
                return new NotebookRunResult(run.Record.Failure, run.Record.Elapsed);
            throw new WorkerException(Describe(code, lastWords), follower.Last);
        }
        finally
        {
            ChildProcess.Remove(scratch);
        }
    }

    private ChildProcess Start(WorkerFolder folder, string workingDirectory)
    {
        var start = OwnProgram.Start(RunChapterCommand.Words(folder));
        start.WorkingDirectory = workingDirectory;
        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString("X", CultureInfo.InvariantCulture);
        return ChildProcess.Start(start);
    }

    private static async Task FollowAsync(ChildProcess process, ProgressFile.Follower follower, CancellationToken cancellationToken)
    {
        var exit = process.WaitAsync(cancellationToken);
        while (!exit.IsCompleted)
        {
            await Task.WhenAny(exit, Task.Delay(Glance, cancellationToken));
            follower.Read();
        }

        await exit;
        follower.Read();
    }

    private static string Describe(int code, string lastWords)
    {
        // What .NET says of its end is a line or two before the stack.
        var words = string.Join(' ', lastWords
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .TakeWhile(line => !line.StartsWith("at ", StringComparison.Ordinal) && !line.StartsWith("Repeat", StringComparison.Ordinal))
            .Take(2));
        if (words.StartsWith("Out of memory", StringComparison.Ordinal)) return ChaptersText.WorkerOutOfMemory;
        if (code == Killed) return ChaptersText.WorkerKilled;
        return words.Length == 0 ? ChaptersText.WorkerEnded.With(code) : ChaptersText.WorkerEndedSaying.With(code, words.TrimEnd('.'));
    }
}
