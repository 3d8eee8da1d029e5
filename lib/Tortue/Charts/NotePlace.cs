namespace Tortue.Charts;

/// <summary>On which side of its point a note stands: beside the curve that passes there, and inside the drawing area.</summary>
internal static class NotePlace
{
    /// <summary>Whether the words stand to the right of the point, and whether above it.</summary>
    public static (bool Right, bool Above) Of(Note note, Panel panel, Panel axes, (double Min, double Max)? shown)
    {
        var place = shown is { } ends ? (axes.X.Place(note.X) - ends.Min) / (ends.Max - ends.Min) : 0;
        var right = place < 0.5;
        // Right of a rising curve there is room below it, right of a falling one above it; the other way round on the left.
        var rises = panel.Traces.OfType<LineTrace>().Where(line => line.Joined).Select(line => Slope(line, note.X)).FirstOrDefault();
        return (right, right ? rises <= 0 : rises >= 0);
    }

    // By the points around x; 0 where the curve does not reach.
    private static double Slope(LineTrace line, double x)
    {
        for (var i = 1; i < line.X.Length; i++)
        {
            if (line.X[i - 1] <= x && x <= line.X[i] && line.Y[i] - line.Y[i - 1] is var rise && double.IsFinite(rise))
                return rise;
        }
        return 0;
    }
}
