using System.Text.Json.Nodes;
using Tortue.Charts;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>A trace has no more points than a screen can show, so that pages stay small and quick.</summary>
internal sealed class ChartSizeRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "chart-size";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter) =>
        from chart in chapter.Charts ?? []
        from trace in chart.Traces
        let isGrid = trace["z"] is JsonArray { Count: > 0 } rows && rows[0] is JsonArray
        let points = isGrid ? trace["z"]!.AsArray().Sum(Length) : Math.Max(Length(trace["x"]), Length(trace["y"]))
        let most = isGrid ? Figure.MaximumCells : Figure.MaximumPoints
        where points > most
        select In(chart.Cell, ChecksText.TooManyPoints, chart.Title, points, most);

    private static int Length(JsonNode? node) => (node as JsonArray)?.Count ?? 0;
}
