namespace Tortue.Notebooks.Scripting.Magics;

/// <summary>What a part of a cell is.</summary>
internal enum CellPartKind
{
    /// <summary>C#.</summary>
    Code,

    /// <summary>A text in another language, below a line such as <c>#!markdown</c>.</summary>
    Section,

    /// <summary>A line such as <c>#!who</c>.</summary>
    Command,
}
