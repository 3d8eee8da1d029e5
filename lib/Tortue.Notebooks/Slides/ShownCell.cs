using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Slides;

/// <summary>A cell as HTML, before it is known what stands around it.</summary>
/// <param name="Html">The HTML; empty where nothing of the cell is shown.</param>
/// <param name="IsCode">Whether it is code.</param>
/// <param name="Box">The box that its tags put it in, or null.</param>
/// <param name="IsNamed">Whether its text says itself which box it is.</param>
/// <param name="HeadingBefore">The text of the nearest heading above it in the notebook, or null.</param>
internal sealed record ShownCell(string Html, bool IsCode, BoxKind? Box, bool IsNamed, string? HeadingBefore);
