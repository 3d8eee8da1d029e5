namespace Tortue.Notebooks.Running;

/// <summary>How a run ended.</summary>
/// <param name="Failure">The cell that failed; null where none did.</param>
/// <param name="Elapsed">The time of the whole run.</param>
public sealed record NotebookRunResult(CellFailure? Failure, TimeSpan Elapsed)
{
    /// <summary>Whether every cell ran to its end, or failed as its tag says it does.</summary>
    public bool Succeeded => Failure is null;
}
