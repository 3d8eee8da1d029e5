namespace Tortue.Notebooks.Documents;

/// <summary>The solution of an exercise that a cell checks, as the library tells it.</summary>
/// <param name="Exercise">The exercise's number, for example 0.3.</param>
/// <param name="Title">Its title.</param>
/// <param name="Code">The source of the answer: an expression, often a lambda.</param>
/// <param name="Explanation">Why it is right, as text; code in it stands between backticks.</param>
public sealed record ExerciseSolution(string Exercise, string Title, string Code, string Explanation);
