using System.Text.Json.Nodes;
using Tortue.Cli.Chapters;
using Tortue.Cli.Files;
using Tortue.Cli.Tests.Support;
using Tortue.Data;
using Xunit;

namespace Tortue.Cli.Tests.Chapters;

/// <summary>When a notebook is run again, and when not.</summary>
public sealed class CacheTests : IDisposable
{
    private const string Notebook = "notebooks/a.ipynb";

    private readonly TestCourse _course = new();

    public CacheTests()
    {
        _course.WriteNotebook(Notebook, "#r \"../lib/bin/Library.dll\"\n#load \"helper.csx\"", "two");
        _course.Write("lib/bin/Library.dll", "built");
        _course.Write("lib/bin/Engine.dll", "built");
        _course.Write("notebooks/helper.csx", "1");
        _course.Write("data/results/x.standard.json", "{}");
        _course.Write("data/published/x.csv", "1");
        _course.Environment[DataFolder.Variable] = _course.PathOf("sets");
    }

    public static TheoryData<string, string> WhatCounts => new()
    {
        { "lib/bin/Library.dll", "built anew" },
        { "lib/bin/Engine.dll", "built anew" },
        { "notebooks/helper.csx", "2" },
        { "data/results/x.standard.json", "{ }" },
        { "data/results/y.mnist.json", "{}" },
        { "data/published/x.csv", "2" },
        { "sets/mnist/train-images-idx3-ubyte.gz", "a set" },
    };

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task TheSameAgainIsNotRun()
    {
        Assert.True(await RunsAsync());
        var page = _course.Read("handouts/a.html");
        Assert.False(await RunsAsync());
        Assert.Equal(page, _course.Read("handouts/a.html"));
    }

    [Fact]
    public async Task AnotherTextIsShownWithoutARun()
    {
        await RunsAsync();
        Change(cells => cells.Insert(1, new JsonObject
        {
            ["cell_type"] = "markdown",
            ["id"] = "text",
            ["metadata"] = new JsonObject(),
            ["source"] = "Said in other words",
        }));
        Assert.False(await RunsAsync());
        var page = _course.Read("handouts/a.html");
        Assert.True(page.IndexOf("Said in other words", StringComparison.Ordinal) < page.LastIndexOf(">two", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WhatCounts))]
    public async Task AChangedFileCounts(string file, string content)
    {
        await RunsAsync();
        _course.Write(file, content);
        Assert.True(await RunsAsync());
        Assert.False(await RunsAsync());
    }

    [Fact]
    public async Task TimesOfFilesThatComeWithTheCourseDoNotCount()
    {
        await RunsAsync();
        foreach (var (file, _) in WhatCounts.Select(row => row.Data).Where(row => File.Exists(_course.PathOf(row.Item1))))
            File.SetLastWriteTimeUtc(_course.PathOf(file), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _course.Write("data/results/x.standard.partial.jsonl", "an experiment under way");
        Assert.False(await RunsAsync());
    }

    [Fact]
    public async Task ChangedCodeCounts()
    {
        await RunsAsync();
        Change(cells => cells[1]!["source"] = "three");
        Assert.True(await RunsAsync());
        Change(cells => cells[1]!["id"] = "other");
        Assert.True(await RunsAsync());
        Change(cells => cells[1]!["metadata"] = new JsonObject { ["tags"] = new JsonArray("raises-exception") });
        Assert.True(await RunsAsync());
        Change(cells => cells.Insert(0, cells[1]!.DeepClone()));
        Assert.True(await RunsAsync());
        Change(cells => cells.RemoveAt(0));
        Assert.False(await RunsAsync());
    }

    [Fact]
    public async Task NoCacheRunsAndReplacesWhatWasKept()
    {
        await RunsAsync();
        _course.Engine = new FakeEngine { Prints = false };
        Assert.True(await RunsAsync("--no-cache"));
        _course.Engine = new FakeEngine();
        Assert.False(await RunsAsync());
        Assert.DoesNotContain(">two\n", _course.Read("handouts/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailedRunIsNotKept()
    {
        _course.Engine = FakeEngine.FailingOn("two");
        Assert.True(await RunsAsync());
        Assert.True(await RunsAsync());
        Assert.Empty(Runs());
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("flipped")]
    [InlineData("empty")]
    [InlineData("text")]
    public async Task ADamagedRunIsRunAgain(string damage)
    {
        await RunsAsync();
        var file = Assert.Single(Runs());
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= damage == "flipped" ? (byte)0x10 : (byte)0;
        File.WriteAllBytes(file, damage switch
        {
            "cut" => bytes[..(bytes.Length / 2)],
            "empty" => [],
            "text" => "what is this?"u8.ToArray(),
            _ => bytes,
        });
        Assert.True(await RunsAsync());
        Assert.False(await RunsAsync());
        Assert.Single(Runs());
    }

    [Fact]
    public async Task AFileThatChangesDuringTheRunLeavesNothingKept()
    {
        _course.Engine = new FakeEngine
        {
            Cell = (_, _) =>
            {
                _course.Write("lib/bin/Library.dll", "built meanwhile");
                return FakeEngine.Succeeded;
            },
        };
        Assert.True(await RunsAsync());
        Assert.Empty(Runs());
    }

    [Fact]
    public async Task TheNewestFewOfANotebookAreKept()
    {
        for (var edit = 0; edit < ChapterCache.MostRuns + 2; edit++)
        {
            Change(cells => cells[1]!["source"] = $"edit {edit}");
            await RunsAsync();
        }

        Assert.Equal(ChapterCache.MostRuns, Runs().Length);
        Assert.False(await RunsAsync());
    }

    [Fact]
    public async Task ACacheThatCannotBeWrittenIsSaidOnce()
    {
        _course.WriteNotebook("notebooks/b.ipynb", "1");
        File.WriteAllText(_course.Cache + ".file", "no folder");
        _course.Environment[CacheFolder.Variable] = _course.Cache + ".file";
        try
        {
            var result = await _course.RunAsync("export");
            Assert.Equal(0, result.Code);
            Assert.Single(result.MessageLines, line => line.StartsWith("What has run cannot be kept in ", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(_course.Cache + ".file");
        }
    }

    [Fact]
    public async Task ThoseThatTookLongestBegin()
    {
        foreach (var name in new[] { "b", "c" }) _course.WriteNotebook($"notebooks/{name}.ipynb", name);
        var seconds = new Dictionary<string, double> { ["two"] = 1, ["b"] = 30, ["c"] = 2 };
        _course.Engine = new FakeEngine { Seconds = document => seconds[document.Cells[^1].Source] };
        Assert.Equal(["a", "b", "c"], await OrderAsync());
        Assert.Equal(["b", "c", "a"], await OrderAsync());
        _course.WriteNotebook("notebooks/d.ipynb", "two");
        Assert.Equal(["d", "b", "c", "a"], await OrderAsync());

        async Task<string[]> OrderAsync() =>
        [
            .. (await _course.RunAsync("export", "--no-cache")).MessageLines.Select(line => Path.GetFileNameWithoutExtension(line.Trim())),
        ];
    }

    private async Task<bool> RunsAsync(params string[] options)
    {
        var engine = (FakeEngine)_course.Engine;
        var before = engine.Folders.Count;
        await _course.RunAsync(["export", .. options]);
        return engine.Folders.Count > before;
    }

    private void Change(Action<JsonArray> change)
    {
        var notebook = JsonNode.Parse(_course.Read(Notebook))!;
        change(notebook["cells"]!.AsArray());
        _course.Write(Notebook, notebook.ToJsonString());
    }

    private string[] Runs() => Directory.Exists(_course.Cache) ? Directory.GetFiles(_course.Cache, "*", SearchOption.AllDirectories) : [];
}
