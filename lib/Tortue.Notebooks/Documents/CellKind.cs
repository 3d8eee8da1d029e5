namespace Tortue.Notebooks.Documents;

/// <summary>What a cell of a notebook holds: nbformat's <c>cell_type</c>.</summary>
public enum CellKind
{
    /// <summary>Code that a kernel runs.</summary>
    Code,

    /// <summary>Text in Markdown.</summary>
    Markdown,

    /// <summary>Text that is passed on as it is.</summary>
    Raw,
}
