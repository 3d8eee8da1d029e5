using TorchSharp;
using Tortue.Data;
using Tortue.DepthScaling;
using Tortue.Display;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Experiments;

/// <summary>Results that a host has kept stand in place of a run, and say so; the slots belong to the whole process.</summary>
[Collection(nameof(HostSlots))]
public sealed class ResultCacheTests : IDisposable
{
    private static readonly NormPathsOptions Small = new() { Networks = 2, Network = new() { Width = 4, Depth = 10 }, Threads = 1 };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-results-");
    private readonly List<string> _notes = [];

    public ResultCacheTests()
    {
        // A run that takes longer than a second, as on a busy machine, shows its progress too.
        Action<string, IReadOnlyDictionary<string, string>, bool> show = (_, bundle, _) =>
        {
            if (bundle.TryGetValue("text/html", out var html) && html.Contains("tortue-note", StringComparison.Ordinal))
                _notes.Add(bundle["text/plain"]);
        };
        AppContext.SetData(NotebookHost.DisplaySlot, show);
        AppContext.SetData(NotebookHost.ResultsSlot, _folder.FullName);
        AppContext.SetData(NotebookHost.KeepsResultsSlot, true);
    }

    public void Dispose()
    {
        foreach (var slot in new[] { NotebookHost.DisplaySlot, NotebookHost.ResultsSlot, NotebookHost.KeepsResultsSlot })
            AppContext.SetData(slot, null);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void The_second_run_is_the_first_ones_result()
    {
        var first = Run(Small);
        Assert.Empty(_notes);

        var second = Run(Small);
        Assert.Equal(ExperimentJson.Write(first), ExperimentJson.Write(second));
        var started = first.Run.Started.ToLocalTime();
        Assert.Equal(
            $"From the result cache: measured on {started:yyyy-MM-dd HH:mm}, took {first.Run.Seconds:0.0} s. `tortue demo --clear` removes it.",
            Assert.Single(_notes));
    }

    [Fact]
    public void Other_settings_are_measured_and_other_threads_are_not()
    {
        Run(Small);
        Run(Small with { Seed = 5 });
        Run(Small with { Network = Small.Network with { Depth = 11 } });
        Assert.Empty(_notes);

        Run(Small with { Threads = 2 });
        Assert.Single(_notes);
    }

    [Fact]
    public void Another_experiment_with_the_same_settings_has_another_key() =>
        Assert.NotEqual(ResultKey.Of(typeof(NormPathsResult), Small), ResultKey.Of(typeof(DepthGrowthResult), Small));

    [Fact]
    public void Results_of_another_build_are_not_used()
    {
        Run(Small);
        var file = Assert.Single(_folder.GetFiles());
        Assert.StartsWith(ResultKey.Build, file.Name);
        file.MoveTo(Path.Combine(_folder.FullName, file.Name.Replace(ResultKey.Build, new string('0', ResultKey.Build.Length))));

        Run(Small);
        Assert.Empty(_notes);
    }

    [Fact]
    public void The_key_changes_with_the_files_of_real_images()
    {
        var before = Environment.GetEnvironmentVariable("TORTUE_DATA");
        Environment.SetEnvironmentVariable("TORTUE_DATA", _folder.FullName);
        try
        {
            var options = new RegularityTrainingOptions { Learner = new() { Data = ImageSource.MnistTestPart } };
            var generated = new RegularityTrainingOptions();
            string Key(object settings) => ResultKey.Of(typeof(RegularityTrainingResult), settings);
            var (without, unread) = (Key(options), Key(generated));

            foreach (var name in new[] { "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte" })
                File.WriteAllText(Path.Combine(_folder.FullName, name), "1");
            var with = Key(options);
            Assert.NotEqual(without, with);
            Assert.Equal(with, Key(options));

            File.WriteAllText(Path.Combine(_folder.FullName, "t10k-images-idx3-ubyte"), "12");
            Assert.NotEqual(with, Key(options));
            Assert.Equal(unread, Key(generated));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TORTUE_DATA", before);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no sum\n{}\n")]
    [InlineData(null)]
    public void A_damaged_entry_is_measured_anew_and_replaced(string? damage)
    {
        var first = Run(Small);
        var file = Assert.Single(_folder.GetFiles()).FullName;
        var text = File.ReadAllText(file);
        File.WriteAllText(file, damage ?? text.Replace("seed", "sead"));

        var second = Run(Small);
        Assert.Empty(_notes);
        Assert.NotEqual(first.Run.Started, second.Run.Started);
        Run(Small);
        Assert.Single(_notes);
    }

    [Fact]
    public void Nothing_is_kept_where_the_host_does_not_ask_for_it()
    {
        AppContext.SetData(NotebookHost.KeepsResultsSlot, false);
        Run(Small);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void A_folder_that_cannot_be_used_makes_no_run_fail()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        AppContext.SetData(NotebookHost.ResultsSlot, file);
        Run(Small);
        Run(Small);
        Assert.Empty(_notes);
        Assert.Null(Course.About().ResultCache);
    }

    [Fact]
    public void Settings_out_of_their_range_are_refused_as_without_a_cache() =>
        Assert.Throws<ArgumentException>(() => Run(Small with { Networks = 0 }));

    [Fact]
    public void Several_kernels_write_and_read_at_once()
    {
        var expected = ExperimentJson.Write(Run(Small));
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index =>
        {
            var cache = new ResultCache(_folder.FullName);
            var key = ResultKey.Of(typeof(NormPathsResult), Small);
            var result = cache.Find(key)?.Read<NormPathsResult>();
            Assert.NotNull(result);
            Assert.Equal(expected, ExperimentJson.Write(result));
            cache.Keep(key, ResultEntry.Of(result)!);
        });
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void The_engines_generator_goes_on_as_after_the_run()
    {
        torch.manual_seed(1);
        int Next() => torch.randint(1_000_000, [1]).item<long>() is var value ? (int)value : 0;
        var options = new BatchNormCostOptions { Widths = [4], BatchSizes = [4], Depth = 2, WarmUp = 1, Rounds = 20 };

        BatchNormCost.Run(options, cancellation: TestContext.Current.CancellationToken);
        var after = Next();
        torch.manual_seed(2);
        BatchNormCost.Run(options, cancellation: TestContext.Current.CancellationToken);
        Assert.Single(_notes);
        Assert.Equal(after, Next());
    }

    [Fact]
    public void The_first_cell_tells_what_is_prepared()
    {
        Assert.Null(Course.About().ResultCache);
        Run(Small);
        Assert.Null(Course.About().ResultCache);

        var prepared = Path.Combine(_folder.FullName, ResultCache.PreparedFile);
        File.WriteAllText(prepared, "{}");
        File.SetLastWriteTime(prepared, new DateTime(2026, 11, 21, 20, 15, 0));
        Assert.Equal("1 result, prepared on 2026-11-21 20:15", Course.About().ResultCache);
        Run(Small with { Seed = 9 });
        Assert.Equal("2 results, prepared on 2026-11-21 20:15", Course.About().ResultCache);
        Assert.EndsWith("result cache  2 results, prepared on 2026-11-21 20:15", Course.About().ToString());
    }

    private static NormPathsResult Run(NormPathsOptions options) =>
        NormPaths.Run(options, cancellation: TestContext.Current.CancellationToken);
}
