using Tortue.Notebooks.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

/// <summary>What cells do with a console that belongs to a terminal, and how they ask.</summary>
public sealed class ConsoleTests : IDisposable
{
    private readonly SessionFixture _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Console.Clear();")]
    [InlineData("System.Console.Clear();")]
    [InlineData("ClearOutput();")]
    public async Task WhatWasShownIsCleared(string code)
    {
        await _session.Value($"Console.Write(\"a\");\n{code}\nConsole.Write(\"b\");");
        Assert.Equal(["stdout:a", "clear:False", "stdout:b"], _session.Sink.Events);
    }

    [Fact]
    public async Task ClearingCanWait()
    {
        await _session.Value("display(1);\nClearOutput(wait: true);\ndisplay(2);");
        Assert.Equal(["display:1", "clear:True", "display:2"], _session.Sink.Events);
    }

    [Fact]
    public async Task ColoursAreCodesOfTheText()
    {
        await _session.Value("""
            var before = Console.ForegroundColor;
            Console.ForegroundColor = ConsoleColor.Red;
            Console.Write("red");
            Console.ForegroundColor = ConsoleColor.DarkBlue;
            Console.BackgroundColor = ConsoleColor.Yellow;
            Console.Write("blue");
            Console.ForegroundColor = before;
            Console.Write("plain");
            Console.ResetColor();
            """);
        Assert.Equal("\e[91mred\e[34m\e[103mblue\e[39mplain\e[0m", _session.Sink.Text);
    }

    [Fact]
    public async Task EveryColourHasACodeOfItsOwn()
    {
        await _session.Value("foreach (var color in Enum.GetValues<ConsoleColor>()) { Console.ForegroundColor = color; Console.BackgroundColor = color; }");
        int[] text = [30, 34, 32, 36, 31, 35, 33, 39, 90, 94, 92, 96, 91, 95, 93, 97];
        int[] page = [49, 44, 42, 46, 41, 45, 43, 47, 100, 104, 102, 106, 101, 105, 103, 107];
        Assert.Equal(string.Concat(text.Zip(page, (front, back) => $"\e[{front}m\e[{back}m")), _session.Sink.Text);
    }

    [Fact]
    public async Task WhatOnlyATerminalHasDoesNotThrow()
    {
        Assert.Equal("80 25 80", await _session.Value("""
            Console.OutputEncoding = System.Text.Encoding.UTF8;
            Console.CursorVisible = false;
            Console.Title = "a title";
            Console.Beep();
            Console.Write("10 %");
            Console.SetCursorPosition(0, Console.CursorTop);
            Console.Write("20 %");
            Console.CursorLeft = 0;
            var (left, top) = Console.GetCursorPosition();
            $"{Console.WindowWidth} {Console.WindowHeight} {Console.BufferWidth}"
            """));
        Assert.Equal("10 %\r20 %\r", _session.Sink.Text);
        Assert.Equal("False False a title", await _session.Value("$\"{Console.KeyAvailable} {Console.CursorVisible} {Console.Title}\""));
    }

    [Fact]
    public async Task EveryMemberThatIsReplacedStandsInThePrelude()
    {
        var substitutes = (await _session.Value("string.Join(' ', typeof(CellConsole).GetMembers().Select(member => member.Name))")).Split(' ');
        var members = typeof(Console).GetMembers().Select(member => member.Name).ToList();
        Assert.All(ConsoleCalls.Members, name => Assert.Contains(name, substitutes));
        Assert.All(ConsoleCalls.Members, name => Assert.Contains(name, members));
    }

    [Fact]
    public async Task AConsoleOfTheUsersIsLeftAlone() =>
        Assert.Equal("mine", await _session.Value("static class Terminal { public static class Console { public static string Title => \"mine\"; } }\nTerminal.Console.Title"));

    [Fact]
    public async Task ErrorsAreAboutWhatTheUserWrote()
    {
        var error = await _session.Error("Console.Clear(1);");
        Assert.DoesNotContain("CellConsole", string.Concat(error.Traceback), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await GetInputAsync(\"Name? \")")]
    [InlineData("(await GetPasswordAsync(\"Name? \")).GetClearTextPassword()")]
    [InlineData("Console.Write(\"Name? \");\nConsole.ReadLine()")]
    public async Task AReaderThatCannotAskIsRead(string code)
    {
        using var session = new SessionFixture(options => options with { Input = new StringReader("Ada\nGrace") });
        Assert.Equal("Ada", await session.Value(code));
        Assert.Equal("Name? ", session.Sink.Text);
        Assert.Equal("Enter G", await session.Value("$\"{(Console.ReadKey().Key is ConsoleKey.G ? \"Enter\" : \"\")} G\""));
    }

    [Theory]
    [InlineData("await GetInputAsync(\"Name?\")")]
    [InlineData("await GetPasswordAsync()")]
    [InlineData("Console.ReadLine()")]
    [InlineData("Console.Read()")]
    [InlineData("Console.ReadKey()")]
    public async Task WhereNobodyAnswersOneSentenceSaysWhatToDo(string code)
    {
        var error = await _session.Error(code);
        Assert.Equal(ScriptingText.NoInput, error.Message);
        Assert.Contains("VS Code or Jupyter", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APasswordIsNotShown() =>
        Assert.Equal("************", await _session.Value("new PasswordString(\"secret\").ToString()"));
}
