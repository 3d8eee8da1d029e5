namespace Tortue.Charts;

/// <summary>What the colours of a panel mean. Ends and step are logarithms on a logarithmic scale.</summary>
/// <param name="Title">The quantity with its unit.</param>
/// <param name="Colors">The colours.</param>
/// <param name="Scale">Linear or logarithmic.</param>
/// <param name="Shown">The values of the first and the last colour.</param>
/// <param name="Step">Distance between two levels, or null where colours go over into each other.</param>
internal sealed record ColorAxis(string Title, HeatmapColors Colors, AxisScale Scale, Interval Shown, double? Step)
{
    private static readonly double[] RoundSteps = [1, 2, 5, 10];

    /// <summary>The colour axis of a panel, or null without colours; of several grids the first one's title, colours and range
    /// count.</summary>
    public static ColorAxis? Of(FigureModel model, int panel)
    {
        var grids = model.PanelsAt(panel).SelectMany(each => each.Traces).OfType<GridTrace>().ToArray();
        if (grids.Length == 0)
            return null;
        var first = grids[0];
        var seen = grids.Aggregate(Interval.Empty, (sum, each) => sum.Union(Interval.Of(each.Z.Cast<double>(), first.Scale)));
        var shown = seen.IsEmpty ? seen : Range(first, seen);
        if (first.Levels is not { } levels || !(shown.Max > shown.Min))
            return new ColorAxis(first.ColorTitle, first.Colors, first.Scale, shown, null);
        var step = RoundStep((shown.Max - shown.Min) / levels);
        var rounded = new Interval(
            first.Min is null ? Multiple(Math.Floor(shown.Min / step), step) : shown.Min,
            first.Max is null ? Multiple(Math.Ceiling(shown.Max / step), step) : shown.Max);
        return new ColorAxis(first.ColorTitle, first.Colors, first.Scale, rounded, step);
    }

    /// <summary>Whether the colours of all panels mean the same, so that one bar says it for all.</summary>
    public static bool IsCommon(FigureModel model)
    {
        var axes = Enumerable.Range(0, model.Panels.Length).Select(panel => Of(model, panel)).ToArray();
        return axes.Length > 1 && axes.All(axis => axis is not null && axis == axes[0]);
    }

    /// <summary>Whether a panel has a bar that says what its colours mean: where those of all panels do the same, only the last.</summary>
    public static bool HasBar(FigureModel model, int panel) =>
        Of(model, panel) is not null && (panel == model.Panels.Length - 1 || !IsCommon(model));

    /// <summary>The first and the last level strictly between the ends, or null without levels.</summary>
    public (double First, double Last)? Levels()
    {
        if (Step is not { } step)
            return null;
        var first = Math.Floor((Shown.Min / step) + 1e-9) + 1;
        var last = Math.Ceiling((Shown.Max / step) - 1e-9) - 1;
        return (Multiple(first, step), Multiple(Math.Max(first, last), step));
    }

    /// <summary>A value as the colours take it.</summary>
    public double Place(double value) =>
        !Interval.Placeable(value, Scale) ? double.NaN : Scale == AxisScale.Log ? Math.Log10(value) : value;

    private static Interval Range(GridTrace grid, Interval seen)
    {
        var range = seen.Bounded(grid.Min, grid.Max);
        if (grid is { Colors: HeatmapColors.Diverging, Scale: AxisScale.Linear, Min: null, Max: null })
        {
            var reach = Math.Max(Math.Abs(seen.Min), Math.Abs(seen.Max));
            range = new Interval(-reach, reach);
        }

        return grid.Scale == AxisScale.Log ? new Interval(Math.Log10(range.Min), Math.Log10(range.Max)) : range;
    }

    // 1, 2 or 5 times a power of ten, not below the one asked for.
    private static double RoundStep(double step)
    {
        var power = Math.Floor(Math.Log10(step));
        var factor = RoundSteps.First(each => each >= (step / Math.Pow(10, power)) - 1e-9);
        return power < 0 ? factor / Math.Pow(10, -power) : factor * Math.Pow(10, power);
    }

    // Without the rounding errors of a sum: 3 steps of 0.1 are 0.3.
    private static double Multiple(double count, double step) => step < 1 ? count / Math.Round(1 / step, 6) : count * step;
}
