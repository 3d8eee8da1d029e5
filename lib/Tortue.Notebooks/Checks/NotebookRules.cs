using Tortue.Notebooks.Checks.Rules;

namespace Tortue.Notebooks.Checks;

/// <summary>The rules that there are.</summary>
internal static class NotebookRules
{
    /// <summary>What a file alone shows.</summary>
    public static IReadOnlyList<NotebookRule> OfFiles { get; } =
    [
        new FormatRule(),
        new MetadataRule(),
        new CellIdsRule(),
        new NoOutputsRule(),
        new FirstCellRule(),
        new TagsRule(),
        new ShortCellsRule(),
        new ExerciseFormRule(),
        new ExerciseSetRule(RegisteredExercises.All),
        new HeadingsRule(),
        new PicturesRule(),
        new LinksRule(),
        new CitationsRule(),
        new ReferencesRule(),
        new EquationsRule(),
        new SlidesRule(),
        new LectureRule(),
    ];

    /// <summary>What shows when it has run.</summary>
    public static IReadOnlyList<NotebookRule> OfRuns { get; } = [new ChartTextRule(), new ChartAxesRule(), new ChartSizeRule()];
}
