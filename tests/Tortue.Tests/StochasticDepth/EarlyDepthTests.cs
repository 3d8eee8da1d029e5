using System.Globalization;
using Tortue.Experiments;
using Tortue.StochasticDepth;
using Tortue.Testing;
using Tortue.Tests.Foundations;
using Tortue.Training;
using Xunit;

namespace Tortue.Tests.StochasticDepth;

[Collection(nameof(OneGenerator))]
public sealed class EarlyDepthTests
{
    private static readonly EarlyDepthOptions Small = new()
    {
        Underfitting = Made.Learner,
        Overfitting = Made.Learner with { Epochs = 8 },
        Cutoff = 0.5,
        Threads = 1,
    };

    private static readonly Lazy<EarlyDepthResult> Once = new(() => Run(Small));

    [Fact]
    public void Each_setting_has_each_timing_and_is_tested_on_the_way()
    {
        var result = Once.Value;

        foreach (var (trainings, epochs) in new[] { (result.Underfitting, 4), (result.Overfitting, 8) })
        {
            Assert.Equal(2 * 4, trainings.Count);
            Assert.All(Enum.GetValues<DropTiming>(), timing => Assert.Equal(2, trainings.Count(training => training.Timing == timing)));
            Assert.All(trainings, training => Assert.Equal(Enumerable.Range(1, epochs), training.Looks.Select(look => look.Epoch)));
            Assert.All(trainings, training => Assert.Equal(training.TestError, training.Looks[^1].TestError));
        }

        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void Late_is_never_until_it_begins()
    {
        IEnumerable<DepthLook> Looks(DropTiming timing) =>
            Once.Value.Overfitting.Where(training => training.Timing == timing).SelectMany(training => training.Looks);

        Assert.Equal(
            Looks(DropTiming.None).Where(look => look.Epoch <= 4), Looks(DropTiming.Late).Where(look => look.Epoch <= 4));
        Assert.NotEqual(
            Looks(DropTiming.None).Where(look => look.Epoch > 4), Looks(DropTiming.Late).Where(look => look.Epoch > 4));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        var other = Run(Small with { Threads = 3 });

        Assert.Equal(Made.WithoutTimes(Once.Value.Underfitting), Made.WithoutTimes(other.Underfitting));
        Assert.Equal(Made.WithoutTimes(Once.Value.Overfitting), Made.WithoutTimes(other.Overfitting));
    }

    [Theory]
    [InlineData(-5, 1, 5, 1, VerdictKind.Reproduced)]
    [InlineData(-5, -1, 5, 1, VerdictKind.PartlyReproduced)]    // early does not help
    [InlineData(-5, 1, 5, -1, VerdictKind.PartlyReproduced)]    // late does not
    [InlineData(5, 1, 5, 1, VerdictKind.PartlyReproduced)]      // the first setting does not underfit, so nothing is asked there
    [InlineData(-5, 1, -5, 1, VerdictKind.PartlyReproduced)]    // the second does not overfit
    [InlineData(0, 1, 0, 1, VerdictKind.NotReproduced)]         // neither does what it should
    [InlineData(-5, 0, 5, 0, VerdictKind.NotReproduced)]
    public void The_verdict_asks_for_both_settings_first(double under, double early, double over, double late, VerdictKind expected)
    {
        var result = new EarlyDepthResult(Small, Made.NoRun, "images", Of(60, under, early, -3), Of(30, over, 0, late));

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(early, EarlyDepthResult.Gain(result.Underfitting, DropTiming.Early).Mean, 1e-9);
        Assert.Equal(late - over, EarlyDepthResult.Gain(result.Overfitting, DropTiming.Late, DropTiming.Standard).Mean, 1e-9);
    }

    [Fact]
    public void The_figure_has_a_panel_for_each_setting()
    {
        var json = Once.Value.Figure().ToJson();

        Assert.Contains("100 images, 4 epochs", json, StringComparison.Ordinal);
        Assert.Contains("100 images, 8 epochs", json, StringComparison.Ordinal);
        Assert.Contains("all along", json, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_published_table_early_is_always_better_than_none_and_late_better_than_standard()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "data", "published", "early-stochastic-depth.csv"))
            .Skip(1).Select(line => line.Split(',')[..6]).ToArray();

        Assert.Equal(6, rows.Length);
        Assert.All(rows, row => Assert.True(row[5].Length > 0 ? Number(row[5]) > Number(row[3]) : Number(row[4]) > Number(row[2])));
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        EarlyDepthOptions[] wrong =
        [
            new() { Underfitting = new() { Epochs = 3 } }, new() { Overfitting = new() { Examples = 1 } }, new() { UnderfittingBlocks = 0 },
            new() { OverfittingBlocks = 0 }, new() { DropRate = 0 }, new() { DropRate = 1 }, new() { Cutoff = 0 }, new() { Cutoff = 1 },
            new() { Runs = 1 }, new() { Threads = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        EarlyDepthOptions.Standard.Validate();
        EarlyDepthOptions.Full.Validate();
    }

    private static DepthTraining[] Of(double error, double standard, double early, double late) =>
    [
        .. Made.Trainings(1, 1, error),
        .. Made.Trainings(1, 0.5, error - standard, noise: 0),
        .. Made.Trainings(1, 0.5, error - early, timing: DropTiming.Early, noise: 0),
        .. Made.Trainings(1, 0.5, error - late, timing: DropTiming.Late, noise: 0),
    ];

    private static EarlyDepthResult Run(EarlyDepthOptions options) =>
        EarlyDepth.Run(options, cancellation: TestContext.Current.CancellationToken);
}
