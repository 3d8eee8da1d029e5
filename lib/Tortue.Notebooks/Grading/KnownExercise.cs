namespace Tortue.Notebooks.Grading;

/// <summary>An exercise that a notebook is known to have.</summary>
/// <param name="Id">Its number, for example 0.3.</param>
/// <param name="Title">Its title.</param>
public sealed record KnownExercise(string Id, string Title);
