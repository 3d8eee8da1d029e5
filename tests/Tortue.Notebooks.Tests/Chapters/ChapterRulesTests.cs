using Tortue.Notebooks.Bibliography;
using Tortue.Notebooks.Checks;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Chapters;

/// <summary>The chapters keep the rules of the course, as far as their files show it without a run.</summary>
public sealed class ChapterRulesTests
{
    private static string Notebooks => Path.Combine(Repository.Root, "notebooks");

    public static TheoryData<string> Chapters =>
        [.. Directory.GetFiles(Notebooks, "*.ipynb", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Path.GetRelativePath(Notebooks, path))];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void AChapterKeepsTheRules(string name)
    {
        var path = Path.Combine(Notebooks, name);
        var checker = new NotebookChecker(BibliographyFile.Load(BibliographyFile.Locate(Notebooks)!));
        Assert.Empty(checker.CheckFile(File.ReadAllText(path), path));
    }
}
