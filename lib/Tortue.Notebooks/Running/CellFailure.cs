namespace Tortue.Notebooks.Running;

/// <summary>The cell that ended a run.</summary>
/// <param name="CellNumber">Its number, from 1, counted over all cells.</param>
/// <param name="CellId">Its id.</param>
/// <param name="ErrorName">The exception's type without namespace, or one of <see cref="Scripting.CellErrorNames"/>.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Line">The line of the cell, from 1, where known.</param>
public sealed record CellFailure(int CellNumber, string CellId, string ErrorName, string Message, int? Line);
