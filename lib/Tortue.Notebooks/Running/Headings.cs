using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Running;

/// <summary>Headings of Markdown cells, to say where a run is.</summary>
internal static class Headings
{
    /// <summary>The text of the last heading (<c># …</c>) of a Markdown cell; null where it has none.</summary>
    public static string? LastIn(NotebookCell cell)
    {
        if (cell.Kind != CellKind.Markdown)
            return null;

        string? heading = null;
        var isFenced = false;
        foreach (var line in cell.Source.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
                isFenced = !isFenced;

            var level = line.TakeWhile(character => character == '#').Count();
            if (!isFenced && level is > 0 and <= 6 && line.Length > level && line[level] == ' ')
                heading = line[level..].Trim().TrimEnd('#').TrimEnd();
        }

        return heading;
    }
}
