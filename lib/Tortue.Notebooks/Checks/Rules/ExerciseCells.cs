using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>The cells that ask and check exercises.</summary>
internal static partial class ExerciseCells
{
    /// <summary>The tag of both.</summary>
    public const string Tag = "exercise";

    /// <summary>The class and the name of the exercise that a code cell checks in its last line; null where it checks none.</summary>
    public static (string Class, string Exercise)? CheckedBy(NotebookCell cell) =>
        cell.Kind == CellKind.Code && LastLine().Match(cell.Source.TrimEnd()) is { Success: true } match
            ? (match.Groups["class"].Value, match.Groups["exercise"].Value)
            : null;

    /// <summary>The number of the exercise that a text asks in its heading; null where it asks none.</summary>
    public static string? AskedBy(NotebookCell cell) =>
        cell.Kind == CellKind.Markdown && Heading().Match(cell.Source) is { Success: true } match ? match.Groups["id"].Value : null;

    [GeneratedRegex(@"(?:\A|\n)(?<class>\w+Exercises)\.(?<exercise>\w+)\.Check\([^\n;]+\)\z")]
    private static partial Regex LastLine();

    [GeneratedRegex(@"\A### Exercise (?<id>\d+\.\d+): \S")]
    private static partial Regex Heading();
}
