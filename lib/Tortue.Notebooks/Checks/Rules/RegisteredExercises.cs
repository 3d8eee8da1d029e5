using System.Globalization;
using System.Reflection;
using Tortue.Exercises;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>A class of the library that holds exercises.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Ids">The numbers of its set, in order.</param>
/// <param name="IdOf">The number of each exercise, by the name of its property.</param>
internal sealed record RegisteredExercises(string Name, IReadOnlyList<string> Ids, IReadOnlyDictionary<string, string> IdOf)
{
    private static readonly Lazy<IReadOnlyList<RegisteredExercises>> Found = new(() =>
        [.. typeof(ExerciseSet).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Exercises", StringComparison.Ordinal)).Select(Read).OfType<RegisteredExercises>()]);

    /// <summary>Those of the library.</summary>
    public static IReadOnlyList<RegisteredExercises> All => Found.Value;

    /// <summary>The chapter that they belong to.</summary>
    public int Chapter => int.Parse(Ids[0].Split('.')[0], CultureInfo.InvariantCulture);

    private static RegisteredExercises? Read(Type type)
    {
        var values = type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (property.Name, Value: property.GetValue(null))).ToList();
        if (values.FirstOrDefault(each => each.Name == "All").Value is not ExerciseSet set)
            return null;
        var idOf = values.Where(each => each.Value is Exercise)
            .ToDictionary(each => each.Name, each => ((Exercise)each.Value!).Id, StringComparer.Ordinal);
        return new RegisteredExercises(type.Name, [.. set.Select(exercise => exercise.Id)], idOf);
    }
}
