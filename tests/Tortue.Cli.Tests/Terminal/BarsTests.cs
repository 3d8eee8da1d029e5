using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Terminal;

/// <summary>What a person at a terminal sees.</summary>
public sealed class BarsTests : IDisposable
{
    private const string HideCursor = "\x1b[?25l";
    private const string ShowCursor = "\x1b[?25h";

    private readonly TestCourse _course = new() { IsLive = true };

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task ABarMovesWhileCellsRunAndGoesBeforeTheErrorsCome()
    {
        _course.WriteNotebook("notebooks/06-b.ipynb", "one", "fail");
        _course.Engine = FakeEngine.FailingOn("fail");
        var result = await _course.RunAsync("export");
        var bars = result.Messages[..result.Messages.LastIndexOf(ShowCursor, StringComparison.Ordinal)];
        Assert.Contains(HideCursor, bars);
        Assert.Contains("06-b", bars);
        Assert.DoesNotContain("DivideByZeroException", bars);
        Assert.Contains("DivideByZeroException", result.Messages);
        Assert.DoesNotContain('\x1b', result.Output);
        Assert.StartsWith("handouts/06-b.html  ", result.Output);
    }

    [Fact]
    public async Task CancellingGivesTheCursorBack()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "slow");
        using var interrupt = new CancellationTokenSource();
        _course.Engine = FakeEngine.WaitingOn("slow", interrupt);
        var result = await _course.RunAsync("", interrupt.Token, "export");
        Assert.Equal(130, result.Code);
        var shown = result.Messages.LastIndexOf(ShowCursor, StringComparison.Ordinal);
        Assert.True(shown > result.Messages.LastIndexOf(HideCursor, StringComparison.Ordinal));
        Assert.True(shown < result.Messages.IndexOf("Cancelled while", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OutputsThatScrollByHaveNoBar()
    {
        _course.WriteNotebook("notebooks/a.ipynb", "one");
        var result = await _course.RunAsync("run", "a");
        Assert.DoesNotContain(HideCursor, result.Messages);
        Assert.Equal("one\n", result.Output.ReplaceLineEndings("\n"));
    }
}
