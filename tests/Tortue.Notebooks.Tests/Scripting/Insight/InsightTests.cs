using Tortue.Notebooks.Scripting.Insight;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting.Insight;

/// <summary>Completion and inspection. The bar in a text is the cursor.</summary>
public sealed class InsightTests : IDisposable
{
    private const string Earlier = """
        using System.Text;
        /// <summary>Twice as much.</summary>
        /// <param name="number">What to double.</param>
        int Twice(int number) => 2 * number;
        var words = new List<string> { "one", "two" };
        class Turtle { public int Shell { get; set; } public static Turtle Hatch() => new(); private int secret; }
        """;

    private readonly SessionFixture _session = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("wor|", "words")]
    [InlineData("Twi|", "Twice")]
    [InlineData("words.|", "Add")]
    [InlineData("words.Sel|", "Select")]
    [InlineData("words.|\nvar y = 1;", "Count")]
    [InlineData("words.Where(w => w.|)", "Length")]
    [InlineData("words.Where(w => w.|).ToList()", "Contains")]
    [InlineData("words.Select(w => w.Trim().|", "Reverse")]
    [InlineData("words?.|", "Count")]
    [InlineData("string.|", "Join")]
    [InlineData("Math.Sq|", "Sqrt")]
    [InlineData("System.Text.|", "StringBuilder")]
    [InlineData("new Turtle().|", "Shell")]
    [InlineData("Turtle.|", "Hatch")]
    [InlineData("var t = Turtle.Hatch(); t.|", "Shell")]
    [InlineData("fore|", "foreach")]
    [InlineData("Twice(|", "number:")]
    [InlineData("$\"{wor|}\"", "words")]
    [InlineData("var other = 3;\notw + oth|", "other")]
    [InlineData("#!time\nwor|", "words")]
    public async Task WhatCanStandThereIsProposed(string code, string expected) =>
        Assert.Contains((await CompleteAsync(code)).Items, item => item.Text == expected);

    [Theory]
    [InlineData("new Turtle().|", "Hatch")]
    [InlineData("new Turtle().|", "secret")]
    [InlineData("Turtle.|", "Shell")]
    [InlineData("words.|", "words")]
    [InlineData("// wor|", "words")]
    [InlineData("var s = \"wor|\";", "words")]
    [InlineData("var s = \"wor|", "words")]
    public async Task WhatCannotIsNot(string code, string unexpected) =>
        Assert.DoesNotContain((await CompleteAsync(code)).Items, item => item.Text == unexpected);

    [Fact]
    public async Task AProposalReplacesTheWordUpToTheCursor()
    {
        var list = await CompleteAsync("words.Fir|st();");

        Assert.Equal((6, 9), (list.Start, list.End));
        Assert.All(list.Items, item => Assert.StartsWith("fir", item.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Twi|ce(3)", "int Twice(int number)")]
    [InlineData("Twice(|", "int Twice(int number)")]
    [InlineData("words.Cou|nt", "List<string>.Count")]
    [InlineData("words|", "List<string> words")]
    [InlineData("Math.Sqrt|(2)", "Returns the square root of a specified number.")]
    [InlineData("\"\".Substring|(1)", "Retrieves a substring from this instance.")]
    [InlineData("words.Select|(w => w)", "Projects each element of a sequence into a new form.")]
    [InlineData("new Turt|le()", "Turtle")]
    public async Task WhatStandsThereIsDescribed(string code, string expected)
    {
        await _session.Value(Earlier);
        var cursor = code.IndexOf('|', StringComparison.Ordinal);

        Assert.Contains(expected, _session.Session.Insight.Inspect(code.Remove(cursor, 1), cursor, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNothingStandsThereIsNothingToSay()
    {
        await _session.Value(Earlier);

        Assert.Null(_session.Session.Insight.Inspect("  ", 1, Token));
        Assert.Null(_session.Session.Insight.Inspect("nobody", 3, Token));
        Assert.Null(_session.Session.Insight.Inspect("", 0, Token));
    }

    [Theory]
    [InlineData("1 + 1", Completeness.Complete)]
    [InlineData("var x = 1", Completeness.Complete)]
    [InlineData("int F(int n)\n{", Completeness.Incomplete)]
    [InlineData("foo(", Completeness.Incomplete)]
    [InlineData("\"\"\"\nraw", Completeness.Incomplete)]
    [InlineData("int = 3;", Completeness.Invalid)]
    [InlineData("", Completeness.Complete)]
    public async Task ATextIsCompleteOrNot(string code, Completeness expected)
    {
        await _session.Value("");

        Assert.Equal(expected, _session.Session.Insight.Check(code, Token));
    }

    [Fact]
    public async Task NoTextAndNoCursorBreaksIt()
    {
        await _session.Value(Earlier);
        var random = new Random(4);
        const string Alphabet = "ab.(){}[]\"'$/*\\\n ;,<>=?:#!@\ud83d\udc22";
        for (var i = 0; i < 300; i++)
        {
            var code = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            _session.Session.Insight.Complete(code, random.Next(-2, 35), Token);
            _session.Session.Insight.Inspect(code, random.Next(-2, 35), Token);
            _session.Session.Insight.Check(code, Token);
        }
    }

    private async Task<CompletionList> CompleteAsync(string code)
    {
        await _session.Value(Earlier);
        var cursor = code.IndexOf('|', StringComparison.Ordinal);
        return _session.Session.Insight.Complete(code.Remove(cursor, 1), cursor, Token);
    }
}
