using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

public sealed class HelpTests : IDisposable
{
    private readonly TestCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Theory]
    [InlineData("--help", "export;check;run;data;grade;--version;--verbose;TORTUE_DEBUG;dotnet run -c Release --project lib/Tortue.Cli --;130")]
    [InlineData("export --help", "[<notebook>...];--output <DIR>;--solutions <none|folded|shown>;--timeout <MINUTES>;[default: folded];"
        + "--variant <WHO>;--pdf;--shared-assets;--no-cache;--no-run;--jobs <NUMBER>;--preset <quick|standard>")]
    [InlineData("slides --help", "[<notebook>...];--output <DIR>;--solutions <none|folded|shown>;[default: none];--theme <light|dark>;--no-run;?print-pdf")]
    [InlineData("check --help", "[<notebook>...];--fix;--no-run;--no-cache;--jobs <NUMBER>;--timeout <MINUTES>")]
    [InlineData("run -h", "<notebook>;--in-place;--output <FILE>;--timeout <MINUTES>;[default: 10]")]
    [InlineData("grade --help", "<folder>;--output <FILE>;--chapter <NAME>;--timeout <MINUTES>;--memory <MB>;[default: 2000];"
        + "--jobs <NUMBER>;--seed <NUMBER>;with your rights;no sandbox;container")]
    [InlineData("update --help", "--from <SOURCE>;--dry-run;.zip;NAME.mine.ipynb;dotnet build -c Release")]
    [InlineData("data --help", "list;get;path")]
    [InlineData("data list --help", "which sets there are")]
    [InlineData("data get --help", "<set>...;--to <FOLDER>;TORTUE_DATA")]
    [InlineData("data path --help", "[<set>]")]
    [InlineData("kernel --help", "install;uninstall;list;run")]
    [InlineData("kernel install --help", "--name <NAME>;--display-name <TEXT>;--alias <NAME>;--prefix <DIR>;--force;[default: tortue]")]
    [InlineData("kernel uninstall --help", "--name <NAME>;--prefix <DIR>")]
    [InlineData("kernel list --help", "--prefix <DIR>")]
    [InlineData("kernel run --help", "<connection-file>")]
    public async Task HelpNamesEveryOptionAndShowsExamples(string line, string expected)
    {
        var result = await _course.RunAsync(line.Split(' '));
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Messages);
        Assert.All(expected.Split(';'), text => Assert.Contains(text, result.Output));
        Assert.Matches(@"Examples:\r?\n  tortue \w+", result.Output);
        Assert.All(result.Output.Split('\n'), row => Assert.True(row.Length <= 120, row));
    }

    [Fact]
    public async Task HelpWinsOverErrorsBesideIt() => Assert.Equal(0, (await _course.RunAsync("run", "--timeout", "x", "--help")).Code);

    [Fact]
    public async Task WithoutACommandTheHelpGoesToStandardError()
    {
        var result = await _course.RunAsync();
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Output);
        Assert.Contains("Commands:", result.Messages);
    }

    [Fact]
    public async Task VersionNamesLibraryEngineAndRuntime()
    {
        var result = await _course.RunAsync("--version");
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Messages);
        var lines = result.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Matches(@"^tortue \d+\.\d+\.\d+$", lines[0]);
        Assert.Matches(@"^engine (Tortue\.Tensors|TorchSharp) \d+\.\d+\.\d+", lines[1]);
        Assert.StartsWith(".NET 10.", lines[2]);
    }
}
