using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>The first code cell is the same in every chapter, but for the namespaces that it names.</summary>
internal sealed partial class FirstCellRule : NotebookRule
{
    private const string FirstLines =
        "#r \"../lib/bin/Tortue.dll\"\n// If the line above fails, build the library once: dotnet build -c Release\nusing Tortue;\n";

    /// <inheritdoc/>
    public override string Name => "first-cell";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        var first = chapter.Document.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code);
        if (first is null)
            yield return InFile(ChecksText.NoCode);
        else if (!IsAsAgreed(first.Source))
            yield return In(first, ChecksText.OtherFirstCell);
    }

    private static bool IsAsAgreed(string source) =>
        source.StartsWith(FirstLines, StringComparison.Ordinal) && Usings().IsMatch(source[FirstLines.Length..].TrimEnd());

    [GeneratedRegex(@"\A(using (static )?[\w.]+;\n)+\nCourse\.About\(\)\z")]
    private static partial Regex Usings();
}
