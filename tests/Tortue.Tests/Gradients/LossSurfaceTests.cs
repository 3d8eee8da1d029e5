using Tortue.Experiments;
using Tortue.Gradients;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.Gradients;

[Collection(nameof(OneGenerator))]
public sealed class LossSurfaceTests
{
    private static readonly LossSurfaceOptions Small =
        new() { Depths = [8, 14], Width = 2, Examples = 50, Epochs = 2, Runs = 1, Points = 5, Images = 10 };

    private static readonly Lazy<LossSurfaceResult> Once =
        new(() => LossSurface.Run(Small, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void There_is_a_network_of_each_kind_and_the_middle_of_its_surface_is_its_loss()
    {
        var cells = Once.Value.Cells;

        Assert.Equal([(8, true), (8, false), (14, true), (14, false)], cells.Select(cell => (cell.Depth, cell.Shortcuts)));
        Assert.All(cells, cell => Assert.Equal(cell.Loss, cell.Surface![2][2]));
        Assert.All(cells, cell => Assert.Equal(cell.Depth == 14, cell.Path is not null));
    }

    [Fact]
    public void The_way_of_training_ends_in_the_middle_of_its_plane_and_has_a_point_for_the_start_and_each_epoch()
    {
        var path = Once.Value.Cells[^1].Path!;

        Assert.Equal((3, 3), (path.First.Count, path.Second.Count));
        Assert.Equal((0, 0), (path.First[^1], path.Second[^1]));
        Assert.Equal(1, path.Shares.Sum(), 1e-3);
    }

    [Fact]
    public void With_and_without_shortcuts_networks_begin_with_the_same_weights()
    {
        using var with = new ShortcutNetwork(3, 10, 14, 4, shortcuts: true, seed: 3);
        using var without = new ShortcutNetwork(3, 10, 14, 4, shortcuts: false, seed: 3);
        var others = with.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter);

        Assert.All(without.named_parameters(), entry =>
            Assert.Equal(entry.parameter.data<float>().ToArray(), others[entry.name].data<float>().ToArray()));
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_whatever_else_runs() => Assert.Equal(
        Cells(Once.Value), Cells(LossSurface.Run(Small, cancellation: TestContext.Current.CancellationToken)));

    [Theory]
    [InlineData(0.9, 0.3, 0.9, 0.5, 0.1, 0.3, 0.1, VerdictKind.Reproduced)]
    [InlineData(0.3, 0.9, 0.9, 0.5, 0.1, 0.3, -0.9, VerdictKind.PartlyReproduced)]   // less flat
    [InlineData(0.9, 0.3, 0.5, 0.9, 0.1, 0.3, 0.1, VerdictKind.PartlyReproduced)]    // less convex
    [InlineData(0.9, 0.3, 0.9, 0.5, 0.3, 0.1, 0.1, VerdictKind.PartlyReproduced)]    // more errors
    [InlineData(0.9, 0.3, 0.9, 0.5, 0.1, 0.3, 0.9, VerdictKind.PartlyReproduced)]    // as much so in shallow networks
    [InlineData(0.3, 0.9, 0.5, 0.9, 0.3, 0.1, 0.1, VerdictKind.NotReproduced)]
    public void The_verdict_follows_its_rule(
        double flatWith, double flat, double convexWith, double convex, double errorWith, double error, double shallow, VerdictKind expected)
    {
        LossSurfaceCell Cell(int depth, bool shortcuts, double below, double curved, double wrong) =>
            new(depth, shortcuts, 0, 0.1, wrong, new(below, curved, 1), null, null);
        var result = Once.Value with
        {
            Cells =
            [
                Cell(8, true, 0.05 + shallow, 1, 0.1), Cell(8, false, 0.05, 1, 0.1),
                Cell(14, true, flatWith, convexWith, errorWith), Cell(14, false, flat, convex, error),
            ],
        };

        Assert.Equal(expected, result.Verdict().Kind);
    }

    [Theory]
    [InlineData(0.1, 0.2, 14)]
    [InlineData(0.1, 1.8, null)]     // without shortcuts it has not learnt
    [InlineData(2.0, 0.2, null)]
    public void Only_networks_that_have_learnt_are_compared(double lossWith, double loss, int? judged)
    {
        LossSurfaceCell Cell(int depth, bool shortcuts, double left, double good) =>
            new(depth, shortcuts, 0, left, 1 - good, new(good, good, 1), null, null);
        var result = Once.Value with
        {
            Cells = [Cell(8, true, 0.1, 0.5), Cell(8, false, 0.1, 0.5), Cell(14, true, lossWith, 0.9), Cell(14, false, loss, 0.1)],
        };

        Assert.Equal(judged, result.JudgedDepth);
        Assert.Equal(judged is null ? VerdictKind.NotReproduced : VerdictKind.Reproduced, result.Verdict().Kind);
    }

    [Fact]
    public void Every_figure_can_be_drawn_and_a_result_survives_its_JSON()
    {
        var result = Once.Value;
        ResultAssert.SurvivesJson(result);
        Assert.Contains("surface", result.Surfaces().ToString(), StringComparison.Ordinal);
        Assert.Contains("weights after each epoch", result.Paths().ToString(), StringComparison.Ordinal);
        Assert.Contains("Li et al., without shortcuts", result.Errors().ToString(), StringComparison.Ordinal);
        Assert.Contains("convex", result.Roughness().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        LossSurfaceOptions[] wrong =
        [
            new() { Depths = [9] }, new() { Depths = [] }, new() { Depths = [20, 8] }, new() { Width = 1 }, new() { Examples = 40 },
            new() { Epochs = 1 }, new() { LearningRate = 0 }, new() { Runs = 0 }, new() { Points = 12 }, new() { Points = 3 },
            new() { Images = 501 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    private static string Cells(LossSurfaceResult result) =>
        System.Text.Json.JsonSerializer.Serialize(result.Cells);
}
