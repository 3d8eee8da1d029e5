namespace Tortue.Notebooks.Scripting.Magics;

/// <summary>A piece of a cell that is done before the next one is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The language of a section, the command's name without <c>#!</c>; empty for C#.</param>
/// <param name="Text">The text of a section or of C#, the latter with empty lines before it, so that its lines keep their numbers; what follows a command.</param>
/// <param name="Line">Its first line, from 1.</param>
internal sealed record CellPart(CellPartKind Kind, string Name, string Text, int Line);
