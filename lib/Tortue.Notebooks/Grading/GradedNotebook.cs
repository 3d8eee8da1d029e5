namespace Tortue.Notebooks.Grading;

/// <summary>What became of one submission.</summary>
/// <param name="Student">Whose it is.</param>
/// <param name="Notebook">Its file, as messages show it; empty where there is none.</param>
/// <param name="End">How its run ended.</param>
/// <param name="Outcome">The same in words, with the cell where it ended.</param>
/// <param name="Exercises">Its exercises: those of the chapter in their order, then others as they were checked.</param>
public sealed record GradedNotebook(
    string Student, string Notebook, GradingEnd End, string Outcome, IReadOnlyList<GradedExercise> Exercises);
