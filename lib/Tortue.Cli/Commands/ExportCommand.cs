using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Running;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue export</c>: runs notebooks in memory and writes a handout of each.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class ExportCommand(CommandServices services)
{
    private readonly Argument<string[]> _notebooks = new("notebook")
    {
        Description = CommandsText.ExportNotebooks,
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { ParseErrorText.RefuseUnknownOptions },
    };

    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "DIR", Description = CommandsText.ExportOutput };
    private readonly Option<string> _solutions = SolutionsOption.Create();
    private readonly Option<double> _timeout = TimeoutOption.Create();

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("export", CommandsText.ExportDescription) { _notebooks, _output, _solutions, _timeout };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var selection = new NotebookSelection(services.CurrentDirectory);
        var notebooks = parsed.GetValue(_notebooks) is { Length: > 0 } names ? selection.Several(names) : selection.All();
        var folder = HandoutFolder.Open(parsed.GetValue(_output) is { } output ? selection.Full(output) : selection.Handouts(notebooks[0]));
        folder.RefuseClashes(notebooks);

        var solutions = Enum.Parse<SolutionDisplay>(parsed.GetValue(_solutions)!, ignoreCase: true);
        var options = new NotebookRunnerOptions
        {
            CellTimeout = TimeSpan.FromMinutes(parsed.GetValue(_timeout)),
            Solutions = solutions != SolutionDisplay.None,
        };
        var export = new NotebookExport(
            services,
            new NotebookJob(services.Engine, options),
            solutions,
            folder);
        var failed = await services.Display().ShowAsync(async view =>
        {
            var names = new List<string>();
            foreach (var notebook in notebooks)
                if (!await export.TryAsync(notebook, view, cancellationToken)) names.Add(notebook.Name);
            return names;
        });
        if (failed.Count > 0 && notebooks.Count > 1)
        {
            var summary = CommandsText.SomeFailed.With(failed.Count, notebooks.Count, string.Join(", ", failed));
            services.Messages.WriteLine(summary, Styles.Error);
        }
        return failed.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
