using System.Formats.Tar;
using System.IO.Compression;
using Tortue.Cli.Tests.Support;
using Tortue.Notebooks.Documents;
using Xunit;

namespace Tortue.Cli.Tests.Update;

/// <summary>Updates from folders and archives, where nobody knows which version a student began with.</summary>
public sealed class UpdateTests : IDisposable
{
    private readonly TestCourse _course = new();
    private readonly DirectoryInfo _newer = Directory.CreateTempSubdirectory("tortue-newer-");
    private readonly DirectoryInfo _packed = Directory.CreateTempSubdirectory("tortue-packed-");

    public UpdateTests()
    {
        Versions.Write(_course.Root, "old");
        Versions.Write(_newer.FullName, "new");
    }

    public void Dispose()
    {
        _course.Dispose();
        _newer.Delete(recursive: true);
        _packed.Delete(recursive: true);
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("zip")]
    [InlineData("zip around")]
    [InlineData("tar.gz")]
    public async Task AStudentsFolderBecomesTheNewVersionAndKeepsWhatIsTheStudents(string form)
    {
        var mine = Versions.Chapter("old", Versions.Answer, "var other = 2 /* two */;", hasRun: true);
        _course.Write("notebooks/00-a.ipynb", mine);
        string[] own =
        [
            "notebooks/notes.ipynb", "mine.txt", "data/downloads/mnist.gz", "handouts/a.html", "submissions/alice.ipynb", "lib/Tortue/bin/x.dll",
        ];
        foreach (var file in own) _course.Write(file, "the student's");
        _course.Write("lib/Tortue/Gone.cs", "// in older versions");
        Versions.WriteFile(_newer.FullName, "lib/Tortue/Added.cs", "// added");
        Versions.WriteFile(_newer.FullName, "lib/Tortue/obj/built.cs", "// built");

        var result = await _course.RunAsync("update", "--from", Pack(form));

        Assert.Equal("", result.Messages);
        Assert.Equal(0, result.Code);
        Assert.Equal(
            [
                "notebooks/00-a.ipynb  replaced, with your answers (2); yours is kept as notebooks/00-a.mine.ipynb",
                "notebooks/01-b.ipynb  replaced; yours is kept as notebooks/01-b.mine.ipynb",
                "lib/Tortue/Gone.cs  is no longer part of the course; moved to before-update/lib/Tortue/Gone.cs",
                "Other files: 1 new, 4 replaced, 0 removed",
                "Build once: dotnet build -c Release",
            ],
            Lines(result));
        Assert.Equal(mine, _course.Read("notebooks/00-a.mine.ipynb"));
        var updated = NotebookDocument.Load(_course.PathOf("notebooks/00-a.ipynb"));
        Assert.Equal(["new", Versions.Answer, "var other = 2 /* two */;"], updated.Cells.Select(cell => cell.Source));
        Assert.All(updated.Cells, cell => Assert.Empty(cell.Outputs));
        Assert.All(own, file => Assert.Equal("the student's", _course.Read(file)));
        Assert.Equal("// new", _course.Read("lib/Tortue/Library.cs"));
        Assert.Equal("// added", _course.Read("lib/Tortue/Added.cs"));
        Assert.False(File.Exists(_course.PathOf("lib/Tortue/obj/built.cs")));
        Assert.Equal("// in older versions", _course.Read("before-update/lib/Tortue/Gone.cs"));
        Assert.False(Directory.Exists(_course.PathOf(".tortue-update")));

        var before = Versions.Files(_course.Root);
        Assert.Equal(["The course is up to date."], Lines(await _course.RunAsync("update", "--from", Pack(form))));
        Assert.Equal(before, Versions.Files(_course.Root));
    }

    [Fact]
    public async Task ADryRunListsEverythingAndWritesNothing()
    {
        var before = Versions.Files(_course.Root);
        var result = await _course.RunAsync("update", "--dry-run", "--from", _newer.FullName);
        Assert.Equal(0, result.Code);
        Assert.Contains("lib/Tortue/Library.cs  replaced", Lines(result));
        Assert.Contains("notebooks/01-b.ipynb  replaced; yours is kept as notebooks/01-b.mine.ipynb", Lines(result));
        Assert.Equal("Nothing was written: this is what 'tortue update' without --dry-run does.", Lines(result)[^1]);
        Assert.Equal(before, Versions.Files(_course.Root));
    }

    [Fact]
    public async Task ARunOfTheNewVersionIsNoChangeAndNothingIsKeptTwice()
    {
        _course.Write("notebooks/00-a.ipynb", Versions.Chapter("new", hasRun: true));
        _course.Write("notebooks/01-b.mine.ipynb", "taken");
        var result = await _course.RunAsync("update", "--from", _newer.FullName);
        Assert.Equal(0, result.Code);
        Assert.DoesNotContain(Lines(result), line => line.StartsWith("notebooks/00-a", StringComparison.Ordinal));
        Assert.Contains("a run", _course.Read("notebooks/00-a.ipynb"), StringComparison.Ordinal);
        Assert.Equal("taken", _course.Read("notebooks/01-b.mine.ipynb"));
        Assert.Equal(Versions.Chapter("old"), _course.Read("notebooks/01-b.mine-2.ipynb"));
    }

    [Fact]
    public async Task AnAnswerToAnExerciseThatHasChangedStaysInTheStudentsFile()
    {
        _course.Write("notebooks/00-a.ipynb", Versions.Chapter("old", Versions.Answer, "var other = 2;"));
        Versions.WriteFile(_newer.FullName, "notebooks/00-a.ipynb", Versions.Chapter("new", "double answer = ____;\nOther.Check(answer)"));
        var result = await _course.RunAsync("update", "--from", _newer.FullName);
        Assert.Equal(
            "notebooks/00-a.ipynb  replaced, with your answers (1); yours is kept as notebooks/00-a.mine.ipynb, "
            + "with answers whose exercises have changed (1)",
            Lines(result)[0]);
        Assert.Contains("double answer = ____;", _course.Read("notebooks/00-a.ipynb"), StringComparison.Ordinal);
        Assert.Contains("var other = 2;", _course.Read("notebooks/00-a.ipynb"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANotebookThatCannotBeReadIsKept()
    {
        _course.Write("notebooks/00-a.ipynb", "{ half a file");
        Assert.Equal(0, (await _course.RunAsync("update", "--from", _newer.FullName)).Code);
        Assert.Equal("{ half a file", _course.Read("notebooks/00-a.mine.ipynb"));
        Assert.Equal(Versions.Chapter("new"), _course.Read("notebooks/00-a.ipynb"));
    }

    [Fact]
    public async Task WhatIsKeptBesideIsNoChapter()
    {
        await _course.RunAsync("update", "--from", _newer.FullName);
        var result = await _course.RunAsync("export", "--no-cache");
        Assert.Equal(0, result.Code);
        Assert.False(File.Exists(_course.PathOf("handouts/00-a.mine.html")));
        Assert.True(File.Exists(_course.PathOf("handouts/00-a.html")));
    }

    [Theory]
    [InlineData("../out.txt", "would lie outside")]
    [InlineData("/tmp/out.txt", "would lie outside")]
    [InlineData("lib/../../out.txt", "would lie outside")]
    public async Task AnArchiveThatLeadsOutIsRefused(string name, string expected)
    {
        var path = Pack("zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write("out");
        }
        await AssertRefusedAsync(path, expected);
    }

    [Fact]
    public async Task ALinkInAnArchiveIsRefused()
    {
        var path = Pack("tar.gz");
        using (var file = File.Create(path))
        using (var zipped = new GZipStream(file, CompressionMode.Compress))
        using (var tar = new TarWriter(zipped))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "notebooks") { LinkName = "/etc" });
        await AssertRefusedAsync(path, "is a link");
    }

    [Theory]
    [InlineData("missing.zip", "There is no 'missing.zip'")]
    [InlineData("README.md", "is no folder, .zip or .tar.gz")]
    [InlineData("damaged.zip", "is damaged")]
    [InlineData("damaged.tar.gz", "is damaged")]
    [InlineData(".", "is this course")]
    [InlineData("other", "is no version of the course")]
    public async Task WhatIsNoVersionIsRefused(string source, string expected)
    {
        _course.Write("damaged.zip", "no archive");
        _course.Write("damaged.tar.gz", "no archive");
        if (source == "other")
        {
            source = Directory.CreateDirectory(Path.Combine(_newer.FullName, "lib")).FullName;
        }
        await AssertRefusedAsync(source, expected);
    }

    [Fact]
    public async Task AVersionWithABrokenNotebookIsRefused()
    {
        Versions.WriteFile(_newer.FullName, "notebooks/01-b.ipynb", "{");
        await AssertRefusedAsync(_newer.FullName, "notebooks/01-b.ipynb is not valid JSON");
    }

    [Fact]
    public Task OutsideOfACloneTheSourceMustBeNamed() => AssertRefusedAsync(null, "is no git clone");

    [Fact]
    public async Task AFileThatCannotBeReplacedIsNamedAndTheSameCommandGoesOn()
    {
        File.Delete(_course.PathOf("lib/Tortue/Library.cs"));
        Directory.CreateDirectory(_course.PathOf("lib/Tortue/Library.cs"));
        var result = await _course.RunAsync("update", "--from", _newer.FullName);
        Assert.Equal(1, result.Code);
        Assert.StartsWith("lib/Tortue/Library.cs cannot be written (", Assert.Single(result.MessageLines));
        Directory.Delete(_course.PathOf("lib/Tortue/Library.cs"));
        Assert.Equal(0, (await _course.RunAsync("update", "--from", _newer.FullName)).Code);
        Assert.Equal("// new", _course.Read("lib/Tortue/Library.cs"));
    }

    private static string[] Lines(CommandResult result) => result.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task AssertRefusedAsync(string? source, string expected)
    {
        var before = Versions.Files(_course.Root);
        var result = await _course.RunAsync(source is null ? ["update"] : ["update", "--from", source]);
        Assert.Equal(1, result.Code);
        Assert.Contains(expected, Assert.Single(result.MessageLines), StringComparison.Ordinal);
        Assert.Equal(before, Versions.Files(_course.Root));
        Assert.False(Directory.Exists(_course.PathOf(".tortue-update")));
    }

    /// <summary>The new version as a folder or an archive.</summary>
    private string Pack(string form)
    {
        if (form == "folder") return _newer.FullName;
        var path = Path.Combine(_packed.FullName, "course." + form.Split(' ')[0]);
        File.Delete(path);
        if (form == "tar.gz")
        {
            using var file = File.Create(path);
            using var zipped = new GZipStream(file, CompressionMode.Compress);
            TarFile.CreateFromDirectory(_newer.FullName, zipped, includeBaseDirectory: true);
        }
        else ZipFile.CreateFromDirectory(_newer.FullName, path, CompressionLevel.Fastest, includeBaseDirectory: form == "zip around");
        return path;
    }
}
