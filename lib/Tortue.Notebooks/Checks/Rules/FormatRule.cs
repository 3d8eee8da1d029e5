using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>The file is nbformat 4.5, written as Jupyter writes it, so that saving it in an editor leaves no difference.</summary>
internal sealed class FormatRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "format";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        var root = JsonNode.Parse(chapter.Json.TrimStart('\uFEFF'))!;
        if (!JsonNode.DeepEquals(root["nbformat"], 4) || !JsonNode.DeepEquals(root["nbformat_minor"], 5))
            yield return InFile(ChecksText.NotNbformat45);
        if (chapter.Document.ToJson() != chapter.Json)
            yield return InFile(ChecksText.NotAsWritten);
    }
}
