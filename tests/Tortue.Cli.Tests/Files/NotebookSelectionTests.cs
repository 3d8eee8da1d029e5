using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Files;

public sealed class NotebookSelectionTests : IDisposable
{
    private readonly TestCourse _course = new();

    public NotebookSelectionTests()
    {
        _course.WriteNotebook("notebooks/06-b.ipynb");
        _course.WriteNotebook("notebooks/00-a.ipynb");
        _course.WriteNotebook("drafts/deep/mine.ipynb");
    }

    public void Dispose() => _course.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("notebooks")]
    [InlineData("drafts/deep")]
    public void ChaptersAreFoundFromAnyFolderOfTheCourse(string folder) =>
        Assert.Equal(["00-a.ipynb", "06-b.ipynb"], From(folder).All().Select(notebook => Path.GetFileName(notebook.Path)));

    [Fact]
    public void AFolderWithAMarkerWinsOverANearerOneWithout()
    {
        Directory.CreateDirectory(_course.PathOf("drafts/notebooks"));
        Assert.Equal(_course.Root, CourseFolder.Find(_course.PathOf("drafts/deep"))?.Root);
        File.Delete(_course.PathOf("global.json"));
        Assert.Equal(_course.PathOf("drafts"), CourseFolder.Find(_course.PathOf("drafts/deep"))?.Root);
    }

    [Theory]
    [InlineData("", "notebooks/06-b.ipynb", "notebooks/06-b.ipynb")]
    [InlineData("", "notebooks/06-b", "notebooks/06-b.ipynb")]
    [InlineData("", "06-b", "notebooks/06-b.ipynb")]
    [InlineData("drafts", "06-b.ipynb", "notebooks/06-b.ipynb")]
    [InlineData("drafts/deep", "mine", "drafts/deep/mine.ipynb")]
    [InlineData("notebooks", "../drafts/deep/mine.ipynb", "drafts/deep/mine.ipynb")]
    public void ANotebookIsNamedByPathOrByChapter(string folder, string name, string expected) =>
        Assert.Equal(_course.PathOf(expected), From(folder).One(name).Path);

    [Theory]
    [InlineData("06-c", "There is no notebook '06-c': did you mean '06-b'?")]
    [InlineData("notebooks/00-b.ipynb", "There is no notebook 'notebooks/00-b.ipynb': did you mean '00-a.ipynb'?")]
    [InlineData("drafts", "'drafts' is a folder: name a notebook (.ipynb) in it.")]
    public void AnotherNameIsExplained(string name, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<CommandException>(() => From("").One(name)).Message);

    [Fact]
    public void PatternsStandForTheFilesThatMatch()
    {
        var found = From("").Several(["notebooks/*.ipynb", "06-b"]).Select(file => file.Name);
        Assert.Equal(["notebooks/00-a.ipynb", "notebooks/06-b.ipynb"], found);
        Assert.StartsWith("No file matches 'x*.ipynb'", Assert.Throws<CommandException>(() => From("").Several(["x*.ipynb"])).Message);
    }

    [Fact]
    public void HandoutsGoBesideTheNotebooksOfTheCourseTheyComeFrom()
    {
        var elsewhere = Directory.CreateTempSubdirectory("tortue-cli-");
        try
        {
            var selection = new NotebookSelection(elsewhere.FullName);
            var chapter = selection.One(_course.PathOf("notebooks/06-b.ipynb"));
            Assert.Equal(_course.PathOf("handouts"), selection.Handouts(chapter));
            var loose = Path.Combine(elsewhere.FullName, "loose.ipynb");
            File.WriteAllText(loose, TestCourse.Notebook());
            Assert.Equal(Path.Combine(elsewhere.FullName, "handouts"), selection.Handouts(selection.One(loose)));
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    private NotebookSelection From(string folder) => new(Path.TrimEndingDirectorySeparator(_course.PathOf(folder)));
}
