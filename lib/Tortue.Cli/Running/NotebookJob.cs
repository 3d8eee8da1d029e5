using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Running;

/// <summary>Runs one notebook of a command.</summary>
/// <param name="engine">What runs it.</param>
/// <param name="options">How long one cell may take, and what else is asked of the run.</param>
internal sealed class NotebookJob(INotebookEngine engine, NotebookRunnerOptions options)
{
    /// <summary>Runs the notebook in memory.</summary>
    /// <param name="notebook">Its file.</param>
    /// <param name="document">Its content; receives the outputs.</param>
    /// <param name="track">Follows the cells.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How it went.</returns>
    /// <exception cref="CommandException">It was cancelled.</exception>
    public async Task<NotebookRunResult> RunAsync(
        NotebookFile notebook, NotebookDocument document, INotebookTrack track, CancellationToken cancellationToken)
    {
        var succeeded = false;
        try
        {
            var result = await engine.RunAsync(document, notebook.Folder, options, track, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            succeeded = result.Succeeded;
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new CommandException(RunningText.Cancelled.With(notebook.Name), ExitCode.Cancelled);
        }
        finally
        {
            track.End(succeeded);
        }
    }
}
