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

    [Fact]
    public void ManyValuesInsideEachOtherAreBoundedInAll()
    {
        var cube = Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 20).ToList()).ToList()).ToList();
        Assert.InRange(Plain(cube).Split(',').Length, 500, 1000);
        Assert.Contains("[0, 1, 2, 3, 4, … 15 more]", Plain(cube), StringComparison.Ordinal);
        Assert.InRange(Html(cube).QuerySelectorAll("td").Length, 100, 1000);
        var matrix = new int[20, 20];
        var wide = Enumerable.Range(0, 20).Select(_ => new { A = matrix, B = matrix, C = matrix }).ToList();
        Assert.InRange(Html(wide).QuerySelectorAll("td").Length, 900, 1050);
        Assert.EndsWith("… 19 more", Plain(wide), StringComparison.Ordinal);
        Assert.Contains("… 20 × 20 in all", Html(wide).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatLeadsBackToItselfIsSaidOnce()
    {
        var ring = new Ring { Name = "a" };
        ring.Next = ring;
        Assert.Equal("Ring { Name = a, Next = … the same Ring again }", Plain(ring));
        var list = new List<object> { 1 };
        list.Add(list);
        Assert.Equal("[1, … the same List<object> again]", Plain(list));
        var twice = new { A = 1 };
        Assert.Equal("(({ A = 1 }, 2), { A = 1 })", Plain(((twice, 2), twice)));
    }

    [Fact]
    public void LongTextsAreCut()
    {
        Assert.Equal(new string('x', 200) + "… 1,800 more characters", Plain(new { Text = new string('x', 2000) })[9..^2]);
        Assert.Equal(new string('x', 20_000), Plain(new string('x', 20_000)));
        Assert.EndsWith("x… 1 more characters", Plain(new string('x', 20_001)), StringComparison.Ordinal);
        Assert.StartsWith(new string('x', 199) + "… ", Plain(new[] { new string('x', 199) + "🐢🐢", "" })[1..], StringComparison.Ordinal);
    }

    [Fact]
    public void WhatHasToBeAwaitedSaysSo() =>
        Assert.Equal("IAsyncEnumerable<int>: read it with await foreach", Plain(Later()));

    [Fact]
    public void RecordsOfAnyKindAreATable()
    {
        Dictionary<string, object?>[] records = [new() { ["name"] = "Ada", ["age"] = 36 }, new() { ["name"] = "Émilie", ["city"] = "Paris" }];
        Assert.Equal("name    age  city\nAda      36\nÉmilie       Paris", Plain(records));
        Assert.Equal(["name", "age", "city"], Html(records).QuerySelectorAll("thead th").Select(cell => cell.TextContent));
        using var table = new System.Data.DataTable();
        table.Columns.Add("x", typeof(int));
        table.Columns.Add("y", typeof(double));
        table.Rows.Add(1, 0.5);
        table.Rows.Add(2, DBNull.Value);
        Assert.Equal("x    y\n1  0.5\n2", Plain(table));
        Assert.Equal("key   value\neven  [0, 2]\nodd   [1, 3]", Plain(Enumerable.Range(0, 4).GroupBy(n => n % 2 == 0 ? "even" : "odd")));
        Assert.Equal("key  value\na        1", Plain(new Dictionary<string, int> { ["a"] = 1 }.Where(_ => true)));
    }

    [Fact]
    public void NumbersBelowEachOtherAreAligned()
    {
        Assert.Equal("1   2\n3  40", Plain(new List<int[]> { new[] { 1, 2 }, new[] { 3, 40 } }));
        Assert.Equal("[[1, 2], [3]]", Plain(new List<int[]> { new[] { 1, 2 }, new[] { 3 } }));
        Assert.Equal("a  1\nb  2", Plain(new[] { ("a", 1), ("b", 2) }));
        Assert.Equal("[[1, 2]]", Plain(new[] { new[] { 1, 2 } }));
    }

    [Fact]
    public void TablesSayEverythingWithEachCellAndNoColour()
    {
        var html = Html(new[] { new Person("Ada", 36), new Person("Grace\nHopper", 85) });
        Assert.All(html.QuerySelectorAll("td, th"), cell => Assert.Contains("text-align:", cell.GetAttribute("style"), StringComparison.Ordinal));
        Assert.Equal(["left", "right"], html.QuerySelectorAll("th").Select(Alignment));
        Assert.Equal(["left", "right", "left", "right"], html.QuerySelectorAll("td").Select(Alignment));
        Assert.Equal(["left", "left"], Html(new Dictionary<string, object> { ["a"] = 1, ["b"] = "x" }).QuerySelectorAll("thead th").Select(Alignment));
        Assert.Equal(["left", "right"], Html(new Dictionary<string, object?> { ["a"] = 1, ["b"] = null }).QuerySelectorAll("thead th").Select(Alignment));
        Assert.Contains("pre-wrap", html.QuerySelectorAll("td")[2].GetAttribute("style"), StringComparison.Ordinal);
        Assert.DoesNotMatch("color|background|#[0-9a-f]{3}|rgb|<style", html.InnerHtml);
        Assert.Equal("Person", Html(new Person("Ada", 36)).QuerySelector("caption")!.TextContent);

        static string Alignment(AngleSharp.Dom.IElement cell) => cell.GetAttribute("style")!.Split("text-align:")[1].Split(';')[0];
    }

    private sealed class Ring
    {
        public string Name { get; init; } = "";

        public Ring? Next { get; set; }
    }

    private static async IAsyncEnumerable<int> Later()
    {
        await Task.Yield();
        yield return 1;
    }

    private static IEnumerable<int> Endless()
    {
        for (var i = 0; ; i++)
            yield return i;
    }

    private static string Plain(object? value) => ValueFormatter.Format(value, [])["text/plain"];

    private static AngleSharp.Dom.IElement Html(object value) => new HtmlParser().ParseDocument(ValueFormatter.Format(value, [])["text/html"]).Body!;
}
