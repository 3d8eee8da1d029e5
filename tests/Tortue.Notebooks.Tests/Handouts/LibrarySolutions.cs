using System.Reflection;
using Tortue.Exercises;
using Tortue.Notebooks.Checks.Rules;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Tests.Handouts;

/// <summary>The solutions of a chapter's exercises as the library shows them, whoever runs the chapter.</summary>
internal static class LibrarySolutions
{
    /// <summary>The solution of the exercise that a cell checks; null where it checks none.</summary>
    public static ExerciseSolution? Of(NotebookCell cell)
    {
        if (ExerciseCells.CheckedBy(cell) is not { } check)
            return null;
        var set = typeof(ExerciseSet).Assembly.GetExportedTypes().Single(type => type.Name == check.Class);
        var exercise = (Exercise)set.GetProperty(check.Exercise, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        var code = Handout.Parse(exercise.Solution().ToHtml()).QuerySelector("pre code")!.TextContent;
        return new(exercise.Id, exercise.Title, code, exercise.Explanation);
    }
}
