using System.Text.RegularExpressions;
using Markdig.Syntax;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>What a list of chapters says of a notebook.</summary>
/// <param name="Title">Its first heading of level 1 as plain text, or null.</param>
/// <param name="Paragraph">Its first paragraph as plain text, without references and without a last sentence that leads over to a list.</param>
/// <param name="Exercises">How many exercises it has.</param>
internal sealed partial record Opening(string? Title, string Paragraph, int Exercises)
{
    /// <summary>Reads a notebook's text.</summary>
    public static Opening Of(NotebookDocument document)
    {
        string? title = null;
        string? paragraph = null;
        var register = new HeadingRegister(new PageIds());
        foreach (var block in document.Cells.Where(IsShown).SelectMany(cell => ProseRenderer.Parse(cell.Source)))
        {
            var text = block is LeafBlock { Inline: { } inline } ? InlineText.Readable(inline) : "";
            if (block is HeadingBlock heading)
            {
                var registered = register.Add(heading.Level, text, text, text, inContents: true);
                title ??= registered.Level == 1 ? text : null;
            }
            else if (block is ParagraphBlock && text.Length > 0)
            {
                paragraph ??= Shorten(text);
            }
        }
        return new Opening(title, paragraph ?? "", register.Contents.Count(heading => heading.Exercise is not null));
    }

    private static bool IsShown(NotebookCell cell) =>
        cell.Kind == CellKind.Markdown && new CellMarks(cell) is { RemoveCell: false, Box: null or { Name: not "instructor" } };

    private static string Shorten(string text)
    {
        var plain = Reference().Replace(text, "");
        return UnfinishedSentence().Replace(plain, "");
    }

    [GeneratedRegex(@"\s*\[\d+\]")]
    private static partial Regex Reference();

    // "… is decided there. In this chapter you will"
    [GeneratedRegex("""(?<=[.!?]["”»)]*)\s+[^.!?]*[^.!?"”»)]$""")]
    private static partial Regex UnfinishedSentence();
}
