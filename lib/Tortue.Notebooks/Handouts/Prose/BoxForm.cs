namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>How a box appears in a handout.</summary>
internal enum BoxForm
{
    /// <summary>Shown.</summary>
    Open,

    /// <summary>Behind a line that opens it.</summary>
    Folded,

    /// <summary>Left out.</summary>
    Dropped,
}
