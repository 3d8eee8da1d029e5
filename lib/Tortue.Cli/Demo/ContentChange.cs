using System.Security.Cryptography;
using System.Threading.Channels;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Demo;

/// <summary>
/// Tells when the content of a file has become another. Editors write to the side and rename, write twice, or touch a file without changing
/// it: so what counts is the content, some moments after the last of their steps.
/// </summary>
/// <param name="path">The full path of a file.</param>
/// <param name="time">The clock.</param>
internal sealed class ContentChange(string path, TimeProvider time) : IDisposable
{
    /// <summary>How long nothing must happen before the file is read: 200 ms.</summary>
    internal static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Lock _lock = new();
    private string? _digest = DigestOf(path);
    private ITimer? _timer;

    /// <summary>Something has happened to the file: it is read when nothing more has happened for a while.</summary>
    public void Touch()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = time.CreateTimer(_ => Look(), null, Quiet, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Waits for the next other content; several that came meanwhile are one.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _changes.Reader.ReadAsync(cancellationToken);

    /// <summary>Looks no more.</summary>
    public void Dispose()
    {
        lock (_lock) _timer?.Dispose();
    }

    private void Look()
    {
        lock (_lock)
        {
            // Gone for the moment: whoever puts it back touches it again.
            if (DigestOf(path) is not { } digest || digest == _digest) return;
            _digest = digest;
            _changes.Writer.TryWrite(true);
        }
    }

    private static string? DigestOf(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return file.Length == 0 ? null : Convert.ToHexString(SHA256.HashData(file));
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            return null;
        }
    }
}
