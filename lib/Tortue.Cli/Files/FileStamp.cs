using System.Security.Cryptography;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Files;

/// <summary>What a file held at some moment, to find out later whether somebody has saved it since.</summary>
internal sealed class FileStamp
{
    private readonly string _path;
    private readonly byte[]? _digest;

    private FileStamp(string path)
    {
        _path = path;
        _digest = Digest(path);
    }

    /// <summary>Whether the file still holds the same, whatever its time says.</summary>
    public bool Holds => Digest(_path) is { } now ? _digest is not null && now.AsSpan().SequenceEqual(_digest) : _digest is null;

    /// <summary>Takes the stamp of a file, which may be missing.</summary>
    /// <param name="path">Its path.</param>
    public static FileStamp Of(string path) => new(path);

    private static byte[]? Digest(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return SHA256.HashData(stream);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            return null;
        }
    }
}
