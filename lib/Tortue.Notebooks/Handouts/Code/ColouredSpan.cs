namespace Tortue.Notebooks.Handouts.Code;

/// <summary>A stretch of a code cell and what it is.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index behind its last character.</param>
/// <param name="Style">Class of the style sheet, for example <c>k</c> for a keyword.</param>
internal readonly record struct ColouredSpan(int Start, int End, string Style);
