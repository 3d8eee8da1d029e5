namespace Tortue.Notebooks.Scripting;

/// <summary>Why a cell failed, as nbformat's <c>error</c> output tells it.</summary>
/// <param name="Name">The exception's type without its namespace, or one of the names in <see cref="CellErrorNames"/>.</param>
/// <param name="Message">One paragraph for the user.</param>
/// <param name="Traceback">The whole story, line by line: message, source line or calls, without frames of the host.</param>
/// <param name="Line">The line of the cell, from 1, where known.</param>
/// <param name="Column">The column of the cell, from 1, where known.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback, int? Line = null, int? Column = null);
