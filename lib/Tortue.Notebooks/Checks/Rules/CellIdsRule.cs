using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>Every cell has an id of its own, by which links, answers and caches find it again.</summary>
internal sealed partial class CellIdsRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "cell-ids";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        var cells = JsonNode.Parse(chapter.Json.TrimStart('\uFEFF'))!["cells"]!.AsArray();
        var ids = new List<string>();
        foreach (var (cell, number) in cells.Select((cell, i) => (cell!, i + 1)))
        {
            if (cell["id"] is not JsonValue value || !value.TryGetValue<string>(out var id))
                yield return InFile(ChecksText.NoId, number);
            else if (!WellFormed().IsMatch(id))
                yield return InFile(ChecksText.BadId, number, id);
            else
                ids.Add(id);
        }
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
            yield return InFile(ChecksText.IdTwice, twice.Count(), twice.Key);
    }

    // What nbformat 4.5 allows.
    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex WellFormed();
}
