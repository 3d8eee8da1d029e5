using System.ComponentModel;
using System.Diagnostics;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Update;

/// <summary>Updates of a clone from where it came from: a bare repository on this machine.</summary>
public sealed class CloneUpdateTests : IAsyncLifetime
{
    private readonly TestCourse _course = new();
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("tortue-origin-");

    private string Teacher => Path.Combine(_elsewhere.FullName, "teacher");

    public async ValueTask InitializeAsync()
    {
        var origin = Path.Combine(_elsewhere.FullName, "origin.git");
        await GitAsync(_elsewhere.FullName, "init", "-q", "--bare", "-b", "main", origin);
        await GitAsync(_elsewhere.FullName, "clone", "-q", origin, Teacher);
        await GitAsync(Teacher, "switch", "-q", "-c", "main");
        Versions.Write(Teacher, "old");
        Versions.WriteFile(Teacher, ".gitignore", "before-update/\n.tortue-update/\nbin/\n");
        Versions.WriteFile(Teacher, "lib/Tortue/Gone.cs", "// until the next version");
        Versions.WriteFile(Teacher, "lib/Tortue/Folder/GoneToo.cs", "// until the next version");
        await PublishAsync("old");
        Directory.Delete(_course.Root, recursive: true);
        await GitAsync(_elsewhere.FullName, "clone", "-q", origin, _course.Root);
        Versions.Write(Teacher, "new");
        File.Delete(Path.Combine(Teacher, "lib/Tortue/Gone.cs"));
        Directory.Delete(Path.Combine(Teacher, "lib/Tortue/Folder"), recursive: true);
        await PublishAsync("new");
    }

    public ValueTask DisposeAsync()
    {
        _course.Dispose();
        foreach (var file in _elsewhere.EnumerateFiles("*", SearchOption.AllDirectories)) file.Attributes = FileAttributes.Normal;
        _elsewhere.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ACloneThatNobodyChangedBecomesTheNewVersion()
    {
        _course.Write("notebooks/00-a.ipynb", Versions.Chapter("old", hasRun: true));
        var result = await _course.RunAsync("update");
        Assert.Equal("", result.Messages);
        Assert.Equal(
            [
                "notebooks/00-a.ipynb  replaced; you had not changed it, and the outputs of your run are gone",
                "notebooks/01-b.ipynb  replaced",
                "Other files: 0 new, 4 replaced, 2 removed",
                "Build once: dotnet build -c Release",
            ],
            Lines(result));
        Assert.Equal("", await GitAsync(_course.Root, "status", "--porcelain"));
        Assert.Equal(await GitAsync(Teacher, "rev-parse", "HEAD"), await GitAsync(_course.Root, "rev-parse", "HEAD"));
        Assert.False(Directory.Exists(_course.PathOf("lib/Tortue/Folder")));
        Assert.Equal(["The course is up to date."], Lines(await _course.RunAsync("update")));
    }

    [Fact]
    public async Task WhatAStudentHasChangedIsKeptAndAnswersGoOn()
    {
        // An answer that leaves nothing of the starter: git tells that the starter is the same.
        var mine = Versions.Chapter("old", "int rewritten = 7;");
        _course.Write("notebooks/00-a.ipynb", mine);
        _course.Write("lib/Tortue/Library.cs", "// changed by a student");
        _course.Write("lib/Tortue/Gone.cs", "// changed, too");
        _course.Write("lib/Tortue/Own.cs", "// a student's own");
        var result = await _course.RunAsync("update");
        Assert.Equal(
            [
                "lib/Tortue/Library.cs  replaced; yours is kept as before-update/lib/Tortue/Library.cs",
                "notebooks/00-a.ipynb  replaced, with your answers (1); yours is kept as notebooks/00-a.mine.ipynb",
                "notebooks/01-b.ipynb  replaced",
                "lib/Tortue/Gone.cs  is no longer part of the course; moved to before-update/lib/Tortue/Gone.cs",
            ],
            Lines(result)[..4]);
        Assert.Equal(mine, _course.Read("notebooks/00-a.mine.ipynb"));
        Assert.Contains("int rewritten = 7;", _course.Read("notebooks/00-a.ipynb"), StringComparison.Ordinal);
        Assert.Equal("// changed by a student", _course.Read("before-update/lib/Tortue/Library.cs"));
        Assert.Equal("// a student's own", _course.Read("lib/Tortue/Own.cs"));

        // The next version leaves the chapter as it is: so does the update.
        var answered = _course.Read("notebooks/00-a.ipynb");
        Versions.WriteFile(Teacher, "README.md", "newer");
        await PublishAsync("newer");
        Assert.Equal(["Other files: 0 new, 1 replaced, 0 removed", "Build once: dotnet build -c Release"], Lines(await _course.RunAsync("update")));
        Assert.Equal(answered, _course.Read("notebooks/00-a.ipynb"));
    }

    [Fact]
    public async Task CommitsOfOnesOwnAreNotTouched()
    {
        _course.Write("notebooks/00-a.ipynb", Versions.Chapter("old", Versions.Answer));
        await CommitAsync(_course.Root, "my answers");
        var (before, head) = (Versions.Files(_course.Root), await GitAsync(_course.Root, "rev-parse", "HEAD"));
        var result = await _course.RunAsync("update");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            "This clone has commits of its own (1), which an update does not touch: bring both together with 'git pull --no-rebase'.",
            Assert.Single(result.MessageLines));
        Assert.Equal(before, Versions.Files(_course.Root));
        Assert.Equal(head, await GitAsync(_course.Root, "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task ABranchThatFollowsNothingAndAnOriginThatIsGoneAreNamed()
    {
        var origin = Path.Combine(_elsewhere.FullName, "origin.git");
        Directory.Move(origin, origin + ".away");
        Assert.Contains("git could not fetch", Assert.Single((await _course.RunAsync("update")).MessageLines), StringComparison.Ordinal);
        await GitAsync(_course.Root, "switch", "-q", "-c", "own");
        Assert.Contains("follows no branch", Assert.Single((await _course.RunAsync("update")).MessageLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatABrokenOffUpdateDidIsFoundDone()
    {
        // As it stands when the update was killed just before it told git: all files new, the branch still at the old commit.
        _course.Write("notebooks/00-a.ipynb", Versions.Chapter("old", Versions.Answer));
        var old = await GitAsync(_course.Root, "rev-parse", "HEAD");
        Assert.Equal(0, (await _course.RunAsync("update")).Code);
        var files = Versions.Files(_course.Root);
        await GitAsync(_course.Root, "reset", "-q", "--mixed", old.Trim());
        _course.Write(".tortue-update/new/half", "half");

        Assert.Equal(["The course is up to date."], Lines(await _course.RunAsync("update")));
        Assert.Equal(files, Versions.Files(_course.Root));
        Assert.Equal(await GitAsync(Teacher, "rev-parse", "HEAD"), await GitAsync(_course.Root, "rev-parse", "HEAD"));
    }

    private static string[] Lines(CommandResult result) => result.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task PublishAsync(string message)
    {
        await CommitAsync(Teacher, message);
        await GitAsync(Teacher, "push", "-q", "-u", "origin", "main");
    }

    private static async Task CommitAsync(string folder, string message)
    {
        await GitAsync(folder, "add", "-A");
        await GitAsync(folder, "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", message);
    }

    private static async Task<string> GitAsync(string folder, params string[] words)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", words) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            var output = await git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await git.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, git.ExitCode);
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip("git is not installed.");
            return "";
        }
    }
}
