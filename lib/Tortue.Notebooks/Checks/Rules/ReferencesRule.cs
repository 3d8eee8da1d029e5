using Tortue.Notebooks.Bibliography;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>Each entry of the references is the bibliography's, word by word, has its anchor, and is cited.</summary>
internal sealed class ReferencesRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "references";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        var cited = Citation.KeysIn(chapter.Prose);
        if (chapter.References is not { } list)
        {
            if (cited.Count > 0)
                yield return InFile(ChecksText.NoReferences, ReferenceList.CellId);
            yield break;
        }
        foreach (var (item, number) in list.Items.Select((item, i) => (item, i + 1)))
        {
            if (Check(chapter, list, item, number) is { } finding)
                yield return finding;
            else if (item.Key is not null && !cited.Contains(item.Key))
                yield return At(list.Cell, item.Position, ChecksText.NotCited, number, item.Key);
        }
        foreach (var twice in list.Items.Where(item => item.Key is not null).GroupBy(item => item.Key).Where(same => same.Count() > 1))
            yield return At(list.Cell, twice.Last().Position, ChecksText.EntryTwice, twice.Key);
    }

    private CheckFinding? Check(CheckedChapter chapter, ReferenceList list, ReferenceList.Item item, int number)
    {
        if (chapter.Bibliography is not { } bibliography)
            return null;
        if (ReferenceMatch.Find(item, bibliography) is not { } reference)
            return At(list.Cell, item.Position, ChecksText.NoSuchWork, number, bibliography.Name);
        if (item.Key is null)
            return At(list.Cell, item.Position, ChecksText.EntryWithoutAnchor, number, reference.Anchor);
        return item.Text.StartsWith(ReferenceRenderer.ToMarkdown(reference), StringComparison.Ordinal)
            ? null
            : At(list.Cell, item.Position, ChecksText.OtherEntry, number, item.Key);
    }
}
