namespace Tortue.Notebooks.Scripting;

/// <summary>Names of failures that are not exceptions of the cell's own.</summary>
public static class CellErrorNames
{
    /// <summary>The cell does not compile.</summary>
    public const string Compilation = "CompilationError";

    /// <summary>The user interrupted the cell.</summary>
    public const string Interrupted = "Interrupted";

    /// <summary>The cell ran longer than it may.</summary>
    public const string TimeLimit = "TimeLimitExceeded";

    /// <summary>The cell should have stopped and did not; the session cannot go on.</summary>
    public const string Stuck = "Stuck";
}
