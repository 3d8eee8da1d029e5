namespace Tortue.Notebooks.Bibliography;

/// <summary>A piece of an entry in a list of references.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsTitle">Whether it is the title of a work, which is set apart.</param>
/// <param name="Address">What it links to, or null.</param>
internal sealed record ReferencePart(string Text, bool IsTitle = false, string? Address = null);
