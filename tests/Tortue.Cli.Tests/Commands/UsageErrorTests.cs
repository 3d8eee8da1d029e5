using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

public sealed class UsageErrorTests : IDisposable
{
    private readonly TestCourse _course = new();

    public UsageErrorTests() => _course.WriteNotebook("notebooks/a.ipynb", "1");

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task WithoutACommandItNamesThemAll()
    {
        var result = await _course.RunAsync("--verbose");
        var line = Assert.Single(result.MessageLines);
        Assert.Matches("^tortue needs a command: export, ([a-z]+, )*[a-z]+\\. See 'tortue --help'\\.$", line);
        Assert.All(["check", "run", "slides", "demo", "update", "grade"], name => Assert.Contains($" {name}", line, StringComparison.Ordinal));
        Assert.Equal(2, result.Code);
    }

    [Theory]
    [InlineData("exprot", "tortue has no command 'exprot': did you mean 'export'?")]
    [InlineData("publish", "tortue has no command 'publish'.")]
    [InlineData("--verison", "tortue has no option '--verison': did you mean '--version'?")]
    [InlineData("export --outptu=x", "tortue export has no option '--outptu': did you mean '--output'?")]
    [InlineData("export a --solution none", "tortue export has no option '--solution': did you mean '--solutions'?")]
    [InlineData("export --vebrose", "tortue export has no option '--vebrose': did you mean '--verbose'?")]
    [InlineData("export -z", "tortue export has no option '-z'.")]
    [InlineData("export --output", "--output needs a value: --output DIR.")]
    [InlineData("export --solutions visible", "--solutions takes none, folded or shown, not 'visible'.")]
    [InlineData("export --solutions 1", "--solutions takes none, folded or shown, not '1'.")]
    [InlineData("export --timeout soon", "--timeout takes minutes, a number above 0 and up to 10080, not 'soon'.")]
    [InlineData("export --timeout 0", "--timeout takes minutes, a number above 0 and up to 10080, not '0'.")]
    [InlineData("run a --timeout NaN", "--timeout takes minutes, a number above 0 and up to 10080, not 'NaN'.")]
    [InlineData("run a --timeout 1,5", "--timeout takes minutes, a number above 0 and up to 10080, not '1,5'.")]
    [InlineData("run", "tortue run needs a notebook.")]
    [InlineData("run a b", "tortue run takes one notebook, and 'b' is one too many.")]
    [InlineData("run a --inplace", "tortue run has no option '--inplace': did you mean '--in-place'?")]
    [InlineData("run a --in-place --output b.ipynb", "--in-place and --output exclude each other: choose one.")]
    [InlineData("grade", "tortue grade needs a folder.")]
    [InlineData("grade a b", "tortue grade takes one folder, and 'b' is one too many.")]
    [InlineData("grade a --memory 100", "--memory takes a whole number from 256 to 1000000, not '100'.")]
    [InlineData("grade a --jobs 0", "--jobs takes a whole number from 1 to 1000, not '0'.")]
    [InlineData("grade a --seed -1", "--seed takes a whole number from 0 to 2147483647, not '-1'.")]
    [InlineData("grade a --timeout no", "--timeout takes minutes, a number above 0 and up to 10080, not 'no'.")]
    [InlineData("grade a --timout 3", "tortue grade has no option '--timout': did you mean '--timeout'?")]
    [InlineData("grade-notebok", "tortue has no command 'grade-notebok'.")]
    [InlineData("data", "tortue data needs a command: list, get, path.")]
    [InlineData("data gte mnist", "tortue data has no command 'gte': did you mean 'get'?")]
    [InlineData("data list mnist", "tortue data list takes no further word, and 'mnist' is one too many.")]
    [InlineData("data path mnist cifar10", "tortue data path takes one set, and 'cifar10' is one too many.")]
    [InlineData("data get", "tortue data get needs a set.")]
    [InlineData("data get mnist --too x", "tortue data get has no option '--too': did you mean '--to'?")]
    [InlineData("data get mnist --to", "--to needs a value: --to FOLDER.")]
    public async Task OneSentenceSaysWhatIsWrong(string line, string sentence)
    {
        var result = await _course.RunAsync(line.Split(' '));
        string[] commands = ["run", "export", "grade", "data", "list", "get", "path"];
        var command = string.Join(' ', line.Split(' ').TakeWhile(commands.Contains).Prepend("tortue"));
        Assert.Equal([$"{sentence} See '{command} --help'."], result.MessageLines);
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Output);
        Assert.False(Directory.Exists(_course.PathOf("handouts")));
    }
}
