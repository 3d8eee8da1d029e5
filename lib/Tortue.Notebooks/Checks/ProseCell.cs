using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Checks;

/// <summary>A text cell, read as handouts read it, with the places of its parts in the text.</summary>
internal sealed class ProseCell
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
        .Use(new MathematicsExtension())
        .UsePreciseSourceLocation()
        .Build();

    /// <param name="cell">The cell.</param>
    public ProseCell(NotebookCell cell)
    {
        Cell = cell;
        Markdown = Markdig.Markdown.Parse(cell.Source, Pipeline);
        Equations = [.. Markdown.Descendants<DisplayMathBlock>().Select(block => new Equation(cell, block))];
        Links = [.. Markdown.Descendants<LinkInline>()];
    }

    /// <summary>The text cells of a notebook, in order.</summary>
    public static IReadOnlyList<ProseCell> In(NotebookDocument document) =>
        [.. document.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => new ProseCell(cell))];

    /// <summary>The cell.</summary>
    public NotebookCell Cell { get; }

    /// <summary>Its text, taken apart.</summary>
    public MarkdownDocument Markdown { get; }

    /// <summary>Its equations on lines of their own.</summary>
    public IReadOnlyList<Equation> Equations { get; }

    /// <summary>Its links and pictures.</summary>
    public IReadOnlyList<LinkInline> Links { get; }

    /// <summary>What the text says at a span.</summary>
    public string At(SourceSpan span) => Cell.Source.Substring(span.Start, span.Length);
}
