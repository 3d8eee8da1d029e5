using System.Collections.Immutable;

namespace Tortue.Charts;

/// <summary>All that a figure is made of.</summary>
internal sealed record FigureModel
{
    public string Title { get; init; } = "";

    public string Subtitle { get; init; } = "";

    public string? Alt { get; init; }

    public ImmutableArray<Panel> Panels { get; init; } = [new Panel()];

    public bool SharesX { get; init; }

    public bool SharesY { get; init; }

    public Variation? Variation { get; init; }

    /// <summary>Whether a panel shows a surface, in a space of its own instead of a pair of axes.</summary>
    public bool IsSpatial(int index) => PanelsAt(index).Any(panel => panel.Traces.Any(trace => trace is SurfaceTrace));

    /// <summary>The panels at one place of the row: the figure's own and one for each step of its variation.</summary>
    public IEnumerable<Panel> PanelsAt(int index) =>
        Variation is null ? [Panels[index]] : [Panels[index], .. Variation.Steps.Select(step => step.Panels[index])];
}
