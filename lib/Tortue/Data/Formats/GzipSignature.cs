namespace Tortue.Data.Formats;

/// <summary>The two bytes that a gzip file begins with (RFC 1952).</summary>
internal static class GzipSignature
{
    private const int Shown = 4;

    /// <summary>Whether a file begins with them; it is left at its beginning.</summary>
    public static bool IsAt(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && start is [0x1F, 0x8B];
    }

    /// <summary>The error of a file that does not, with what it begins with instead.</summary>
    public static DataFormatException Missing(FileStream file, string name)
    {
        Span<byte> start = stackalloc byte[64];
        int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var hex = Hex(start[..Math.Min(read, Shown)]);
        var found = read == 0 ? FormatsText.Nothing : HtmlSignature.IsAt(start[..read]) ? Text.Format(FormatsText.HtmlPage, hex) : hex;
        return new(name, 0, FormatsText.GzipMagic, found);
    }

    /// <summary>Bytes as "1F 8B".</summary>
    public static string Hex(ReadOnlySpan<byte> bytes) => BitConverter.ToString(bytes.ToArray()).Replace('-', ' ');
}
