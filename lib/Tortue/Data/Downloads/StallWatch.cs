namespace Tortue.Data.Downloads;

/// <summary>Waits for the network, each time for as long as the options allow and no longer.</summary>
internal sealed class StallWatch : IDisposable
{
    private readonly DownloadOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _stall;
    private readonly CancellationTokenSource _either;

    /// <param name="options">The timeout and its clock.</param>
    /// <param name="cancellation">The user's.</param>
    public StallWatch(DownloadOptions options, CancellationToken cancellation)
    {
        _options = options;
        _cancellation = cancellation;
        _stall = new(options.StallTimeout, options.Time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_stall.Token, cancellation);
    }

    /// <summary>Waits for one answer; the time starts anew.</summary>
    /// <param name="wait">Waits.</param>
    /// <param name="failure">What a network error means.</param>
    /// <exception cref="TransferException">None came, or the network failed.</exception>
    /// <exception cref="OperationCanceledException">The user cancelled.</exception>
    public async Task<T> AwaitAsync<T>(Func<CancellationToken, Task<T>> wait, Func<Exception, TransferException> failure)
    {
        _stall.CancelAfter(_options.StallTimeout);
        try
        {
            return await wait(_either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_cancellation.IsCancellationRequested)
        {
            throw new TransferException(Text.Format(DownloadsText.Stalled, _options.StallTimeout.TotalSeconds), isTransient: true);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            _cancellation.ThrowIfCancellationRequested();
            throw failure(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _either.Dispose();
        _stall.Dispose();
    }
}
