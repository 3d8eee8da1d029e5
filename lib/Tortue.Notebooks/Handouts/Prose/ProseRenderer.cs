using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>
/// The Markdown of a page as HTML, cell by cell: tables, footnotes, task lists, definition lists, formulas, and boxes in three spellings
/// (<c>::: careful</c>, <c>&gt; [!WARNING]</c>, and a quotation that begins with <c>**Careful**</c>).
/// HTML inside Markdown is kept as it is: a notebook can already run code on the machine that exports it.
/// </summary>
internal sealed partial class ProseRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseDefinitionLists()
        .UseAutoLinks()
        .UseCustomContainers()
        .UseAlertBlocks()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Use(new MathematicsExtension())
        .Build();

    private readonly ProseContext _context;
    private readonly LinkRewriter _links;
    private readonly PageIds _ids = new();
    private int _cells;

    /// <param name="context">What the text depends on.</param>
    public ProseRenderer(ProseContext context)
    {
        _context = context;
        _links = new LinkRewriter(context);
        Headings = new HeadingRegister(_ids);
    }

    /// <summary>The headings so far.</summary>
    public HeadingRegister Headings { get; }

    /// <summary>The next piece of Markdown as HTML.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="inContents">Whether its headings appear in the table of contents.</param>
    public ProseHtml Render(string markdown, bool inContents = true)
    {
        _cells++;
        var document = Parse(markdown);
        DropBoxes(document);
        _links.Rewrite(document);
        var firstWords = InlineText.FirstWords(document);
        RegisterHeadings(document, inContents);
        return new ProseHtml(SetFootnotesApart(document, ToHtml(document)), firstWords);
    }

    /// <summary>A piece of Markdown as a page reads it.</summary>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    private string ToHtml(MarkdownObject markdown)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new HeadingWithAnchorRenderer());
        renderer.ObjectRenderers.Insert(0, new DisplayMathRenderer(_ids));
        renderer.ObjectRenderers.Insert(0, new FencedCodeRenderer(_context.ColourFragment));
        renderer.ObjectRenderers.Insert(0, new ContainerBoxRenderer(_context.FormOf));
        renderer.ObjectRenderers.Insert(0, new QuotationBoxRenderer(_context.FormOf));
        renderer.ObjectRenderers.Insert(0, new ScrollingTableRenderer());
        renderer.ObjectRenderers.Insert(0, new LabelledTaskRenderer());
        renderer.Render(markdown);
        writer.Flush();
        return writer.ToString();
    }

    private void DropBoxes(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<ContainerBlock>().ToList())
        {
            if (KindOf(block) is { } kind && _context.FormOf(kind) == BoxForm.Dropped)
                block.Parent?.Remove(block);
        }
    }

    private void RegisterHeadings(MarkdownDocument document, bool inContents)
    {
        foreach (var block in document.Descendants<HeadingBlock>())
        {
            var html = Link().Replace(ToHtml(block.Inline!), "").Trim();
            var visible = inContents && !IsInsideFoldedBox(block);
            var heading = Headings.Add(block.Level, InlineText.Of(block.Inline), InlineText.Readable(block.Inline), html, visible);
            block.Level = heading.Level;
            block.SetData(typeof(PageHeading), heading);
        }
    }

    private bool IsInsideFoldedBox(Block block)
    {
        for (var parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            if (KindOf(parent) is { } kind && _context.FormOf(kind) == BoxForm.Folded)
                return true;
        }
        return false;
    }

    private static BoxKind? KindOf(ContainerBlock block) => block switch
    {
        CustomContainer container => BoxKind.Find(container.Info),
        AlertBlock alert => BoxKind.OfAlert(alert.Kind.ToString()),
        QuoteBlock quote => QuotationBoxRenderer.KindOf(quote),
        _ => null,
    };

    // Markdig counts the footnotes of every piece from 1; on one page the anchors would meet.
    private string SetFootnotesApart(MarkdownDocument document, string html) =>
        document.Descendants<FootnoteGroup>().Any() ? FootnoteAnchor().Replace(html, $"${{before}}c{_cells}-${{name}}") : html;

    [GeneratedRegex("""(?<before>\s(id|href)="#?)(?<name>fn(ref)?:)""")]
    private static partial Regex FootnoteAnchor();

    [GeneratedRegex("</?a(\\s[^>]*)?>")]
    private static partial Regex Link();
}
