using Tortue.Notebooks.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

public sealed class ErrorTests : IDisposable
{
    private readonly SessionFixture _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task ACompileErrorHasCodePlaceAndSourceLine()
    {
        var error = await _session.Error("var a = 1;\n\n  a + missing");
        Assert.Equal(CellErrorNames.Compilation, error.Name);
        Assert.Equal((3, 7), (error.Line, error.Column));
        Assert.Equal("CS0103: The name 'missing' does not exist in the current context", error.Message);
        Assert.Equal(
            [
                "cell 1, line 3, column 7: error CS0103: The name 'missing' does not exist in the current context",
                "      a + missing",
                "          ^^^^^^^",
            ],
            error.Traceback);
    }

    [Fact]
    public async Task LinesAndColumnsAreTrueInAndAfterLoops()
    {
        var error = await _session.Error("foreach (var i in new[] { 1 }) { missing(); }");
        Assert.Equal((1, 34), (error.Line, error.Column));
        error = await _session.Error("for (var i = 0; i < 3; i++)\n    if (i == 1)\n        throw new FormatException();");
        Assert.Equal(3, error.Line);
        error = await _session.Error("while (true)\n{\n    // a comment\n    int.Parse(\"x\");\n}");
        Assert.Equal(4, error.Line);
        error = await _session.Error("var list = new List<int>();\nwhile (list.Count < 2) list.Add(1);\nint.Parse(\"x\")");
        Assert.Equal(3, error.Line);
    }

    [Fact]
    public async Task ACommandLineBeforeTheErrorKeepsTheLineNumbers() => Assert.Equal(3, (await _session.Error("#!csharp\n#!time\nmissing")).Line);

    [Fact]
    public async Task ACellThatDoesNotCompileChangesNothing()
    {
        await _session.Value("var x = 1;");
        await _session.Error("var x = 2;\nvar y = missing;");
        Assert.Equal("1", await _session.Value("x"));
        await _session.Error("y");
        Assert.Equal("1", await _session.Value("x"));
    }

    [Fact]
    public async Task AnExceptionHasTypeMessageAndLine()
    {
        await _session.Value("int Divide(int a, int b)\n{\n    return a / b;\n}");
        var error = await _session.Error("Console.WriteLine(\"before\");\nvar zero = 0;\nDivide(1, zero)");
        Assert.Equal("DivideByZeroException", error.Name);
        Assert.Equal("Attempted to divide by zero.", error.Message);
        Assert.Equal(3, error.Line);
        Assert.Equal(
            [
                "System.DivideByZeroException: Attempted to divide by zero.",
                "   at Divide(int a, int b) in cell 1, line 3",
                "   at cell 2, line 3",
            ],
            error.Traceback);
        Assert.Equal("before\n", _session.Sink.Text);
    }

    [Fact]
    public async Task TracesAcrossAwaitsLambdasAndLocalFunctionsAreShort()
    {
        var error = await _session.Error("""
            async Task<int> Slow()
            {
                await Task.Yield();
                int Inner(int n) => n > 0 ? throw new FormatException("no") : n;
                return Enumerable.Range(1, 2).Select(n => Inner(n)).Sum();
            }
            await Slow()
            """);
        Assert.Equal("FormatException", error.Name);
        Assert.Equal(4, error.Line);
        Assert.DoesNotContain(error.Traceback, line => line.Contains("Submission", StringComparison.Ordinal));
        Assert.DoesNotContain(error.Traceback, line => line.Contains("Tortue.Notebooks", StringComparison.Ordinal));
        var own = error.Traceback.Where(line => line.Contains("cell 1", StringComparison.Ordinal));
        Assert.Equal(
            [
                "   at Inner(int n) in cell 1, line 4",
                "   at lambda in Slow in cell 1, line 5",
                "   at Slow in cell 1, line 5",
                "   at cell 1, line 7",
            ],
            own);
    }

    [Fact]
    public async Task CausesAreTold()
    {
        var error = await _session.Error("""
            try { int.Parse("x"); }
            catch (Exception e) { throw new InvalidOperationException("outer", e); }
            """);
        Assert.Equal("outer", error.Message);
        Assert.Contains(error.Traceback, line => line.StartsWith("caused by System.FormatException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnExceptionFromATaskIsTheTasksOwn()
    {
        var error = await _session.Error("Task.Run(() => throw new ArgumentException(\"inside\")).Wait();");
        Assert.Equal(("ArgumentException", "inside"), (error.Name, error.Message));
    }

    [Fact]
    public async Task AnExceptionInAsyncVoidFailsTheCell()
    {
        var error = await _session.Error("async void Fire() { await Task.Yield(); throw new FormatException(\"fired\"); }\nFire();\nawait Task.Delay(-1);");
        Assert.Equal("fired", error.Message);
    }

    [Fact]
    public async Task AnExceptionOnAThreadOfTheCellIsToldAndEndsNothingElse()
    {
        await _session.Value("""
            using System.Threading;
            var thread = new Thread(() => throw new FormatException("on a thread"));
            thread.Start();
            thread.Join();
            """);
        Assert.StartsWith("System.FormatException: on a thread\n   at lambda in cell 1, line 2\n", _session.Sink.Text, StringComparison.Ordinal);
        Assert.Equal("1", await _session.Value("1"));
    }

    [Fact]
    public async Task WhatACellDidBeforeItFailedStays()
    {
        await _session.Error("var x = 5;\nthrow new Exception(\"late\");");
        Assert.Equal("5", await _session.Value("x"));
    }

    [Fact]
    public async Task AnUnknownCommandIsNamed()
    {
        var error = await _session.Error("var x = 1;\n#!sharing x");
        Assert.Equal("#!sharing is not known here: #!lsmagic lists what is.", error.Message);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task ManyErrorsAreCut()
    {
        var error = await _session.Error(string.Join('\n', Enumerable.Range(0, 20).Select(i => $"missing{i}();")));
        Assert.Equal("and 12 more errors, which may follow from these", error.Traceback[^1]);
    }

    [Fact]
    public async Task ReadingTheKeyboardFailsWithASentence() =>
        Assert.Contains("asks for input", (await _session.Error("Console.ReadLine()")).Message, StringComparison.Ordinal);
}
