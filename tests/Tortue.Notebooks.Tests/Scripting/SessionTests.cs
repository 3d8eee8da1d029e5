using System.Globalization;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

public sealed class SessionTests : IDisposable
{
    private readonly SessionFixture _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task StateLivesAcrossCells()
    {
        Assert.Equal("", await _session.Value("using System.Numerics;"));
        Assert.Equal("", await _session.Value("var x = 20;\nint Twice(int n) => 2 * n;\nrecord Point(int X);"));
        Assert.Equal("42", await _session.Value("x++;\nTwice(x)"));
        Assert.Equal("Point { X = 21 }", await _session.Value("new Point(x)"));
        Assert.Equal("<2; 1>", await _session.Value("new Complex(2, 1)"));
    }

    [Fact]
    public async Task AVariableCanBeDeclaredAnew()
    {
        await _session.Value("var x = 1;");
        Assert.Equal("text", await _session.Value("var x = \"text\";\nx"));
        Assert.Equal("text", await _session.Value("x"));
    }

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("Math.Max(1, 2);", "")]
    [InlineData("int y = 3", "")]
    [InlineData("int y = 3 // three", "")]
    [InlineData("foreach (var i in new[] { 1 }) Console.Write(i)", "")]
    [InlineData("Console.Write(1)", "")]
    [InlineData("(string)null", "null")]
    [InlineData("await Task.FromResult(5)", "5")]
    [InlineData("await Task.CompletedTask", "")]
    [InlineData("return 3;", "3")]
    [InlineData("", "")]
    [InlineData("// nothing", "")]
    [InlineData("#!csharp\n7", "7")]
    public async Task TheLastExpressionIsTheValue(string source, string expected) => Assert.Equal(expected, await _session.Value(source));

    [Fact]
    public async Task ExtensionMethodsAndLambdasOfCellsWork()
    {
        await _session.Value("static int Third(this IEnumerable<int> list) => list.Skip(2).First();");
        Assert.Equal("3", await _session.Value("Enumerable.Range(1, 5).Third()"));
        Assert.Equal("[2, 4]", await _session.Value("Enumerable.Range(1, 2).Select(n => 2 * n)"));
    }

    [Fact]
    public async Task NullableAnnotationsAreNoNoise()
    {
        Assert.Equal("null", await _session.Value("string? s = null;\nobject o = null;\nint unused;\ns"));
        Assert.Empty(_session.Sink.Events);
    }

    [Fact]
    public async Task TheCultureIsInvariantForCells()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fr-FR");
            Assert.Equal("1.5", await _session.Value("$\"{1.5}\""));
            Assert.Equal("1.5", await _session.Value("await Task.Run(() => 1.5.ToString())"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task CellsRunInTheNotebooksFolder()
    {
        var before = Environment.CurrentDirectory;
        await _session.Value("File.WriteAllText(\"made.txt\", \"here\");");
        Assert.Equal("here", await File.ReadAllTextAsync(Path.Combine(_session.Folder, "made.txt"), TestContext.Current.CancellationToken));
        Assert.Equal(before, Environment.CurrentDirectory);
        await _session.Value("Directory.CreateDirectory(\"sub\");\nDirectory.SetCurrentDirectory(\"sub\");");
        Assert.Equal("sub", await _session.Value("Path.GetFileName(Environment.CurrentDirectory)"));
    }

    [Fact]
    public async Task LoadTakesAScriptFromTheNotebooksFolder()
    {
        await File.WriteAllTextAsync(Path.Combine(_session.Folder, "tools.csx"), "int Half(int n) => n / 2;", TestContext.Current.CancellationToken);
        Assert.Equal("4", await _session.Value("#load \"tools.csx\"\nHalf(8)"));
        Assert.Equal("2", await _session.Value("Half(4)"));
    }

    [Fact]
    public async Task TimeIsToldWhenAsked()
    {
        Assert.Equal("5", await _session.Value("#!time\n5"));
        Assert.Matches(@"^Wall time: \d+ ms\n$", _session.Sink.Text);
    }

    [Fact]
    public async Task TheHostTellsItsNameInASlot() =>
        Assert.StartsWith("tortue ", await _session.Value("(string)AppContext.GetData(\"Tortue.Host.Name\")"), StringComparison.Ordinal);
}
