using Tortue.Exercises;

namespace Tortue.Notebooks.Grading;

/// <summary>How far one exercise of a submission has come.</summary>
/// <param name="Id">Its number, for example 0.3.</param>
/// <param name="Title">Its title; empty for one that is not the library's.</param>
/// <param name="State">What the last check found.</param>
/// <param name="Best">The best that any check found.</param>
/// <param name="Attempts">How many answers were checked in this run; placeholders do not count.</param>
/// <param name="Message">What the last check said.</param>
public sealed record GradedExercise(string Id, string Title, ExerciseState State, ExerciseState Best, int Attempts, string Message);
