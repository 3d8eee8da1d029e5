using System.Security.Cryptography;

namespace Tortue.Data.Downloads;

/// <summary>
/// What has arrived of a file: <c>NAME.part</c> beside its place, held by one process alone until it is moved there. A third file,
/// <c>NAME.part.from</c>, says where it comes from and which version it is, so that a later process can go on.
/// </summary>
internal sealed class PartFile : IDisposable
{
    // Linux, macOS, Windows: what the system says when another process holds the file.
    private static readonly int[] SharingViolations = [11, 35, unchecked((int)0x80070020)];

    private readonly string _target;
    private readonly FileStream _file;
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private long _hashed;
    private bool _isMoved;

    private PartFile(string target, FileStream file)
    {
        _target = target;
        _file = file;
    }

    /// <summary>How many bytes have arrived.</summary>
    public long Length => _file.Length;

    /// <summary>Whether a later process can go on with what has arrived.</summary>
    public bool IsKept => Length > 0 && File.Exists(Origin);

    private string Origin => _file.Name + ".from";

    /// <summary>Opens or creates the part of a file.</summary>
    /// <param name="target">The file's place.</param>
    /// <exception cref="DownloadException">Another process is at it.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static PartFile Open(string target)
    {
        // The file is moved while it is held, so that nobody else can open it in between; Windows wants that to be allowed.
        var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
        try
        {
            // Without a buffer: a full disk is to be noticed at the write, not at the end.
            return new(target, new(target + ".part", FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 0));
        }
        catch (IOException exception) when (SharingViolations.Contains(exception.HResult))
        {
            throw new DownloadException(Text.Format(DownloadsText.InUse, target));
        }
    }

    /// <summary>The version (ETag or date) of what has arrived from an address; null where that is nothing, or from another.</summary>
    public string? VersionFrom(Uri url) =>
        IsKept && File.ReadAllLines(Origin) is [var from, var version] && from == url.AbsoluteUri ? version : null;

    /// <summary>Notes where the bytes come from; without a version they are of no use later.</summary>
    public void SetOrigin(Uri url, string? version)
    {
        if (version is null)
            File.Delete(Origin);
        else
            File.WriteAllLines(Origin, [url.AbsoluteUri, version]);
    }

    /// <summary>Forgets what has arrived.</summary>
    public void Clear()
    {
        if (Length > 0)
            _file.SetLength(0);
        _file.Position = 0;
        _md5.GetHashAndReset();
        _hashed = 0;
        File.Delete(Origin);
    }

    /// <summary>Goes to the end, after what an earlier try left has gone into the checksum.</summary>
    public void GoOn()
    {
        _file.Position = _hashed;
        var buffer = new byte[1 << 16];
        while (_file.Read(buffer) is > 0 and var read)
        {
            _md5.AppendData(buffer, 0, read);
            _hashed += read;
        }
    }

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _file.Write(bytes);
        _md5.AppendData(bytes);
        _hashed += bytes.Length;
    }

    /// <summary>The checksum of all that has arrived.</summary>
    public string Md5() => Convert.ToHexStringLower(_md5.GetCurrentHash());

    /// <summary>Moves the file into its place.</summary>
    public void Complete()
    {
        _file.Flush(flushToDisk: true);
        File.Move(_file.Name, _target);
        _isMoved = true;
        File.Delete(Origin);
    }

    /// <summary>Lets go of the file; one that nobody could go on with is removed.</summary>
    public void Dispose()
    {
        if (!_isMoved && !IsKept)
        {
            File.Delete(_file.Name);
            File.Delete(Origin);
        }

        _md5.Dispose();
        _file.Dispose();
    }
}
