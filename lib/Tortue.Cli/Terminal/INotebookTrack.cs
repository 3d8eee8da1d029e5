using Tortue.Notebooks.Running;

namespace Tortue.Cli.Terminal;

/// <summary>The line of one running notebook.</summary>
internal interface INotebookTrack : IProgress<NotebookProgress>
{
    /// <summary>The notebook has stopped.</summary>
    /// <param name="succeeded">Whether every cell ran.</param>
    void End(bool succeeded);
}
