using System.Text.Json.Nodes;
using Tortue.Notebooks.Jupyter.Kernelspecs;
using Tortue.Notebooks.Jupyter.Serving;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>
/// The metadata of a chapter: what Jupyter and VS Code write into it when they run it with our kernel, key by key, so that running one
/// leaves no difference in the file. There is nothing else in them for the sake of others. Verso and .NET Interactive go by the
/// kernelspec's language; a "polyglot_notebook" would hide it from the latter's reader, which does not look into the "kernelInfo" that its
/// own editor writes there.
/// </summary>
internal sealed class MetadataRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "metadata";

    /// <summary>The metadata that a chapter has.</summary>
    public static JsonObject Metadata() => new()
    {
        ["kernelspec"] = new JsonObject
        {
            ["display_name"] = Kernelspec.DefaultDisplayName,
            ["language"] = "C#",
            ["name"] = Kernelspec.DefaultName,
        },
        ["language_info"] = new JsonObject(
            KernelInfoHandler.Language().OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()))),
    };

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        if (chapter.Document.Metadata.ToJsonString() != Metadata().ToJsonString())
            yield return InFile(ChecksText.OtherMetadata);
    }
}
