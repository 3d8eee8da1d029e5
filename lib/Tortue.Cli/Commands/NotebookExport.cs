using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Running;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Handouts;

namespace Tortue.Cli.Commands;

/// <summary>Makes the handouts of one export.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="job">Runs notebooks.</param>
/// <param name="solutions">What pages show of the solutions.</param>
/// <param name="folder">Where they go.</param>
internal sealed class NotebookExport(CommandServices services, NotebookJob job, SolutionDisplay solutions, HandoutFolder folder)
{
    private readonly HashSet<string> _notices = [];

    /// <summary>Runs a notebook and writes its handout, also when a cell failed: what ran before is in it.</summary>
    /// <param name="notebook">The notebook's file, which stays as it is.</param>
    /// <param name="view">Where progress and the final line go.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>Whether every cell ran and the handout is written; otherwise the reason has been posted.</returns>
    /// <exception cref="CommandException">It was cancelled.</exception>
    public async Task<bool> TryAsync(NotebookFile notebook, IRunView view, CancellationToken cancellationToken)
    {
        try
        {
            var document = notebook.Load();
            var result = await job.RunAsync(notebook, document, view.Begin(notebook.Name), cancellationToken);
            var options = new HandoutOptions { Solutions = solutions, NotebookFolder = notebook.Folder };
            var handout = new HandoutExporter(options).Write(document, folder.PathOf(notebook));
            view.Post(() => Show(handout, result.Elapsed));
            if (result.Failure is null) return true;
            throw new CommandException(NotebookFailure.Describe(notebook.Name, result.Failure));
        }
        catch (Exception exception) when (exception is CommandException { ExitCode: not ExitCode.Cancelled } or HandoutWriteException)
        {
            view.Post(() => services.Messages.WriteLine(exception.Message, Styles.Error));
            return false;
        }
    }

    private void Show(HandoutResult handout, TimeSpan elapsed)
    {
        var path = ShortPath.From(services.CurrentDirectory, handout.Path);
        var line = CommandsText.Exported.With(path, Quantities.ShowSize(handout.Bytes), Quantities.Show(elapsed));
        services.Output.WriteLine(line, Styles.Plain);
        foreach (var notice in handout.Notices.Where(_notices.Add)) services.Messages.WriteLine(notice, Styles.Notice);
    }
}
