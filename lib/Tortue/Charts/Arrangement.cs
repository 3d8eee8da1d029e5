namespace Tortue.Charts;

/// <summary>Gives every trace of a figure its look, its place in the legend and its place in the order of drawing.</summary>
internal sealed class Arrangement
{
    private const int Always = -1;

    private readonly Dictionary<string, int> _slots = [];
    private readonly HashSet<(string Name, string Color)> _commonEntries = [];
    private readonly List<PlacedTrace> _placed = [];

    private Arrangement()
    {
    }

    /// <summary>All traces in the order of drawing.</summary>
    public static IReadOnlyList<PlacedTrace> Of(FigureModel model)
    {
        var arrangement = new Arrangement();
        arrangement.Place(model.Panels, Always, arrangement._commonEntries);
        var steps = model.Variation?.Steps ?? [];
        for (var step = 0; step < steps.Length; step++)
            arrangement.Place(steps[step].Panels, step, [.. arrangement._commonEntries]);
        return [.. arrangement._placed.OrderBy(placed => placed.Trace.Layer)];
    }

    private void Place(IReadOnlyList<Panel> panels, int step, HashSet<(string Name, string Color)> entries)
    {
        for (var panel = 0; panel < panels.Count; panel++)
        {
            SeriesLook? previous = null;
            var unnamed = 0;
            foreach (var trace in panels[panel].Traces)
            {
                var look = trace.FollowsPrevious && previous is { } followed
                    ? followed
                    : LookOf(trace, string.IsNullOrEmpty(trace.Name) ? UnnamedKey(step, unnamed++) : trace.Name);
                var isNew = !string.IsNullOrEmpty(trace.Name) && entries.Add((trace.Name, look.Color));
                _placed.Add(new PlacedTrace(trace, panel, step, _placed.Count, look, isNew));
                previous = trace is LineTrace { Published: false } or HistogramTrace ? look : previous;
            }
        }
    }

    // Unnamed series look the same at the same place of every panel and step. The key cannot be anybody's name.
    private static string UnnamedKey(int step, int index) => $"\0{(step == Always ? "always" : "step")} {index}";

    private SeriesLook LookOf(Trace trace, string key)
    {
        if (trace is GridTrace)
            return default;
        if (trace is LineTrace { Published: true })
            return SeriesLook.Published with { Group = "published " + trace.Name };
        if (!_slots.TryGetValue(key, out var slot))
            _slots[key] = slot = _slots.Count;
        return new SeriesLook(
            Palette.Color(trace.Color is { } chosen ? (int)chosen : slot),
            Palette.Dash(slot),
            Palette.Marker(slot),
            Palette.Pattern(slot),
            $"series {slot}",
            slot == 0);
    }
}
