namespace Tortue.Charts;

/// <summary>A trace with its place in a figure.</summary>
/// <param name="Trace">The data.</param>
/// <param name="Panel">Index of the panel in the row.</param>
/// <param name="Step">Index of the slider's step, or -1 for what is always there.</param>
/// <param name="Rank">Place in the legend, which is the order in which authors added series and not that of drawing.</param>
/// <param name="Look">Colour, dash, marker.</param>
/// <param name="InLegend">Whether this trace has its series' entry in the legend.</param>
internal sealed record PlacedTrace(Trace Trace, int Panel, int Step, int Rank, SeriesLook Look, bool InLegend);
