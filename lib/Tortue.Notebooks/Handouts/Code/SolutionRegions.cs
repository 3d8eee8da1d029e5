namespace Tortue.Notebooks.Handouts.Code;

/// <summary>The lines of a code cell between <c>// BEGIN SOLUTION</c> and <c>// END SOLUTION</c>: nbgrader's and otter's marks.</summary>
internal static class SolutionRegions
{
    private const string Begin = "BEGIN SOLUTION";
    private const string End = "END SOLUTION";

    /// <summary>What each line of a source is. A region that is never closed goes on to the end.</summary>
    public static IReadOnlyList<LineKind> Classify(string source)
    {
        var inside = false;
        var kinds = new List<LineKind>();
        foreach (var line in source.Split('\n'))
        {
            if (IsMarker(line, Begin))
            {
                kinds.Add(LineKind.Begin);
                inside = true;
            }
            else if (IsMarker(line, End))
            {
                kinds.Add(LineKind.End);
                inside = false;
            }
            else
            {
                kinds.Add(inside ? LineKind.Solution : LineKind.Plain);
            }
        }
        return kinds;
    }

    /// <summary>Whether a source has a region.</summary>
    public static bool Has(string source) => source.Split('\n').Any(line => IsMarker(line, Begin));

    private static bool IsMarker(string line, string marker)
    {
        var text = line.AsSpan().Trim();
        if (!text.StartsWith("//", StringComparison.Ordinal))
            return false;
        text = text.TrimStart('/').Trim();
        // otter adds words behind the marker, for example "NO PROMPT".
        return text.StartsWith(marker, StringComparison.OrdinalIgnoreCase) && (text.Length == marker.Length || text[marker.Length] == ' ');
    }
}
