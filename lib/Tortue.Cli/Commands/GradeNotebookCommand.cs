using System.CommandLine;
using System.Globalization;
using Tortue.Cli.Errors;
using Tortue.Cli.Processes;
using Tortue.Notebooks.Grading;

namespace Tortue.Cli.Commands;

/// <summary>What <c>tortue grade</c> starts for each notebook: a command for itself, which no help shows.</summary>
internal sealed class GradeNotebookCommand
{
    private const string Name = "grade-notebook";

    private readonly Argument<string> _notebook = new("notebook");
    private readonly Argument<string> _journal = new("journal");
    private readonly Argument<string> _library = new("library");
    private readonly Argument<int> _seed = new("seed");
    private readonly Argument<int> _parent = new("parent");

    /// <summary>The command line for one notebook.</summary>
    /// <param name="notebook">The notebook's full path.</param>
    /// <param name="journal">The file for what happens, in a folder for this run alone.</param>
    /// <param name="library">The folder of the course's library.</param>
    /// <param name="seed">What the checks draw their inputs from.</param>
    public static IEnumerable<string> Words(string notebook, string journal, string library, int seed) =>
        [Name, notebook, journal, library, Number(seed), Number(Environment.ProcessId)];

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command(Name) { _notebook, _journal, _library, _seed, _parent };
        command.Hidden = true;
        command.SetAction(RunAsync);
        return command;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_journal)!;
        var scratch = new DirectoryInfo(Path.GetDirectoryName(path)!);
        ParentWatch.Start(parsed.GetValue(_parent), () => ChildProcess.Remove(scratch));
        using (var journal = new GradingJournal(path))
        {
            var options = new NotebookGraderOptions { LibraryFolder = parsed.GetValue(_library), Seed = parsed.GetValue(_seed) };
            await new NotebookGrader(options).RunAsync(parsed.GetValue(_notebook)!, journal, cancellationToken);
        }

        // Threads that cells have left running would keep the process until its time is up.
        Environment.Exit(ExitCode.Success);
        return ExitCode.Success;
    }
}
