namespace Tortue.Testing;

/// <summary>A request to a <see cref="LocalServer"/>.</summary>
/// <param name="Path">The path, from its slash.</param>
/// <param name="Headers">The headers.</param>
public sealed record ServerRequest(string Path, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Where the asked range starts; null where none is asked for.</summary>
    public int? RangeStart => Headers.TryGetValue("Range", out var range) ? int.Parse(range["bytes=".Length..^1]) : null;
}
