using System.Globalization;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Notebooks.Display;
using Xunit;

namespace Tortue.Notebooks.Tests.Display;

public class ValueTests
{
    private sealed record Person(string Name, int Age);

    private sealed class Node(int depth)
    {
        public int Depth => depth;

        public Node Next => new(depth + 1);
    }

    private sealed class Broken
    {
        public int Fine => 1;

        public int Bad => throw new InvalidOperationException("no value");

        public IEnumerable<int> List => Enumerable.Range(0, 2).Select(n => n == 0 ? 1 : throw new FormatException("no item"));
    }

    private sealed class BadText
    {
        public override string ToString() => throw new InvalidOperationException("no text");
    }

    [Fact]
    public void Scalars()
    {
        Assert.Equal("null", Plain(null));
        Assert.Equal("a\nb", Plain("a\nb"));
        Assert.Equal("true", Plain(true));
        Assert.Equal("0.1", Plain(0.1));
        Assert.Equal("NaN", Plain(float.NaN));
        Assert.Equal("1000000", Plain(1_000_000));
        Assert.Equal("Monday", Plain(DayOfWeek.Monday));
        Assert.Equal("x", Plain('x'));
        Assert.Equal("Dictionary<string, List<int?>>", Plain(typeof(Dictionary<string, List<int?>>)));
        Assert.Equal("01:00:00", Plain(TimeSpan.FromHours(1)));
        Assert.Equal("11/21/2026 00:00:00", Plain(new DateTime(2026, 11, 21)));
        Assert.Equal("FormatException: bad", Plain(new FormatException("bad")));
        Assert.Equal("Task<int> (RanToCompletion)", Plain(Task.FromResult(1)));
        Assert.DoesNotContain("text/html", ValueFormatter.Format(1, []).Keys);
    }

    [Fact]
    public void ALoneNumberIsExactAndOneAmongOthersIsRounded()
    {
        Assert.Equal("0.20957279205322266", Plain(0.20957279205322266));
        var table = Plain(new[] { new { Change = 0.20957279205322266, Count = 104729704 } });
        Assert.Contains("0.209573", table, StringComparison.Ordinal);
        Assert.DoesNotContain("0.2095727", table, StringComparison.Ordinal);
        Assert.Contains("104729704", table, StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersDoNotFollowTheMachinesCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fr-FR");
            Assert.Equal("[0.5, 1.5]", Plain(new[] { 0.5, 1.5 }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void SequencesAreCutAndSayHowManyMore()
    {
        Assert.Equal("[1, 2, 3]", Plain(new List<int> { 1, 2, 3 }));
        Assert.Equal("[]", Plain(Array.Empty<int>()));
        Assert.EndsWith("18, 19, … 980 more]", Plain(Enumerable.Range(0, 1000).ToArray()), StringComparison.Ordinal);
        Assert.EndsWith("18, 19, … 980 more]", Plain(Enumerable.Range(0, 1000).ToHashSet()), StringComparison.Ordinal);
        Assert.EndsWith("19]", Plain(Enumerable.Range(0, 20)), StringComparison.Ordinal);
        Assert.EndsWith("19, … and more]", Plain(Endless()), StringComparison.Ordinal);
        Assert.Equal("(1, a, (2, null))", Plain((1, "a", (2, (string?)null))));
    }

    [Fact]
    public void RowsOfOneTypeAreATable()
    {
        Person[] people = [new("Ada", 36), new("Émilie", 42)];
        Assert.Equal("Name    Age\nAda      36\nÉmilie   42", Plain(people));
        var html = Html(people);
        Assert.Equal(["Name", "Age"], html.QuerySelectorAll("th").Select(cell => cell.TextContent));
        Assert.Equal(["Ada", "36", "Émilie", "42"], html.QuerySelectorAll("td").Select(cell => cell.TextContent));
        var anonymous = Enumerable.Range(0, 30).Select(n => new { N = n, Square = n * n }).ToList();
        Assert.EndsWith("\n19     361\n… 10 more", Plain(anonymous), StringComparison.Ordinal);
        Assert.Equal(20, Html(anonymous).QuerySelectorAll("tbody tr").Length);
        Assert.Contains("… 10 more", Html(anonymous).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ObjectsShowTheirMembers()
    {
        Assert.Equal("Person { Name = Ada, Age = 36 }", Plain(new Person("Ada", 36)));
        Assert.Equal("{ A = 1, B = [1, 2] }", Plain(new { A = 1, B = new[] { 1, 2 } }));
        Assert.Equal(["A", "B"], Html(new { A = 1, B = "x" }).QuerySelectorAll("th").Select(cell => cell.TextContent));
    }

    [Fact]
    public void DictionariesAndMatricesAreTables()
    {
        Assert.Equal("key  value\na        1\nb        2", Plain(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }));
        Assert.Equal(" 1  2\n30  4", Plain(new[,] { { 1, 2 }, { 30, 4 } }));
        Assert.EndsWith("… 21 × 2 in all", Plain(new int[21, 2]), StringComparison.Ordinal);
    }

    [Fact]
    public void DepthIsLimited() =>
        Assert.Equal("Node { Depth = 0, Next = Node { Depth = 1, Next = Node { Depth = 2, Next = Node } } }", Plain(new Node(0)));

    [Fact]
    public void WhatThrowsIsShown()
    {
        Assert.Equal("Broken { Fine = 1, Bad = InvalidOperationException: no value, List = FormatException: no item }", Plain(new Broken()));
        Assert.Equal("InvalidOperationException: no text", Plain(new BadText()));
    }

    [Fact]
    public void AnyTextIsEscaped() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var value = $"<b>&amp;{string.Concat(text.Get.Where(character => !char.IsSurrogate(character) && !char.IsControl(character)))}</b>";
            var html = Html(new { Text = value });
            return html.QuerySelector("b") is null && html.QuerySelector("td")!.TextContent == value;
        }).Check(Config.QuickThrowOnFailure.WithReplay(2026, 11));

    private static IEnumerable<int> Endless()
    {
        for (var i = 0; ; i++)
            yield return i;
    }

    private static string Plain(object? value) => ValueFormatter.Format(value, [])["text/plain"];

    private static AngleSharp.Dom.IElement Html(object value) => new HtmlParser().ParseDocument(ValueFormatter.Format(value, [])["text/html"]).Body!;
}
