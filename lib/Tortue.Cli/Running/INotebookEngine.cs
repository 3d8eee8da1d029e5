using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Running;

/// <summary>What runs a notebook's cells and fills in their outputs.</summary>
internal interface INotebookEngine
{
    /// <summary>Runs the code cells in order, up to the first that fails.</summary>
    /// <param name="document">The notebook; receives outputs and execution counts, also of what ran before a failure.</param>
    /// <param name="workingDirectory">The folder that relative paths in cells start from.</param>
    /// <param name="options">How long one cell may take, and what else is asked of the run.</param>
    /// <param name="progress">Told before each cell, on the thread that runs the notebook.</param>
    /// <param name="cancellationToken">Stops the running cell.</param>
    /// <returns>How it went.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<NotebookRunResult> RunAsync(
        NotebookDocument document,
        string workingDirectory,
        NotebookRunnerOptions options,
        IProgress<NotebookProgress> progress,
        CancellationToken cancellationToken);
}
