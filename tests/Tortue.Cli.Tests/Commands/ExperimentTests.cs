using System.Text.Json.Nodes;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

/// <summary>The commands for experiments, with settings so small that a run takes a moment.</summary>
[Collection(nameof(OneGenerator))]
public sealed class ExperimentTests : IDisposable
{
    private const string Labels = "data/results/random-labels.quick.json";
    private const string Partial = "data/results/random-labels.quick.partial.jsonl";

    // The form of a result, without any data.
    private const string Empty = """
        {"options":{"examples":100},"classes":10,"curves":[],
        "run":{"seed":1,"engine":"e","version":"1","started":"2026-01-01T00:00:00+00:00","seconds":1,"threads":1}}
        """;

    private static readonly string[] RunLabels =
        ["experiment", "run", "random-labels", "--set", "examples=100", "Epochs=2", "--set", "width=8", "--seeds", "2", "--seed", "5"];

    private readonly TestCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task AResultIsStoredInTheCourseWithItsSettings()
    {
        var result = await _course.RunAsync(RunLabels);

        Assert.Equal(0, result.Code);
        Assert.Matches(@"\Adata/results/random-labels\.quick\.json  \d+\.\d s\r?\n(R|Partly r|Not r)eproduced", result.Output);
        Assert.Equal("Running random-labels, quick", result.MessageLines[0]);
        var json = JsonNode.Parse(_course.Read(Labels))!;
        Assert.Equal("""{"examples":100,"width":8,"epochs":2,"runs":2,"seed":5}""", json["options"]!.ToJsonString());
        Assert.Equal(5, (int)json["run"]!["seed"]!);
        Assert.Equal([_course.PathOf(Labels)], Directory.GetFiles(_course.PathOf("data/results")));
    }

    [Fact]
    public async Task AStoredResultIsShownWithWhatDiffersFromItsPreset()
    {
        await _course.RunAsync(RunLabels);
        var result = await _course.RunInAsync("notebooks", "experiment", "show", "Random-Labels");

        Assert.Equal(0, result.Code);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.StartsWith("Random labels, ", lines[0]);
        Assert.Contains("eproduced", lines[1]);
        Assert.StartsWith("Rule: ", lines[2]);
        Assert.StartsWith("Run: seed 5, engine ", lines[3]);
        Assert.Equal("Options other than those of the preset quick: examples=100, width=8, epochs=2, runs=2, seed=5", lines[4]);
        Assert.Equal(6, lines.Length);
    }

    [Fact]
    public async Task APageHasTheFigureAndNeedsNoNetwork()
    {
        await _course.RunAsync("experiment", "run", "norm-paths", "--set", "network.depth=20", "--output", "paths.json");
        var result = await _course.RunAsync("experiment", "show", "norm-paths", "--from", "paths.json", "--html", "pages/paths.html");

        Assert.Equal(0, result.Code);
        Assert.False(Directory.Exists(_course.PathOf("data")));
        Assert.StartsWith("pages/paths.html  ", result.MessageLines[0]);
        var page = _course.Read("pages/paths.html");
        Assert.Contains("<figure class=\"chart\">", page);
        Assert.Contains("class=\"tortue-verdict\"", page);
        Assert.Contains("network.depth=20", page);
    }

    [Fact]
    public async Task ARunThatWasStoppedGoesOnAndFindsTheSame()
    {
        await _course.RunAsync([.. RunLabels, "--output", "whole.json"]);

        using var interrupt = new CancellationTokenSource();
        var watching = CancelWhenAsync(() => new FileInfo(_course.PathOf(Partial)) is { Exists: true, Length: > 0 }, interrupt);
        var stopped = await _course.RunAsync("", interrupt.Token, [.. RunLabels, "--set", "epochs=40"]);
        await watching;
        Assert.Equal(130, stopped.Code);
        Assert.Equal("Cancelled: what is finished is kept, and the same command goes on from there.", stopped.MessageLines[^1]);
        Assert.False(File.Exists(_course.PathOf(Labels)));
        int kept = Lines(_course.PathOf(Partial));

        // A line that was torn, as by a crash, is passed over; so is what another setting left.
        File.AppendAllText(_course.PathOf(Partial), "{\"run\":\"");
        var other = await _course.RunAsync(RunLabels);
        Assert.DoesNotContain("Going on", other.Messages);
        Assert.Equal(WithoutTimes("whole.json"), WithoutTimes(Labels));
        Assert.Equal(kept, Lines(_course.PathOf(Partial)));

        var resumed = await _course.RunAsync([.. RunLabels, "--set", "epochs=40"]);
        Assert.Equal(0, resumed.Code);
        Assert.Equal($"Going on with a run that was stopped; parts that it had finished: {kept}.", resumed.MessageLines[0]);
        Assert.False(File.Exists(_course.PathOf(Partial)));
        await _course.RunAsync([.. RunLabels, "--set", "epochs=40", "--output", "whole.json"]);
        Assert.Equal(WithoutTimes("whole.json"), WithoutTimes(Labels));
    }

    [Fact]
    public async Task TheListHasEveryExperimentAndWhatIsStored()
    {
        await _course.RunAsync(RunLabels);
        var list = await _course.RunAsync("experiment", "list");
        Assert.Equal(0, list.Code);
        Assert.Matches(@"random-labels +00-foundations +quick  Random labels", list.Output);
        Assert.Matches(@"depth-growth +06-alpha-scaling +-  ", list.Output);

        var one = await _course.RunAsync("experiment", "list", "random-labels");
        Assert.Contains("--preset  standard  examples=5000 epochs=100 runs=5", one.Output);
        Assert.Contains("--set  examples  Training images of 16×16, and as many for the test, 100 to 50,000. Default: 1,000.", one.Output);
        var limits = await _course.RunAsync("experiment", "list", "depth-growth");
        Assert.Contains("Networks for each β and L, 2 to 100,000. Default: 50.", limits.Output);
    }

    [Theory]
    [InlineData("There is no experiment 'random-lables': did you mean 'random-labels'?", "run", "random-lables")]
    [InlineData("There is no experiment 'random-lables': did you mean 'random-labels'?", "show", "random-lables")]
    [InlineData("random-labels has no option 'exampels': did you mean 'examples'?", "run", "random-labels", "--set", "exampels=5")]
    [InlineData("range-test has no option 'colour': it has examples, batchSize, lowest, highest, steps, epochs, factor, seed.",
        "run", "range-test", "--set", "colour=red")]
    [InlineData("examples takes a whole number, at most 2147483647, not 'many'.", "run", "random-labels", "--set", "examples=many")]
    [InlineData("--set takes option=value, not 'examples'.", "run", "random-labels", "--set", "examples")]
    [InlineData("seed takes a whole number from 0, not '-1'.", "run", "random-labels", "--seed=-1")]
    [InlineData("range-test measures once, so --seeds says nothing to it: choose another seed with --seed.",
        "run", "range-test", "--seeds", "3")]
    [InlineData("--preset takes quick, standard or full, not 'huge'. See 'tortue experiment run --help'.",
        "run", "range-test", "--preset", "huge")]
    [InlineData("tortue experiment run needs a name. See 'tortue experiment run --help'.", "run")]
    [InlineData("tortue experiment needs a command: list, run, show. See 'tortue experiment --help'.")]
    public async Task WrongWordsAreAnsweredInOneSentence(string sentence, params string[] words)
    {
        var result = await _course.RunAsync(["experiment", .. words]);
        Assert.Equal(2, result.Code);
        Assert.Equal(sentence, Assert.Single(result.MessageLines));
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task AValueOutOfRangeIsAnsweredWithTheRange()
    {
        var result = await _course.RunAsync("experiment", "run", "random-labels", "--set", "examples=3");
        Assert.Equal(2, result.Code);
        Assert.Contains("between 100 and", Assert.Single(result.MessageLines));
        Assert.False(Directory.Exists(_course.PathOf("data")));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData(Empty)]
    public async Task AFileThatHoldsNoResultIsSaidInOneSentence(string content)
    {
        _course.Write(Labels, content);
        var result = await _course.RunAsync("experiment", "show", "random-labels");
        Assert.Equal(1, result.Code);
        Assert.Contains(Labels, Assert.Single(result.MessageLines));
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task WithoutAResultTheCommandThatMakesOneIsNamed()
    {
        var result = await _course.RunAsync("experiment", "show", "range-test", "--preset", "standard");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            "No result of range-test is stored here: run 'tortue experiment run range-test --preset standard' first.",
            Assert.Single(result.MessageLines));
    }

    [Fact]
    public async Task ATerminalShowsABar()
    {
        using var live = new TestCourse { IsLive = true };
        var result = await live.RunAsync("experiment", "run", "norm-paths", "--set", "network.depth=20");
        Assert.Equal(0, result.Code);
        Assert.Contains("norm-paths, quick", result.Messages);
        Assert.DoesNotContain('\x1b', result.Output);
    }

    private static int Lines(string path) => File.ReadAllText(path).Count(each => each == '\n');

    private string WithoutTimes(string file)
    {
        var json = JsonNode.Parse(_course.Read(file))!;
        json["run"]!.AsObject().Remove("started");
        json["run"]!.AsObject().Remove("seconds");
        return json.ToJsonString();
    }

    private static async Task CancelWhenAsync(Func<bool> condition, CancellationTokenSource interrupt)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!condition() && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
        }
        await interrupt.CancelAsync();
    }
}
