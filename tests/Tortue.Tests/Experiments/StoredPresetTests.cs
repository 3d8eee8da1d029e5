using Tortue.Display;
using Tortue.Experiments;
using Tortue.StochasticDepth;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.Experiments;

/// <summary>A notebook that was asked for stored results shows them in place of quick runs, and says so.</summary>
[Collection(nameof(HostSlots))]
public sealed class StoredPresetTests : IDisposable
{
    private static readonly string Stored = Repository.PathOf("data/results/expected-depth.standard.json");

    private readonly List<IReadOnlyDictionary<string, string>> _notes = [];

    public StoredPresetTests()
    {
        // A run that takes longer than a second, as on a busy machine, shows its progress too.
        Action<string, IReadOnlyDictionary<string, string>, bool> show = (_, bundle, _) =>
        {
            if (bundle.TryGetValue("text/html", out var html) && html.Contains("tortue-note", StringComparison.Ordinal))
                _notes.Add(bundle);
        };
        AppContext.SetData(NotebookHost.DisplaySlot, show);
        AppContext.SetData(NotebookHost.PresetSlot, "standard");
        Offer(Stored);
    }

    public void Dispose()
    {
        foreach (var slot in new[] { NotebookHost.DisplaySlot, NotebookHost.PresetSlot, NotebookHost.StoredResultsSlot })
            AppContext.SetData(slot, null);
    }

    [Fact]
    public void A_quick_run_gives_the_stored_result()
    {
        var result = Run(ExpectedDepthOptions.Quick with { Threads = 7 });
        Assert.Equal(File.ReadAllText(Stored).TrimEnd(), ExperimentJson.Write(result));
        var note = Assert.Single(_notes);
        Assert.Equal(
            $"The stored result of the preset standard in place of a quick run: measured on {result.Run.Started:yyyy-MM-dd} "
            + $"by Tortue {result.Run.Version} with {result.Run.Engine}, took {result.Run.Seconds:0.0} s.",
            note["text/plain"]);
        Assert.StartsWith("<small class=\"tortue-note\">The stored result", note["text/html"]);

        Assert.Equal(ExperimentJson.Write(result), ExperimentJson.Write(Run(null)));
    }

    [Fact]
    public void A_run_with_settings_of_its_own_is_measured()
    {
        var result = Run(new() { Draws = 2000 });
        Assert.Equal(2000, result.Options.Draws);
        Assert.Empty(_notes);
    }

    [Fact]
    public void Without_a_stored_result_the_quick_run_is_called_so()
    {
        Offer(Stored + ".missing");
        Assert.Equal(ExpectedDepthOptions.Quick.Draws, Run(null).Options.Draws);
        AppContext.SetData(NotebookHost.StoredResultsSlot, new Dictionary<string, string>());
        Run(null);
        Assert.Equal(2, _notes.Count);
        Assert.All(_notes, note => Assert.Equal(
            "No result of the preset standard is stored for this experiment: this is a quick run.", note["text/plain"]));
    }

    [Fact]
    public void A_stored_result_of_something_else_is_left_aside()
    {
        Offer(Repository.PathOf("data/results/norm-distribution.standard.json"));
        Assert.Equal(ExpectedDepthOptions.Quick.Draws, Run(null).Options.Draws);
        Assert.StartsWith("The stored result norm-distribution.standard.json cannot be read", Assert.Single(_notes)["text/plain"]);
    }

    private static void Offer(string path) => AppContext.SetData(
        NotebookHost.StoredResultsSlot, new Dictionary<string, string> { [typeof(ExpectedDepthOptions).FullName!] = path });

    private static ExpectedDepthResult Run(ExpectedDepthOptions? options) =>
        ExpectedDepth.Run(options, cancellation: TestContext.Current.CancellationToken);
}
