namespace Tortue.Notebooks.Checks;

/// <summary>Something in a notebook that does not keep the course's rules.</summary>
/// <param name="Rule">The rule's name, for example <c>no-outputs</c>.</param>
/// <param name="CellId">The cell's id; null where it concerns the whole file.</param>
/// <param name="Line">The line in the cell's text, from 1; null where it concerns the whole cell.</param>
/// <param name="Message">What is wrong and what to do, one sentence.</param>
public sealed record CheckFinding(string Rule, string? CellId, int? Line, string Message);
