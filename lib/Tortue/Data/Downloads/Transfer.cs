using System.Net;
using System.Net.Http.Headers;
using Tortue.Data.Formats;

namespace Tortue.Data.Downloads;

/// <summary>One try to get what is missing of a file from one address.</summary>
/// <param name="client">Speaks to servers.</param>
/// <param name="file">The file.</param>
/// <param name="part">Receives the bytes.</param>
/// <param name="options">How patient it is.</param>
/// <param name="progress">Told of every piece.</param>
internal sealed class Transfer(
    HttpClient client, RemoteFile file, PartFile part, DownloadOptions options, IProgress<DownloadProgress>? progress)
{
    private readonly byte[] _buffer = new byte[1 << 16];

    /// <summary>Gets the rest of the file; on return all of its bytes are there.</summary>
    /// <exception cref="TransferException">It did not succeed; what has arrived is in the part.</exception>
    /// <exception cref="IOException">The part cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RunAsync(Uri url, CancellationToken cancellationToken)
    {
        var version = part.Length < file.Size ? part.VersionFrom(url) : null;
        if (version is not null)
            part.GoOn();

        using var stall = new StallWatch(options, cancellationToken);
        using var request = Request(url, version);
        using var response = await stall.AwaitAsync(
            token => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), Unreachable);
        Accept(response, url, isResumed: version is not null && response.StatusCode == HttpStatusCode.PartialContent);
        using var body = await stall.AwaitAsync(response.Content.ReadAsStreamAsync, BrokenOff);
        await ReceiveAsync(body, stall);
    }

    private HttpRequestMessage Request(Uri url, string? version)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (version is not null)
        {
            request.Headers.Range = new RangeHeaderValue(part.Length, null);
            request.Headers.TryAddWithoutValidation("If-Range", version);
        }

        return request;
    }

    // Whether the answer is (the rest of) the file, as far as its headers tell.
    private void Accept(HttpResponseMessage response, Uri url, bool isResumed)
    {
        var content = response.Content.Headers;
        int code = (int)response.StatusCode;
        if (code is 206 or 416 && !(isResumed && content.ContentRange?.From == part.Length))
        {
            part.Clear();
            throw new TransferException(DownloadsText.WrongRange, isTransient: true);
        }

        if (code is not (200 or 206))
        {
            var status = Text.Format(DownloadsText.Status, code, response.ReasonPhrase).TrimEnd();
            throw new TransferException(status, code is 408 or 429 or >= 500);
        }

        long start = isResumed ? part.Length : 0;
        if (content.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
            throw new TransferException(DownloadsText.HtmlPage, isTransient: false);
        if (content.ContentLength is { } length && start + length != file.Size)
            throw new TransferException(Text.Format(DownloadsText.WrongSize, start + length, file.Size), isTransient: false);
        if (!isResumed)
            part.Clear();
        var version = response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : content.LastModified?.ToString("R");
        part.SetOrigin(url, version);
    }

    private async Task ReceiveAsync(Stream body, StallWatch stall)
    {
        while (true)
        {
            int read = await stall.AwaitAsync(async token => await body.ReadAtLeastAsync(_buffer, 1, false, token), BrokenOff);
            if (read == 0)
                break;
            if (part.Length == 0 && HtmlSignature.IsAt(_buffer.AsSpan(0, read)))
                throw new TransferException(DownloadsText.HtmlPage, isTransient: false);
            if (part.Length + read > file.Size)
            {
                part.Clear();
                throw new TransferException(Text.Format(DownloadsText.TooLong, file.Size), isTransient: false);
            }

            part.Append(_buffer.AsSpan(0, read));
            progress?.Report(new(file, part.Length));
        }

        if (part.Length < file.Size)
            throw BrokenOff(null);
    }

    private TransferException BrokenOff(Exception? exception) =>
        new(Text.Format(DownloadsText.BrokeOff, part.Length, file.Size), isTransient: true);

    // A name that nobody knows, or a certificate that is wrong, will be so in a second, too.
    private static TransferException Unreachable(Exception exception) => new(
        Text.Format(DownloadsText.Unreachable, exception.GetBaseException().Message.TrimEnd('.')),
        exception is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
        });
}
