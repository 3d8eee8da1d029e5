using System.Globalization;
using System.Reflection;
using Tortue.Exercises;
using Tortue.Notebooks.Documents;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Chapters;

/// <summary>The library's exercises and the chapters that ask them: each is asked once, in the set's order, by its own number.</summary>
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

    [Theory]
    [MemberData(nameof(ChapterRulesTests.Chapters), MemberType = typeof(ChapterRulesTests))]
    public void AChapterAsksEveryExerciseOfItsSetOnceAndNoOther(string name)
    {
        var chapter = NotebookDocument.Load(Path.Combine(Repository.Root, "notebooks", name));
        var number = int.Parse(Path.GetFileName(name)[..2], CultureInfo.InvariantCulture);
        var checks = chapter.Cells.Select(ChapterRules.CheckedBy).OfType<(string Class, string Exercise)>().ToList();
        var set = Sets.Keys.Where(one => ChapterOf(one) == number).ToList();

        Assert.Equal(set, checks.Select(check => check.Class).Distinct());
        string[] expected = [.. set.SelectMany(one => Sets[one]).Select(exercise => exercise.Id)];
        Assert.Equal(expected, checks.Select(check => Find(check.Class, check.Exercise).Id));
        Assert.Equal(expected, chapter.Cells.Select(ChapterRules.AskedBy).Where(id => id is not null));
        Assert.Equal(set.Select(one => $"{one}.All"), chapter.Cells.Where(cell => cell.Id == "progress").Select(cell => cell.Source.Trim()));
    }

    private static int ChapterOf(string set) => int.Parse(Sets[set][0].Id.Split('.')[0], CultureInfo.InvariantCulture);

    private static Exercise Find(string set, string name) =>
        Assert.IsType<Exercise>(Properties(set).Single(property => property.Name == name).GetValue(null), exactMatch: false);

    private static IEnumerable<PropertyInfo> Properties(string set) =>
        typeof(ExerciseSet).Assembly.GetExportedTypes().Single(type => type.Name == set).GetProperties(BindingFlags.Public | BindingFlags.Static);
}
