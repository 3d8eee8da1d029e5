using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Running;

/// <summary>Settings of a <see cref="NotebookRunner"/>.</summary>
public sealed record NotebookRunnerOptions
{
    /// <summary>How long one cell may run, compilation not counted; <see cref="Timeout.InfiniteTimeSpan"/> for any time. Default: 10 minutes.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What the library shows as the host's name; null for the session's own.</summary>
    public string? HostName { get; init; }

    /// <summary>
    /// Whether the run fills in the solutions of the exercises that cells check (<see cref="Documents.NotebookCell.Solutions"/>). Default: false.
    /// </summary>
    public bool Solutions { get; init; }

    /// <summary>Results of experiments that cells are given in place of a run. Default: none.</summary>
    public ReadyResults Results { get; init; } = ReadyResults.None;
}
