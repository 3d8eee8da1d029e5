using System.Net;
using System.Security.Cryptography;

namespace Tortue.Data.Downloads;

/// <summary>
/// Downloads files so that under a file's name there is either the published file, byte by byte, or nothing: what arrives goes to
/// <c>NAME.part</c> beside it, is checked as it comes, and is moved into place at the end. A download that broke off goes on where it
/// stopped, where the server can do that (RFC 9110, range requests with If-Range).
/// </summary>
public sealed class Downloader : IDisposable
{
    private readonly DownloadOptions _options;
    private readonly HttpClient _client;

    /// <summary>A downloader with its own connections.</summary>
    /// <param name="options">How patient it is.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public Downloader(DownloadOptions? options = null)
    {
        _options = options ?? new();
        _options.Validate();
        var handler = new SocketsHttpHandler
        {
            // Some servers call a .gz file an encoding of what is in it.
            AutomaticDecompression = DecompressionMethods.None,
        };
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new("tortue", typeof(Downloader).Assembly.GetName().Version?.ToString(3)));
    }

    /// <summary>Gets a file, unless it is there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">Where to; created where it is missing.</param>
    /// <param name="progress">Told of every piece, on the thread that receives it.</param>
    /// <param name="cancellationToken">Stops at once; what has arrived is kept for the next time.</param>
    /// <returns>Whether it was downloaded; false where it was there already.</returns>
    /// <exception cref="DownloadException">It could not be downloaded, or another file has its name.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<bool> GetAsync(
        RemoteFile file, string folder, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var target = Path.Combine(folder, file.Name);
        try
        {
            if (await IsThereAsync(file, target, cancellationToken).ConfigureAwait(false))
                return false;
            Directory.CreateDirectory(folder);
            using var part = PartFile.Open(target);

            // Another process may have been at it until now.
            if (await IsThereAsync(file, target, cancellationToken).ConfigureAwait(false))
                return false;
            await FetchAsync(file, part, progress, cancellationToken).ConfigureAwait(false);
            part.Complete();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DownloadException(Text.Format(DownloadsText.CannotWrite, target, exception.Message.TrimEnd('.')));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static async Task<bool> IsThereAsync(RemoteFile file, string target, CancellationToken cancellationToken)
    {
        if (!File.Exists(target))
            return false;
        using var stream = File.OpenRead(target);
        var md5 = Convert.ToHexStringLower(await MD5.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
        return md5 == file.Md5 ? true : throw new DownloadException(Text.Format(DownloadsText.OtherFile, target, md5, file.Md5));
    }

    private async Task FetchAsync(
        RemoteFile file, PartFile part, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var transfer = new Transfer(_client, file, part, _options, progress);
        var reasons = new List<string>();
        foreach (var url in file.Urls)
        {
            try
            {
                await FetchAsync(transfer, url, cancellationToken).ConfigureAwait(false);
                Check(file, part);
                return;
            }
            catch (TransferException exception)
            {
                reasons.Add(Text.Format(DownloadsText.FromHost, url.Host, exception.Message));
            }
        }

        var text = part.IsKept ? DownloadsText.FailedKept : DownloadsText.Failed;
        throw new DownloadException(Text.Format(text, file.Name, string.Join("; ", reasons)));
    }

    private async Task FetchAsync(Transfer transfer, Uri url, CancellationToken cancellationToken)
    {
        var wait = _options.FirstWait;
        for (int retries = _options.Retries; ; retries--, wait *= 2)
        {
            try
            {
                await transfer.RunAsync(url, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TransferException exception) when (exception.IsTransient && retries > 0)
            {
                await Task.Delay(wait, _options.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static void Check(RemoteFile file, PartFile part)
    {
        var md5 = part.Md5();
        if (md5 == file.Md5)
            return;
        part.Clear();
        throw new TransferException(Text.Format(DownloadsText.WrongChecksum, md5, file.Md5), isTransient: false);
    }
}
