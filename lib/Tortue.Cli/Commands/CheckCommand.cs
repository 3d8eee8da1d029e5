using System.CommandLine;
using Tortue.Cli.Chapters;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Checks;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue check</c>: holds notebooks to the rules of the course, and mends what needs no author.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class CheckCommand(CommandServices services)
{
    private readonly Argument<string[]> _notebooks = new("notebook")
    {
        Description = CommandsText.CheckNotebooks,
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { ParseErrorText.RefuseUnknownOptions },
    };

    private readonly Option<bool> _fix = new("--fix") { Description = CommandsText.CheckFix };
    private readonly ChapterSwitches _switches = new();

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("check", CommandsText.CheckDescription) { _notebooks, _fix };
        _switches.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var selection = new NotebookSelection(services.CurrentDirectory);
        var notebooks = parsed.GetValue(_notebooks) is { Length: > 0 } names ? selection.Several(names) : selection.All();
        if (parsed.GetValue(_fix)) Mend(notebooks, cancellationToken);

        var checks = notebooks.Select(notebook => new NotebookCheck(notebook)).ToList();
        foreach (var check in checks) check.LookAtFile();
        var options = _switches.Read(parsed);
        var looksAtCharts = options.Mode != ChapterMode.Stored;
        if (looksAtCharts)
        {
            var executed = await services.Display().ShowAsync(view =>
                new ChapterService(services).ExecuteAsync(notebooks, options, view, finished: null, cancellationToken));
            foreach (var (check, chapter) in checks.Zip(executed)) check.LookAtRun(chapter);
        }
        return Report(checks, looksAtCharts);
    }

    private void Mend(IReadOnlyList<NotebookFile> notebooks, CancellationToken cancellationToken)
    {
        foreach (var notebook in notebooks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = notebook.Load();
            var fixes = new NotebookFixer(NotebookCheck.BibliographyOf(notebook)).Fix(document, notebook.Path);
            if (!fixes.Any) continue;
            notebook.Save(document);
            services.Output.WriteLine(CommandsText.CheckMended.With(notebook.Name, Describe(fixes)), Styles.Plain);
        }
    }

    private static string Describe(NotebookFixes fixes)
    {
        (int Count, string Text)[] parts =
        [
            (fixes.Equations, CommandsText.CheckMendedEquations),
            (fixes.EquationReferences, CommandsText.CheckMendedEquationReferences),
            (fixes.Citations, CommandsText.CheckMendedCitations),
            (fixes.Entries, CommandsText.CheckMendedEntries),
            (fixes.StrippedCells, CommandsText.CheckMendedOutputs),
        ];
        return string.Join(", ", parts.Where(part => part.Count > 0).Select(part => part.Text.With(part.Count)));
    }

    private int Report(IReadOnlyList<NotebookCheck> checks, bool looksAtCharts)
    {
        foreach (var line in checks.SelectMany(check => check.Lines)) services.Output.WriteLine(line, Styles.Plain);
        var findings = checks.Sum(check => check.Lines.Count);
        var summary = findings == 0
            ? CommandsText.CheckSound.With(checks.Count)
            : CommandsText.CheckFindings.With(findings, checks.Count(check => check.Lines.Count > 0), checks.Count);
        services.Output.WriteLine(summary + (looksAtCharts ? "" : CommandsText.CheckWithoutCharts), Styles.Plain);
        return findings == 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
