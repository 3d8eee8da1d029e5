using System.Reflection;
using System.Text.RegularExpressions;
using Tortue.Exercises;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Grading;

/// <summary>
/// Which exercises belong to a notebook: those of each class of the library that its code names and that has an <see cref="ExerciseSet"/>.
/// So an exercise whose cell a student has deleted is still known, as long as the notebook, or the course's own of that chapter, has
/// another.
/// </summary>
public static partial class KnownExercises
{
    private static readonly Lazy<IReadOnlyDictionary<string, KnownExercise[]>> Sets = new(() =>
        typeof(ExerciseSet).Assembly.GetExportedTypes()
            .Select(type => (type.Name, Set: SetOf(type)))
            .Where(found => found.Set is not null)
            .ToDictionary(found => found.Name, found => found.Set!.Select(one => new KnownExercise(one.Id, one.Title)).ToArray()));

    /// <summary>Finds a notebook's exercises.</summary>
    /// <param name="document">The notebook; nothing of it is run.</param>
    /// <returns>The exercises in their chapters' order; none where it names no class of them.</returns>
    public static IReadOnlyList<KnownExercise> NamedIn(NotebookDocument document) =>
    [
        .. document.Cells
            .Where(cell => cell.Kind == CellKind.Code)
            .SelectMany(cell => Names().Matches(cell.Source).Select(match => match.Value))
            .Distinct()
            .SelectMany(name => Sets.Value.GetValueOrDefault(name, [])),
    ];

    private static ExerciseSet? SetOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Static)
        .FirstOrDefault(property => property.PropertyType == typeof(ExerciseSet))?.GetValue(null) as ExerciseSet;

    [GeneratedRegex(@"\w*Exercises\b")]
    private static partial Regex Names();
}
