using System.Diagnostics;
using Tortue.Cli.Tests.Support;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests;

public sealed class GitStatusTests : IDisposable
{
    private readonly TestCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task AnExportLeavesTheWorkTreeClean()
    {
        File.Copy(Repository.PathOf(".gitignore"), _course.PathOf(".gitignore"));
        _course.WriteNotebook("notebooks/a.ipynb", "6 * 7");
        await GitAsync("init", "-q");
        await GitAsync("add", "-A");
        await GitAsync("-c", "user.name=t", "-c", "commit.gpgsign=false", "-c", "user.email=t@example.org", "commit", "-q", "-m", "all");

        Assert.Equal(0, (await _course.RunAsync("export")).Code);

        Assert.True(File.Exists(_course.PathOf("handouts/a.html")));
        Assert.Empty(await GitAsync("status", "--porcelain"));
    }

    private async Task<string> GitAsync(params string[] args)
    {
        try
        {
            using var git = Process.Start(
                new ProcessStartInfo("git", args) { WorkingDirectory = _course.Root, RedirectStandardOutput = true })!;
            var output = await git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await git.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, git.ExitCode);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("git is not installed.");
            return "";
        }
    }
}
