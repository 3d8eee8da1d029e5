using System.Globalization;
using System.Reflection;
using Tortue.Exercises;
using Xunit;

namespace Tortue.Notebooks.Tests.Chapters;

/// <summary>The library's sets of exercises: numbered in their order, one a chapter, with every exercise that is declared.</summary>
public sealed class ChapterExerciseTests
{
    private static readonly Dictionary<string, ExerciseSet> Sets = typeof(ExerciseSet).Assembly.GetExportedTypes()
        .Where(type => type.Name.EndsWith("Exercises", StringComparison.Ordinal))
        .Select(type => (type.Name, Set: type.GetProperty("All", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ExerciseSet))
        .Where(found => found.Set is not null)
        .ToDictionary(found => found.Name, found => found.Set!);

    public static TheoryData<string> SetNames => [.. Sets.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(SetNames))]
    public void ASetIsNumberedInItsOrder(string name) =>
        Assert.Equal(Sets[name].Select((_, i) => $"{ChapterOf(name)}.{i + 1}"), Sets[name].Select(exercise => exercise.Id));

    [Fact]
    public void EachChapterHasOneSet() => Assert.Equal(Sets.Count, Sets.Keys.Select(ChapterOf).Distinct().Count());

    [Theory]
    [MemberData(nameof(SetNames))]
    public void EveryExerciseOfAPublicClassIsInItsSet(string name)
    {
        var declared = Properties(name).Select(property => property.GetValue(null)).OfType<Exercise>();
        Assert.Equivalent(Sets[name].Select(exercise => exercise.Id), declared.Select(exercise => exercise.Id), strict: true);
    }

    private static int ChapterOf(string set) => int.Parse(Sets[set][0].Id.Split('.')[0], CultureInfo.InvariantCulture);

    private static IEnumerable<PropertyInfo> Properties(string set) =>
        typeof(ExerciseSet).Assembly.GetExportedTypes().Single(type => type.Name == set).GetProperties(BindingFlags.Public | BindingFlags.Static);
}
