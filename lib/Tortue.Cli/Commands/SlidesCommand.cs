using System.CommandLine;
using Tortue.Cli.Chapters;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Handouts;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue slides</c>: writes the slides of notebooks that say which cells are slides.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class SlidesCommand(CommandServices services)
{
    private readonly Argument<string[]> _notebooks = new("notebook")
    {
        Description = CommandsText.ExportNotebooks,
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { ParseErrorText.RefuseUnknownOptions },
    };

    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "DIR", Description = CommandsText.SlidesOutput };
    private readonly Option<string> _solutions = SolutionsOption.Create("none");
    private readonly Option<string> _theme = ThemeOption.Create();
    private readonly ChapterSwitches _switches = new();

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("slides", CommandsText.SlidesDescription) { _notebooks, _output, _solutions, _theme };
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
        var failed = await services.Display().ShowAsync(async view =>
        {
            var slides = new NotebookSlides(services, folder, solutions, ThemeOption.IsDark(parsed.GetValue(_theme)!), view);
            var withTrack = notebooks.Where(slides.HasTrack).ToList();
            await new ChapterService(services).ExecuteAsync(withTrack, _switches.Read(parsed), view, slides.Write, cancellationToken);
            return slides.Failed;
        });
        if (selection.Course is not null) Link(new CourseIndexRefresh(folder), selection.All());
        if (failed.Count > 0 && notebooks.Count > 1)
        {
            var summary = CommandsText.SomeFailed.With(failed.Count, notebooks.Count, string.Join(", ", failed.Select(notebook => notebook.Name)));
            services.Messages.WriteLine(summary, Styles.Error);
        }
        return failed.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    // The slides are there; an index without a link to them is no reason to fail.
    private void Link(CourseIndexRefresh index, IReadOnlyList<NotebookFile> chapters)
    {
        try
        {
            index.Write(chapters);
        }
        catch (Exception exception) when (exception is CommandException or HandoutWriteException)
        {
            services.Messages.WriteLine(exception.Message, Styles.Notice);
        }
    }
}
