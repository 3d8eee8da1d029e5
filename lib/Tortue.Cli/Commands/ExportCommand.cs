using System.CommandLine;
using Tortue.Cli.Chapters;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Handouts;

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
    private readonly ChapterSwitches _switches = new();

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("export", CommandsText.ExportDescription) { _notebooks, _output, _solutions };
        _switches.AddTo(command);
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
        var start = services.Time.GetTimestamp();
        var (failed, pages) = await services.Display().ShowAsync(async view =>
        {
            var export = new NotebookExport(services, notebooks, solutions, folder, view);
            try
            {
                await new ChapterService(services).ExecuteAsync(notebooks, _switches.Read(parsed), view, export.Write, cancellationToken);
            }
            finally
            {
                export.SayTheRest();
            }

            return (export.Failed, export.Pages);
        });
        if (notebooks.Count > 1) Summarise(pages, services.Time.GetElapsedTime(start), failed, notebooks.Count);
        return failed.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private void Summarise(int pages, TimeSpan elapsed, IReadOnlyList<NotebookFile> failed, int notebooks)
    {
        services.Output.WriteLine(CommandsText.ExportedAll.With(pages, Quantities.Show(elapsed)), Styles.Plain);
        if (failed.Count == 0) return;
        var names = string.Join(", ", failed.Select(notebook => notebook.Name));
        services.Messages.WriteLine(CommandsText.SomeFailed.With(failed.Count, notebooks, names), Styles.Error);
    }
}
