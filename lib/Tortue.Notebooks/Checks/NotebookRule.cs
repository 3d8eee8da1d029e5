using System.Globalization;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks;

/// <summary>One rule that chapters keep.</summary>
internal abstract class NotebookRule
{
    /// <summary>The name by which messages and the documentation call it.</summary>
    public abstract string Name { get; }

    /// <summary>Finds what breaks the rule.</summary>
    /// <param name="chapter">The notebook with what belongs to it.</param>
    public abstract IEnumerable<CheckFinding> Check(CheckedChapter chapter);

    /// <summary>A finding about the whole file.</summary>
    protected CheckFinding InFile(string format, params object?[] values) => new(Name, null, null, Text(format, values));

    /// <summary>A finding about a cell.</summary>
    protected CheckFinding In(NotebookCell cell, string format, params object?[] values) => new(Name, cell.Id, null, Text(format, values));

    /// <summary>A finding about a line of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="position">Where in its text.</param>
    /// <param name="format">The sentence.</param>
    /// <param name="values">What goes into its places.</param>
    protected CheckFinding At(NotebookCell cell, int position, string format, params object?[] values)
    {
        var before = cell.Source.AsSpan(0, Math.Clamp(position, 0, cell.Source.Length));
        return new(Name, cell.Id, before.Count('\n') + 1, Text(format, values));
    }

    private static string Text(string format, object?[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
