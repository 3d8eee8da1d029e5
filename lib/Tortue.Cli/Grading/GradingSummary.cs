using Tortue.Cli.Errors;
using Tortue.Exercises;
using Tortue.Notebooks.Grading;

namespace Tortue.Cli.Grading;

/// <summary>The results on the screen: a line for each student, and a count.</summary>
internal static class GradingSummary
{
    /// <summary>The lines to print.</summary>
    /// <param name="results">The results, those of one student one after another.</param>
    /// <param name="table">The table that holds them, as messages show it.</param>
    public static IEnumerable<string> Of(IReadOnlyList<GradedNotebook> results, string table)
    {
        var students = results.GroupBy(one => one.Student).ToList();
        var notebooks = results.Where(one => one.End != GradingEnd.NoNotebook).ToList();
        return students.Select(student => OneStudent(student.Key, [.. student])).Append(GradingText.Total.With(
            students.Count, notebooks.Count, notebooks.Count(one => one.End == GradingEnd.Finished), table));
    }

    private static string OneStudent(string student, IReadOnlyList<GradedNotebook> notebooks)
    {
        var exercises = notebooks.SelectMany(one => one.Exercises).ToList();
        var outcomes = string.Join("; ", notebooks.Select(one => one.Outcome).Distinct());
        if (exercises.Count == 0) return GradingText.NoExercises.With(student, outcomes);
        var right = exercises.Count(one => one.State == ExerciseState.Correct);
        var wrong = exercises.Count(one => one.State == ExerciseState.Incorrect);
        return GradingText.OneStudent.With(student, right, exercises.Count, wrong, exercises.Count - right - wrong, outcomes);
    }
}
