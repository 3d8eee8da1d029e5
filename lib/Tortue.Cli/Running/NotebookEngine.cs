using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Running;

/// <summary>Runs notebooks with <see cref="NotebookRunner"/>.</summary>
internal sealed class NotebookEngine : INotebookEngine
{
    /// <inheritdoc/>
    public Task<NotebookRunResult> RunAsync(
        NotebookDocument document,
        string workingDirectory,
        NotebookRunnerOptions options,
        IProgress<NotebookProgress> progress,
        CancellationToken cancellationToken) =>
        new NotebookRunner(options).RunAsync(document, workingDirectory, progress, cancellationToken);
}
