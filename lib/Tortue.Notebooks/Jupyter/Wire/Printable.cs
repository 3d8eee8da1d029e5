namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>What a peer sent, fit for a line of a log.</summary>
internal static class Printable
{
    private const int Longest = 40;

    /// <summary>The bytes as ASCII, a dot for every other one, at most 40.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var shown = bytes[..Math.Min(bytes.Length, Longest)];
        return string.Create(shown.Length, shown.ToArray(), static (text, source) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = source[i] is >= 0x20 and < 0x7F ? (char)source[i] : '.';
        });
    }
}
