using System.Diagnostics;
using Tortue.Notebooks.Documents;
using Xunit;

namespace Tortue.Notebooks.Tests.Documents;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-atomic-");

    private string Target => PathOf("a.ipynb");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)]
    public void PermissionsStay(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions.");
            return;
        }

        File.WriteAllText(Target, "old");
        File.SetUnixFileMode(Target, mode);
        AtomicFile.WriteAllText(Target, "new");
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal(mode, File.GetUnixFileMode(Target));
    }

    [Fact]
    public void AReadOnlyFileIsRefusedAndStays()
    {
        File.WriteAllText(Target, "old");
        File.SetAttributes(Target, FileAttributes.ReadOnly);
        var refusal = Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.WriteAllText(Target, "new"));
        Assert.Contains("read-only", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Single(_folder.GetFiles());
        File.SetAttributes(Target, FileAttributes.Normal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ALinkStaysALink(bool targetExists)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows links need rights.");
        var real = PathOf("real.ipynb");
        if (targetExists) File.WriteAllText(real, "old");
        File.CreateSymbolicLink(PathOf("step.ipynb"), "real.ipynb");
        File.CreateSymbolicLink(Target, "step.ipynb");
        AtomicFile.WriteAllText(Target, "new");
        Assert.Equal("step.ipynb", new FileInfo(Target).LinkTarget);
        Assert.Null(new FileInfo(real).LinkTarget);
        Assert.Equal("new", File.ReadAllText(real));
    }

    [Fact]
    public void AnotherNameOfTheSameFileKeepsTheOldOne()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs ln.");
        File.WriteAllText(Target, "old");
        using (var link = Process.Start("ln", [Target, PathOf("second.ipynb")])) link.WaitForExit();
        AtomicFile.WriteAllText(Target, "new");
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal("old", File.ReadAllText(PathOf("second.ipynb")));
    }

    [Fact]
    public void WhatAKilledProcessLeftIsRemovedAndWhatOthersHoldOrMadeStays()
    {
        var left = PathOf(Side("a.ipynb"));
        var held = PathOf(Side("a.ipynb"));
        string[] others = [PathOf(Side("b.ipynb")), PathOf(".a.ipynb.tmp"), PathOf(".a.ipynb." + new string('x', 32) + ".tmp")];
        foreach (var path in others.Append(left)) File.WriteAllText(path, "half");
        using (new FileStream(held, FileMode.CreateNew, FileAccess.Write, FileShare.Delete))
        {
            AtomicFile.WriteAllText(Target, "new");
            Assert.False(File.Exists(left));
            Assert.True(File.Exists(held));
        }
        Assert.All(others, path => Assert.True(File.Exists(path), path));
        AtomicFile.WriteAllText(Target, "newer");
        Assert.False(File.Exists(held));
    }

    [Fact]
    public void AMoveThatIsRefusedLeavesNothingBeside()
    {
        Directory.CreateDirectory(Target);
        Assert.ThrowsAny<Exception>(() => AtomicFile.WriteAllText(Target, "new"));
        Assert.Empty(_folder.GetFiles());
        Assert.True(Directory.Exists(Target));
    }

    private static string Side(string name) => $".{name}.{Guid.NewGuid():N}.tmp";

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
