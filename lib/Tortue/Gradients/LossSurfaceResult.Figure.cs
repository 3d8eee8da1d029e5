using Tortue.Charts;
using Tortue.Experiments;

namespace Tortue.Gradients;

public sealed partial record LossSurfaceResult
{
    // CIFAR-10 test errors in per cent; data/published/loss-landscape.csv says how sure they are.
    private static readonly (int Depth, double With, double Without)[] Published =
        [(20, 7.37, 8.18), (56, 5.89, 13.31), (110, 5.79, 16.44)];

    /// <summary>The loss around the deepest networks of the first run as contour maps: with shortcuts on the left, without on the
    /// right.</summary>
    public Figure Figure() => Figure(Options.Depths[^1]);

    /// <summary>The contour maps at a depth.</summary>
    /// <param name="depth">One of the settings' depths.</param>
    public Figure Figure(int depth)
    {
        var (min, max) = Range([Shown(depth, true).Surface!, Shown(depth, false).Surface!]);
        return Charts.Figure.Row(Map(depth, true, min, max), Map(depth, false, min, max))
            .SharingYAxis()
            .WithTitle(Text.Format(GradientsText.SurfaceTitle, depth))
            .Subtitle(Text.Format(GradientsText.SurfaceSubtitle, Options.Images));
    }

    /// <summary>The same as surfaces in space, which can be turned; losses are cut off at a ceiling, as in the paper.</summary>
    /// <param name="depth">One of the settings' depths; the largest when omitted.</param>
    public Figure Surfaces(int? depth = null)
    {
        int shown = depth ?? Options.Depths[^1];
        var (min, max) = Range([Shown(shown, true).Surface!, Shown(shown, false).Surface!]);
        return Charts.Figure.Row(Space(shown, true, min, max), Space(shown, false, min, max))
            .WithTitle(Text.Format(GradientsText.SurfaceTitle, shown))
            .Subtitle(Text.Format(GradientsText.SurfaceSpaceSubtitle, Options.Images));
    }

    /// <summary>How flat and how convex the surfaces are over the depth; medians over the runs with their range.</summary>
    public Figure Roughness() => Charts.Figure.Row(
            OverDepth(GradientsText.SurfaceFlatPanel, GradientsText.SurfaceFlatAxis, cell => cell.Measures.BelowChance),
            OverDepth(GradientsText.SurfaceConvexPanel, GradientsText.SurfaceConvexAxis, cell => cell.Measures.Convex))
        .WithTitle(GradientsText.SurfaceRoughnessTitle)
        .Subtitle(Text.Format(GradientsText.SurfaceRunsSubtitle, Options.Runs));

    /// <summary>Test error over the depth: here on the left, in the paper on CIFAR-10 on the right.</summary>
    public Figure Errors()
    {
        var depths = Published.Select(row => row.Depth).ToArray();
        var paper = Charts.Figure.Titled(GradientsText.SurfacePaperPanel)
            .Published(depths, Published.Select(row => row.With), GradientsText.SurfacePaperWith)
            .Published(depths, Published.Select(row => row.Without), GradientsText.SurfacePaperWithout)
            .Annotate(56, 5.89, GradientsText.SurfaceWith)
            .Annotate(56, 13.31, GradientsText.SurfaceWithout)
            .XAxis(GradientsText.DepthAxis)
            .YAxis(GradientsText.SurfaceErrorAxis, min: 0, max: 20);
        return Charts.Figure.Row(
                OverDepth(GradientsText.SurfaceOursPanel, GradientsText.SurfaceErrorAxis, cell => 100 * cell.TestError), paper)
            .WithTitle(GradientsText.SurfaceErrorsTitle)
            .Subtitle(Text.Format(GradientsText.SurfaceRunsSubtitle, Options.Runs));
    }

    /// <summary>The way of training in the plane of its two first principal components, over the loss on that plane.</summary>
    public Figure Paths()
    {
        int depth = Options.Depths[^1];
        var (with, without) = (Shown(depth, true).Path!, Shown(depth, false).Path!);
        var (min, max) = Range([with.Losses, without.Losses]);
        return Charts.Figure.Row(
                Way(Text.Format(GradientsText.SurfacePathWith, with.Shares.Sum()), with, min, max),
                Way(Text.Format(GradientsText.SurfacePathWithout, without.Shares.Sum()), without, min, max))
            .WithTitle(Text.Format(GradientsText.SurfacePathTitle, depth))
            .Subtitle(GradientsText.SurfacePathSubtitle);
    }

    private static double[,] Grid(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        var grid = new double[rows.Count, rows[0].Count];
        for (int row = 0; row < rows.Count; row++)
        {
            for (int column = 0; column < rows[0].Count; column++)
                grid[row, column] = rows[row][column];
        }

        return grid;
    }

    // Twice the loss of guessing and more is one colour, or the bottom would be.
    private (double Min, double Max) Range(IEnumerable<IReadOnlyList<IReadOnlyList<double>>> surfaces)
    {
        double lowest = surfaces.SelectMany(rows => rows).SelectMany(row => row).Min();
        double ceiling = 2 * Math.Log(Classes);
        return (Math.Min(Math.Max(lowest, 1e-3), ceiling / 2), ceiling);
    }

    private LossSurfaceCell Shown(int depth, bool shortcuts) => At(depth, shortcuts).First(cell => cell.Run == 0);

    private static string Name(bool shortcuts) => shortcuts ? GradientsText.SurfaceWith : GradientsText.SurfaceWithout;

    private Figure Map(int depth, bool shortcuts, double min, double max) => Charts.Figure.Titled(Name(shortcuts))
        .Contour(
            Options.Steps(),
            Options.Steps(),
            Grid(Shown(depth, shortcuts).Surface!),
            GradientsText.SurfaceLoss,
            AxisScale.Log,
            min: min,
            max: max)
        .XAxis(GradientsText.SurfaceAlpha)
        .YAxis(GradientsText.SurfaceBeta);

    private Figure Space(int depth, bool shortcuts, double min, double max) => Charts.Figure.Titled(Name(shortcuts))
        .Surface(Options.Steps(), Options.Steps(), Grid(Shown(depth, shortcuts).Surface!), GradientsText.SurfaceLoss, min: min, max: max)
        .XAxis(GradientsText.SurfaceAlphaShort)
        .YAxis(GradientsText.SurfaceBetaShort);

    private static Figure Way(string title, TrainingPath path, double min, double max) => Charts.Figure.Titled(title)
        .Contour(path.Columns, path.Rows, Grid(path.Losses), GradientsText.SurfaceLoss, AxisScale.Log, min: min, max: max)
        .Line(path.First, path.Second, GradientsText.SurfaceEpochs, SeriesColor.Vermillion)
        .XAxis(Text.Format(GradientsText.SurfaceComponentOne, path.Shares[0]))
        .YAxis(Text.Format(GradientsText.SurfaceComponentTwo, path.Shares[1]));

    private Figure OverDepth(string title, string axis, Func<LossSurfaceCell, double> value)
    {
        var figure = Charts.Figure.Titled(title).XAxis(GradientsText.DepthAxis).YAxis(axis, min: 0);
        foreach (bool shortcuts in new[] { true, false })
        {
            var values = Options.Depths.Select(depth => At(depth, shortcuts).Select(value).ToArray()).ToArray();
            figure = figure
                .Line(Options.Depths, values.Select(each => SampleSummary.Of(each).Median), Name(shortcuts))
                .Band(Options.Depths, values.Select(each => each.Min()), values.Select(each => each.Max()));
        }

        return figure;
    }
}
