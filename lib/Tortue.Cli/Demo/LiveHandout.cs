using Tortue.Cli.Chapters;
using Tortue.Cli.Commands;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Handouts;

namespace Tortue.Cli.Demo;

/// <summary>Makes the page of a notebook, and makes it anew whenever the notebook has been saved.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="chapters">What runs the notebook, where its code has changed.</param>
/// <param name="notebook">The notebook.</param>
/// <param name="options">How it runs.</param>
internal sealed class LiveHandout(CommandServices services, ChapterService chapters, NotebookFile notebook, ChapterOptions options)
{
    private readonly DemoPage _page = new();

    /// <summary>Serves the page until it is cancelled.</summary>
    /// <param name="port">The port; null for one that is free.</param>
    /// <param name="started">Told the address as soon as the page is there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommandException">The port is taken.</exception>
    public async Task ServeAsync(int? port, Action<Uri> started, CancellationToken cancellationToken)
    {
        // Whatever is saved from here on is noticed, also while the first page is made.
        using var saved = new SavedNotebook(notebook.Path, services.Time);
        using var server = DemoServer.Start(port, _page);
        try
        {
            await MakeAsync(server, cancellationToken);
            started(server.Address);
            while (true)
            {
                await saved.WaitAsync(cancellationToken);
                server.Tell("busy", DemoText.Saved.With(notebook.Name));
                await MakeAsync(server, cancellationToken);
            }
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && IsCancellation(exception))
        {
            // How it is meant to end.
        }
    }

    private static bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException or CommandException { ExitCode: ExitCode.Cancelled };

    private async Task MakeAsync(DemoServer server, CancellationToken cancellationToken)
    {
        var executed = (await services.Display().ShowAsync(view =>
            chapters.ExecuteAsync([notebook], options, view, null, cancellationToken)))[0];
        if (executed.Problem is not null) services.Messages.WriteLine(executed.Problem, Styles.Error);
        if (executed.Document is not { } document)
        {
            // The page stays as it was: half a file, or a process that died, is no page.
            server.Tell("problem", executed.Problem!);
            return;
        }

        var exporter = new HandoutExporter(new HandoutOptions { NotebookFolder = notebook.Folder });
        _page.Show(exporter.ToHtml(document, Path.GetFileNameWithoutExtension(notebook.Path)));
        server.Tell("reload", "");
        if (executed.Problem is not null) server.Tell("problem", executed.Problem);
        var done = executed.Origin == ChapterOrigin.Cache ? DemoText.MadeFromCache : DemoText.Made;
        services.Messages.WriteLine(done.With(notebook.Name, Quantities.Show(executed.Elapsed)), Styles.Quiet);
    }
}
