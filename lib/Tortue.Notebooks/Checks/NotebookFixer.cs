using Markdig.Syntax.Inlines;
using Tortue.Notebooks.Bibliography;
using Tortue.Notebooks.Checks.Rules;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Checks;

/// <summary>
/// Mends what needs no author: the numbers of equations and citations and of what refers to them, the wording of the references, outputs
/// that were left in the file. To mend twice changes nothing more.
/// </summary>
public sealed class NotebookFixer
{
    private readonly BibliographyFile? _bibliography;

    /// <param name="bibliography">The works that may be cited; null leaves citations and references as they are.</param>
    public NotebookFixer(BibliographyFile? bibliography) => _bibliography = bibliography;

    /// <summary>Mends a notebook in memory.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="path">The path of its file, whose name says which chapter it is.</param>
    /// <returns>What has been changed.</returns>
    public NotebookFixes Fix(NotebookDocument document, string path)
    {
        var (equations, equationReferences) = NumberEquations(document, CheckedChapter.NumberOf(path));
        var (citations, entries) = _bibliography is null ? (0, 0) : NumberCitations(document, _bibliography);
        return new NotebookFixes(equations, equationReferences, citations, entries, Strip(document));
    }

    private static (int Equations, int References) NumberEquations(NotebookDocument document, int? chapter)
    {
        var prose = ProseCell.In(document);
        var numbers = prose.SelectMany(cell => cell.Equations)
            .Select((equation, i) => (equation, Number: EquationsRule.NumberOf(chapter, i + 1)))
            .Where(pair => pair.equation is { IsClosed: true, Tags.Count: < 2 })
            .ToDictionary(pair => pair.equation, pair => pair.Number);
        // What two equations are called says nothing about which one is meant.
        var renamed = numbers.Where(pair => pair.Key.Tags.Count == 1).GroupBy(pair => pair.Key.Tags[0]).Where(same => same.Count() == 1)
            .ToDictionary(same => same.Key, same => same.Single().Value, StringComparer.Ordinal);
        var (tagged, linked) = (0, 0);
        foreach (var cell in prose)
        {
            var edits = new TextEdits(cell.Cell.Source);
            foreach (var equation in cell.Equations.Where(numbers.ContainsKey))
                tagged += edits.Replace(equation.Start, equation.Text.Length, equation.Tagged(numbers[equation])) ? 1 : 0;
            foreach (var link in cell.Links)
            {
                if (EquationLink.TagOf(link) is not { } tag || !renamed.TryGetValue(tag, out var number) || number == tag)
                    continue;
                if (IsPlain(link, $"({tag})", $"({number})"))
                    linked += edits.Replace(link.Span.Start, link.Span.Length, EquationLink.To(number)) ? 1 : 0;
            }
            cell.Cell.Source = edits.ToString();
        }
        return (tagged, linked);
    }

    // A reference in words of its own stays, for its author to mend.
    private static bool IsPlain(LinkInline link, params ReadOnlySpan<string> texts) => texts.Contains(InlineText.Of(link));

    private static (int Citations, int Entries) NumberCitations(NotebookDocument document, BibliographyFile bibliography)
    {
        var prose = ProseCell.In(document);
        if (ReferenceList.Of(prose) is not { } list)
            return (0, 0);
        var entries = ReferenceListFix.Apply(list, Citation.KeysIn(prose), bibliography);
        var numbers = ReferenceList.Of(ProseCell.In(document))!.Numbers;
        var renumbered = 0;
        foreach (var cell in prose.Where(cell => cell.Cell.Id != ReferenceList.CellId))
        {
            var edits = new TextEdits(cell.Cell.Source);
            foreach (var link in cell.Links)
            {
                if (Citation.KeyOf(link) is not { } key || !numbers.TryGetValue(key, out var number))
                    continue;
                if (Citation.Whole().IsMatch(InlineText.Of(link)))
                    renumbered += edits.Replace(link.Span.Start, link.Span.Length, $"[[{number}]](#{Reference.AnchorPrefix}{key})") ? 1 : 0;
            }
            cell.Cell.Source = edits.ToString();
        }
        return (renumbered, entries);
    }

    private static int Strip(NotebookDocument document)
    {
        var executed = document.Cells.Where(cell => cell.Outputs.Count > 0 || cell.ExecutionCount is not null).ToList();
        foreach (var cell in executed)
        {
            cell.Outputs = [];
            cell.ExecutionCount = null;
        }
        return executed.Count;
    }
}
