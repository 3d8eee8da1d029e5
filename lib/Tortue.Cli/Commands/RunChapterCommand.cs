using System.CommandLine;
using System.Globalization;
using Tortue.Cli.Chapters;
using Tortue.Cli.Errors;
using Tortue.Cli.Processes;
using Tortue.Cli.Running;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Commands;

/// <summary>What other commands start for each notebook that they run: a command for themselves, which no help shows.</summary>
internal sealed class RunChapterCommand
{
    private const string Name = "run-chapter";

    private readonly Argument<string> _folder = new("folder");
    private readonly Argument<int> _parent = new("parent");

    /// <summary>The command line for one notebook.</summary>
    /// <param name="folder">Where the worker finds what is asked for.</param>
    public static IEnumerable<string> Words(WorkerFolder folder) =>
        [Name, folder.FullPath, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command(Name) { _folder, _parent };
        command.Hidden = true;
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = new WorkerFolder(parsed.GetValue(_folder)!);
        ParentWatch.Start(parsed.GetValue(_parent), () => ChildProcess.Remove(new DirectoryInfo(folder.FullPath)));
        var (request, document) = folder.Read();
        var options = new NotebookRunnerOptions
        {
            CellTimeout = request.CellTimeout,
            Solutions = request.Solutions,
            Results = request.Results,
        };
        using (var progress = new ProgressFile(folder.Progress))
        {
            // Ctrl+C in a terminal reaches this process too; the one that started it decides what becomes of the run.
            var result = await new NotebookEngine().RunAsync(document, request.Folder, options, progress, CancellationToken.None);
            ChapterRun.Of(document, result, DateTimeOffset.UtcNow).Write(folder.Result);
        }

        // Threads that cells have left running would keep the process.
        Environment.Exit(ExitCode.Success);
        return ExitCode.Success;
    }
}
