using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

public sealed class UnexpectedErrorTests : IDisposable
{
    private readonly TestCourse _course = new()
    {
        Engine = new FakeEngine { Cell = (_, _) => throw new InvalidOperationException("Something\nbroke.") },
    };

    public UnexpectedErrorTests() => _course.WriteNotebook("notebooks/a.ipynb", "1");

    public void Dispose() => _course.Dispose();

    [Theory]
    [InlineData("run")]
    [InlineData("export")]
    public async Task OneSentenceTellsHowToGetTheTrace(string command)
    {
        var result = await _course.RunAsync(command, "a");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            "An unexpected InvalidOperationException (Something broke.): run again with --verbose to see where it comes from.",
            result.MessageLines[^1]);
        Assert.DoesNotContain("   at ", result.Messages);
    }

    [Fact]
    public async Task VerboseShowsTheTrace() => Assert.Contains("   at ", (await _course.RunAsync("run", "a", "--verbose")).Messages);

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("", false)]
    public async Task SoDoesTheVariable(string value, bool expected)
    {
        _course.Environment["TORTUE_DEBUG"] = value;
        Assert.Equal(expected, (await _course.RunAsync("run", "a")).Messages.Contains("   at "));
    }
}
