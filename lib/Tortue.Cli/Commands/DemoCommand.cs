using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Tortue.Cli.Chapters;
using Tortue.Cli.Demo;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue demo</c>: prepares a chapter for a lecture, tells how long its cells take, and shows its page live.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class DemoCommand(CommandServices services)
{
    private const int LargestPort = 65_535;

    private readonly Argument<string?> _notebook = new("notebook")
    {
        Description = DemoText.Notebook,
        Arity = ArgumentArity.ZeroOrOne,
        Validators = { ParseErrorText.RefuseUnknownOptions },
    };

    private readonly Option<int?> _port = WholeNumberOption.Create("--port", "N", DemoText.Port, 1, LargestPort);
    private readonly Option<bool> _noWatch = new("--no-watch") { Description = DemoText.NoWatch };
    private readonly Option<bool> _browser = new("--browser") { Description = DemoText.Browser };
    private readonly Option<bool> _clear = new("--clear") { Description = DemoText.Clear };
    private readonly Option<double> _timeout = TimeoutOption.Create();

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("demo", DemoText.Description) { _notebook, _port, _noWatch, _browser, _clear, _timeout };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(_clear) && result.GetValue(_notebook) is null) result.AddError(DemoText.NeedsNotebook);
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(_notebook);
        var notebook = name is null ? null : new NotebookSelection(services.CurrentDirectory).One(name);
        var prepared = PreparedCourse.Of(services, notebook?.Folder ?? services.CurrentDirectory);
        if (parsed.GetValue(_clear) || notebook is null) return Clear(prepared);

        notebook.Load();
        var chapters = new ChapterService(services);
        var options = new ChapterOptions { CellTimeout = TimeSpan.FromMinutes(parsed.GetValue(_timeout)) };
        var (report, problem) = await new Rehearsal(services, chapters, prepared).RunAsync(notebook, options, cancellationToken);
        if (report is not null) Tell([.. report.Lines(), DemoText.Kept.With(prepared.Count)]);
        if (parsed.GetValue(_noWatch)) return problem is null ? ExitCode.Success : throw new CommandException(problem);

        // Of what failed the page tells: the lecture goes on while it is mended.
        var live = new LiveHandout(services, chapters, notebook, options with { Results = prepared.Preparing });
        await live.ServeAsync(parsed.GetValue(_port), address => Show(address, notebook, parsed.GetValue(_browser)), cancellationToken);
        return ExitCode.Success;
    }

    private int Clear(PreparedCourse prepared)
    {
        int count = prepared.Clear();
        services.Output.WriteLine(count > 0 ? DemoText.Cleared.With(count) : DemoText.NothingToClear, Styles.Plain);
        return ExitCode.Success;
    }

    private void Tell(IEnumerable<string> lines)
    {
        foreach (var line in lines) services.Output.WriteLine(line, Styles.Plain);
    }

    private void Show(Uri address, NotebookFile notebook, bool opens)
    {
        services.Output.WriteLine(DemoText.Open.With(address, notebook.Name), Styles.Plain);
        if (!opens) return;
        try
        {
            Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            services.Messages.WriteLine(DemoText.NoBrowser.With(address), Styles.Notice);
        }
    }
}
