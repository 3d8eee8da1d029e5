using System.Globalization;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Update;

/// <summary>The built program, killed at different moments of an update, and run again.</summary>
public sealed class KilledUpdateTests : IDisposable
{
    private const int Sources = 400;

    private readonly TestCourse _course = new();
    private readonly DirectoryInfo _newer = Directory.CreateTempSubdirectory("tortue-newer-");

    public void Dispose()
    {
        _course.Dispose();
        _newer.Delete(recursive: true);
    }

    [Theory(Timeout = 300_000)]
    [InlineData(".tortue-update/new/lib/0100.cs")]
    [InlineData("lib/0010.cs")]
    [InlineData("lib/0200.cs")]
    [InlineData("notebooks/00-a.mine.ipynb")]
    public async Task AnUpdateThatIsKilledIsCompletedByTheNext(string sign)
    {
        Versions.Write(_course.Root, "old");
        var mine = Versions.Chapter("old", Versions.Answer, hasRun: true);
        _course.Write("notebooks/00-a.ipynb", mine);
        Versions.Write(_newer.FullName, "new");
        for (var number = 0; number < Sources; number++)
            Versions.WriteFile(_newer.FullName, string.Create(CultureInfo.InvariantCulture, $"lib/{number:D4}.cs"), "// new");

        using (var update = Executable.Start(Executable.Folder, _course.Root, "update", "--from", _newer.FullName))
        {
            while (!update.HasExited && !File.Exists(_course.PathOf(sign))) await Task.Yield();
            update.Kill();
            await update.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        // Whatever the moment was: what the student wrote is there, byte by byte.
        Assert.Contains(mine, Versions.Files(_course.Root).Values);

        var again = await Executable.RunAsync(Executable.Folder, _course.Root, "update", "--from", _newer.FullName);

        Assert.Equal("", again.Messages);
        Assert.Equal(0, again.Code);
        var files = Versions.Files(_course.Root);
        Assert.Equal(mine, files["notebooks/00-a.mine.ipynb"]);
        Assert.Contains("var answer = 42 /* ha */;", files["notebooks/00-a.ipynb"], StringComparison.Ordinal);
        Assert.Equal(
            Versions.Files(_newer.FullName).Where(file => !file.Key.StartsWith("notebooks/", StringComparison.Ordinal)),
            files.Where(file => !file.Key.StartsWith("notebooks/", StringComparison.Ordinal)));
        Assert.Equal(
            ["notebooks/00-a.ipynb", "notebooks/00-a.mine.ipynb", "notebooks/01-b.ipynb", "notebooks/01-b.mine.ipynb"],
            files.Keys.Where(file => file.StartsWith("notebooks/", StringComparison.Ordinal)));
    }
}
