using System.Text.RegularExpressions;
using Markdig.Syntax;
using Tortue.Notebooks.Bibliography;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks;

/// <summary>The list of references of a chapter: the numbered list in the cell <c>references</c>.</summary>
internal sealed partial class ReferenceList
{
    /// <summary>The id of the cell, and the anchor of its heading.</summary>
    public const string CellId = "references";

    private ReferenceList(NotebookCell cell, SourceSpan span, IReadOnlyList<Item> items)
    {
        Cell = cell;
        Span = span;
        Items = items;
        Numbers = items.Select((item, i) => (item.Key, Number: i + 1)).Where(entry => entry.Key is not null)
            .DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key!, entry => entry.Number, StringComparer.Ordinal);
    }

    /// <summary>The cell.</summary>
    public NotebookCell Cell { get; }

    /// <summary>Where the list is in the cell's text; empty where there is none yet.</summary>
    public SourceSpan Span { get; }

    /// <summary>Its items, in order.</summary>
    public IReadOnlyList<Item> Items { get; }

    /// <summary>The number of each key, from 1.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; }

    /// <summary>Finds the list; null where no cell is called <c>references</c>.</summary>
    public static ReferenceList? Of(IEnumerable<ProseCell> prose)
    {
        if (prose.FirstOrDefault(cell => cell.Cell.Id == CellId) is not { } cell)
            return null;
        if (cell.Markdown.FirstOrDefault(block => block is ListBlock { IsOrdered: true }) is not ListBlock list)
            return new ReferenceList(cell.Cell, SourceSpan.Empty, []);
        // The blank lines behind a list count as its own.
        var text = cell.At(list.Span).TrimEnd();
        var span = new SourceSpan(list.Span.Start, list.Span.Start + text.Length - 1);
        var items = list.OfType<ListItemBlock>().Select(item => Item.Read(cell.At(item.Span), item.Span.Start));
        return new ReferenceList(cell.Cell, span, [.. items]);
    }

    /// <summary>One item.</summary>
    /// <param name="Key">The key in its anchor; null where it has none.</param>
    /// <param name="Text">What it says behind the anchor, on one line.</param>
    /// <param name="Position">Where it begins in the cell's text.</param>
    internal sealed record Item(string? Key, string Text, int Position)
    {
        /// <summary>Reads an item from Markdown.</summary>
        public static Item Read(string markdown, int position)
        {
            var text = Space().Replace(Marker().Replace(markdown, ""), " ").Trim();
            var anchor = Anchor().Match(text);
            return anchor.Success ? new(anchor.Groups["key"].Value, text[anchor.Length..].Trim(), position) : new(null, text, position);
        }

        /// <summary>The item as it should be, without its number.</summary>
        public static string Write(Reference reference, string remark) =>
            $"<a id=\"{reference.Anchor}\"></a>{ReferenceRenderer.ToMarkdown(reference)}{(remark.Length > 0 ? " " : "")}{remark}";
    }

    [GeneratedRegex(@"\A\s*\d+[.)]\s*")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("""\A<a id="ref-(?<key>[^"]*)">\s*</a>""")]
    private static partial Regex Anchor();
}
