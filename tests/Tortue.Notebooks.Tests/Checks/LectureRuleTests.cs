using Tortue.Notebooks.Checks;
using Tortue.Notebooks.Lectures;
using Xunit;

namespace Tortue.Notebooks.Tests.Checks;

public sealed class LectureRuleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-lecture-rule-");

    [Fact]
    public void WhatIsSaidToASlideIsSound() =>
        Assert.Empty(Findings("# Notes\n\n## theory\n\nShow [(9.1)](#eq-9.1), who found it [[1]](#ref-he2016), and ask [this](#exercise-9.1).\n"));

    [Theory]
    [InlineData("## gone\nA.", "lecture/09-sound.md, line 1: no cell of the notebook is called \"gone\"; name the cell that the slide begins with.")]
    [InlineData("\n## code\nA.", "lecture/09-sound.md, line 2: the cell \"code\" begins no slide; name the cell that does.")]
    [InlineData("## theory\n[(9.9)](#eq-9.9)", "lecture/09-sound.md, line 1: in the section \"theory\" the link #eq-9.9 leads nowhere in the chapter; "
        + "name an equation, a reference, an exercise or a heading that is there.")]
    [InlineData("## theory\n[(9.1)](#eq-9.2)", "lecture/09-sound.md, line 1: in the section \"theory\" the text (9.1) refers to equation (9.2); write that number.")]
    [InlineData("## theory\n", "lecture/09-sound.md, line 1: the section \"theory\" says nothing; write what is to be said to the slide, or take the heading out.")]
    public void WhatIsNotIsToldWithItsLine(string notes, string message)
    {
        var finding = Assert.Single(Findings(notes));

        Assert.Equal(("lecture", message), (finding.Rule, finding.Message));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<CheckFinding> Findings(string notes)
    {
        var path = Path.Combine(_folder.FullName, SoundChapter.Path);
        File.WriteAllText(path, SoundChapter.Create().ToJson());
        Directory.CreateDirectory(Path.GetDirectoryName(LectureNotes.PathFor(path))!);
        File.WriteAllText(LectureNotes.PathFor(path), notes);
        return new NotebookChecker(SoundChapter.Bibliography).CheckFile(File.ReadAllText(path), path).Where(finding => finding.Rule == "lecture");
    }
}
