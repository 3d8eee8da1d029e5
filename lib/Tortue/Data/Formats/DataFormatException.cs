namespace Tortue.Data.Formats;

/// <summary>A file of examples does not hold what its format says; the message is one sentence with all of the below.</summary>
/// <param name="file">The file, and where it is an archive, its member.</param>
/// <param name="offset">Where in the file, in bytes from its (unpacked) beginning.</param>
/// <param name="expected">What should be there.</param>
/// <param name="found">What is there.</param>
public sealed class DataFormatException(string file, long offset, string expected, string found)
    : Exception(Text.Format(FormatsText.Unexpected, file, offset, expected, found))
{
    /// <summary>The file, and where it is an archive, its member.</summary>
    public string File { get; } = file;

    /// <summary>Where in the file, in bytes from its beginning; in what it unpacks to, where it is compressed.</summary>
    public long Offset { get; } = offset;

    /// <summary>What should be there.</summary>
    public string Expected { get; } = expected;

    /// <summary>What is there.</summary>
    public string Found { get; } = found;
}
