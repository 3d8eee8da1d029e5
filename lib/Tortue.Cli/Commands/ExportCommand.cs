using System.CommandLine;
using System.Threading.Channels;
using Tortue.Cli.Chapters;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Paper;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue export</c>: runs notebooks in memory and writes handouts of each.</summary>
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
    private readonly Option<HandoutVariant[]> _variants = VariantOption.Create();
    private readonly Option<string> _solutions = SolutionsOption.Create();
    private readonly Option<bool> _pdf = new("--pdf") { Description = CommandsText.ExportPdf };
    private readonly Option<bool> _sharedAssets = new("--shared-assets") { Description = CommandsText.ExportSharedAssets };
    private readonly ChapterSwitches _switches = new();

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("export", CommandsText.ExportDescription)
        {
            _notebooks, _output, _variants, _solutions, _pdf, _sharedAssets,
        };
        _switches.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var selection = new NotebookSelection(services.CurrentDirectory);
        var names = parsed.GetValue(_notebooks) ?? [];
        var notebooks = names.Length > 0 ? selection.Several(names) : selection.All();
        var settings = Settings(parsed);
        var folder = HandoutFolder.Open(parsed.GetValue(_output) is { } output ? selection.Full(output) : selection.Handouts(notebooks[0]));
        folder.RefuseClashes(notebooks);
        await using var printer = settings.NeedsBrowser ? PagePrinter.Find() : null;
        if (settings.Prints && printer is null) throw new CommandException(PagePrinter.NotFound);

        var start = services.Time.GetTimestamp();
        var writer = new PageWriter(settings, folder, printer);
        var (export, chapters) = await services.Display().ShowAsync(async view =>
        {
            var export = new NotebookExport(services, notebooks, writer, view);
            return (export, await ExecuteAsync(export, notebooks, _switches.Read(parsed), view, cancellationToken));
        });
        cancellationToken.ThrowIfCancellationRequested();
        var index = names.Length == 0 ? TryWriteIndex(writer, chapters) : null;
        if (export.Pages > 1) services.Output.WriteLine(Summary(export, services.Time.GetElapsedTime(start), index), Styles.Plain);
        if (export.Failed.Count > 0 && notebooks.Count > 1) SayFailed(export.Failed, notebooks.Count);
        return export.Failed.Count == 0 && (index is not null || names.Length > 0) ? ExitCode.Success : ExitCode.Failure;
    }

    private ExportSettings Settings(ParseResult parsed)
    {
        // Each variant shows of the solutions what suits it, unless somebody says otherwise.
        var solutions = parsed.GetResult(_solutions) is { Implicit: false }
            ? Enum.Parse<SolutionDisplay>(parsed.GetValue(_solutions)!, ignoreCase: true)
            : (SolutionDisplay?)null;
        var variants = parsed.GetValue(_variants) is { Length: > 0 } named ? named : [HandoutVariant.Student];
        return new ExportSettings(variants, solutions, parsed.GetValue(_sharedAssets), parsed.GetValue(_pdf));
    }

    /// <summary>Executes notebooks, and writes the pages of those that have ended while others run.</summary>
    private async Task<IReadOnlyList<ExecutedChapter>> ExecuteAsync(
        NotebookExport export,
        IReadOnlyList<NotebookFile> notebooks,
        ChapterOptions options,
        IRunView view,
        CancellationToken cancellationToken)
    {
        var ended = Channel.CreateUnbounded<ExecutedChapter>();
        var writing = export.WriteAsync(ended.Reader.ReadAllAsync(CancellationToken.None), cancellationToken);
        try
        {
            return await new ChapterService(services).ExecuteAsync(
                notebooks, options, view, chapter => ended.Writer.TryWrite(chapter), cancellationToken);
        }
        finally
        {
            ended.Writer.Complete();
            await writing;
        }
    }

    private HandoutResult? TryWriteIndex(PageWriter writer, IReadOnlyList<ExecutedChapter> chapters)
    {
        try
        {
            return writer.WriteIndex(chapters);
        }
        catch (HandoutWriteException exception)
        {
            services.Messages.WriteLine(exception.Message, Styles.Error);
            return null;
        }
    }

    private string Summary(NotebookExport export, TimeSpan elapsed, HandoutResult? index)
    {
        var what = export.Pdfs == 0
            ? CommandsText.ExportPages.With(export.Pages)
            : CommandsText.ExportPagesAndPdfs.With(export.Pages, export.Pdfs);
        return index is null
            ? CommandsText.ExportedAll.With(what, Quantities.Show(elapsed))
            : CommandsText.ExportedCourse.With(what, Quantities.Show(elapsed), ShortPath.From(services.CurrentDirectory, index.Path));
    }

    private void SayFailed(IReadOnlyList<NotebookFile> failed, int all)
    {
        var names = string.Join(", ", failed.Select(notebook => notebook.Name));
        services.Messages.WriteLine(CommandsText.SomeFailed.With(failed.Count, all, names), Styles.Error);
    }
}
