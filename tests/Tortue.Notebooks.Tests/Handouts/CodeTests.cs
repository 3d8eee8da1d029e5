using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Notebooks.Handouts.Code;
using Xunit;
using static Tortue.Notebooks.Tests.Handouts.Handout;

namespace Tortue.Notebooks.Tests.Handouts;

public sealed class CodeTests : IDisposable
{
    private readonly CodeColourer _colourer = new();

    [Theory]
    [InlineData("var x = 12;", "var", "k")]
    [InlineData("var x = 12;", "12", "n")]
    [InlineData("var s = $\"a {1 + 1} b\"; // note", "// note", "c")]
    [InlineData("var s = \"text\";", "\"text\"", "s")]
    [InlineData("#r \"a.dll\"", "r", "p")]
    [InlineData("new List<int>()", "List", "t")]
    [InlineData("Math.Sqrt(2)", "Sqrt", "m")]
    [InlineData("Math.Sqrt(2)", "Math", "t")]
    [InlineData("display(2);", "display", "m")]
    [InlineData("DayOfWeek.Monday", "Monday", "f")]
    public void PiecesAreWhatTheyAre(string source, string piece, string style) =>
        Assert.Contains((piece, style), Pieces(source, _colourer.ColourNext(source)));

    [Fact]
    public void AnEarlierCellsTypesAndMethodsAreKnown()
    {
        const string Use = "Simulation run = Prepare();";
        Assert.DoesNotContain(("Prepare", "m"), Pieces(Use, _colourer.ColourFragment("Prepare();")));
        _colourer.ColourNext("class Simulation { }");
        _colourer.ColourNext("Simulation Prepare() => new();");
        var pieces = Pieces(Use, _colourer.ColourNext(Use));
        Assert.Contains(("Simulation", "t"), pieces);
        Assert.Contains(("Prepare", "m"), pieces);
    }

    [Fact]
    public void BrokenCodeIsColouredAsFarAsItGoes()
    {
        const string Broken = "var x = (1 + ;\nforeach { \"open";
        Assert.Contains(("var", "k"), Pieces(Broken, _colourer.ColourNext(Broken)));
    }

    [Fact]
    public void TheLibrarysTypesAreKnown()
    {
        var page = Of(Code("#r \"../lib/bin/Tortue.dll\"\nusing Tortue.Notebooks.Documents;\nvar d = NotebookDocument.Load(\"x\");"));
        Assert.Contains("NotebookDocument", page.QuerySelectorAll(".t").Select(piece => piece.TextContent));
    }

    [Fact]
    public void SpansOfAnyTextAreInOrderAndTheLinesGiveItBack() =>
        Prop.ForAll<string?>(text =>
        {
            var source = (text ?? "").Replace("\r", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
            var spans = _colourer.ColourFragment(source);
            var html = string.Join('\n', CodeLines.ToHtml(source, spans));
            var shown = Parse($"<pre>\n{html}</pre>").QuerySelector("pre")!.TextContent;
            return spans.Zip(spans.Skip(1)).All(pair => pair.First.End <= pair.Second.Start) && shown == Valid(source);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ASpanAcrossLinesIsClosedOnEach() =>
        Assert.Equal(
            ["<span class=\"c\">/* a</span>", "", "<span class=\"c\">b */</span> x"],
            CodeLines.ToHtml("/* a\n\nb */ x", [new ColouredSpan(0, 10, "c")]));

    [Fact]
    public void AnotherLanguageIsNotColouredAsCSharp()
    {
        var cell = Code("class = \"var x\"");
        cell["metadata"]!["vscode"] = new JsonObject { ["languageId"] = "python" };
        Assert.Empty(Of(cell).QuerySelectorAll("pre.code span"));
        Assert.NotEmpty(Of(Code("class = \"var x\"")).QuerySelectorAll("pre.code span"));
    }

    [Fact]
    public void EmptyCellsAreLeftOut() => Assert.Null(Of(Code("  \n")).QuerySelector("pre.code"));

    [Theory]
    [InlineData("a\n// BEGIN SOLUTION\nb\n// END SOLUTION\nc", "PBSEP")]
    [InlineData("  ///  begin solution NO PROMPT\nb", "BS")]
    [InlineData("// BEGIN SOLUTIONS\nb", "PP")]
    [InlineData("var s = \"// BEGIN SOLUTION\";", "P")]
    public void LinesOfSolutions(string source, string kinds) =>
        Assert.Equal(kinds, string.Concat(SolutionRegions.Classify(source).Select(kind => kind.ToString()[0])));

    public void Dispose() => _colourer.Dispose();

    private static IEnumerable<(string, string)> Pieces(string source, IEnumerable<ColouredSpan> spans) =>
        spans.Select(span => (source[span.Start..span.End], span.Style));

    // A page holds no half surrogate pairs.
    private static string Valid(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
