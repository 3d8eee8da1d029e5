namespace Tortue.Notebooks.Scripting;

/// <summary>How a cell ended.</summary>
/// <param name="Value">The last expression, formatted: MIME type → text; null where the cell has none to show or failed.</param>
/// <param name="Error">Why the cell failed; null where it did not.</param>
/// <param name="Elapsed">The time it took, compilation included.</param>
public sealed record CellResult(IReadOnlyDictionary<string, string>? Value, CellError? Error, TimeSpan Elapsed)
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
