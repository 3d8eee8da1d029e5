using Tortue.Notebooks.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

/// <summary>What the library is told of results that stand ready.</summary>
public sealed class ReadyResultsTests
{
    private const string Told = """
        string Say(object value) => value switch { null => "nothing", IReadOnlyDictionary<string, string> files => string.Join(" ", files), _ => value.ToString() };
        string.Join("; ", new[] { "Results", "KeepsResults", "Preset", "StoredResults" }.Select(slot => Say(AppContext.GetData("Tortue.Host." + slot))))
        """;

    [Fact]
    public async Task ACellSeesThemInItsSlots()
    {
        var results = new ReadyResults
        {
            Cache = "cache",
            KeepsInCache = true,
            Preset = "standard",
            Stored = new Dictionary<string, string> { ["Options"] = "result.json" },
        };
        using var session = new SessionFixture(options => options with { Results = results });

        Assert.Equal("cache; True; standard; [Options, result.json]", await session.Value(Told));
        Assert.Null(AppContext.GetData("Tortue.Host.Results"));
        Assert.Null(AppContext.GetData("Tortue.Host.Preset"));
        Assert.Equal("cache", await session.Value("AppContext.GetData(\"Tortue.Host.Results\")"));
    }

    [Fact]
    public async Task WithoutThemTheSlotsAreEmpty()
    {
        using var session = new SessionFixture();
        Assert.Equal("nothing; False; nothing; ", await session.Value(Told));
    }
}
