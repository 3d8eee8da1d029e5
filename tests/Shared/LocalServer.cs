using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tortue.Testing;

/// <summary>An HTTP server on this machine that behaves as badly as it is told to; one request a connection.</summary>
public sealed class LocalServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<ServerRequest, ServerAnswer> _answer;

    /// <summary>Starts to listen.</summary>
    public LocalServer(Func<ServerRequest, ServerAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = ListenAsync();
    }

    /// <summary>What has been asked for, in order.</summary>
    public ConcurrentQueue<ServerRequest> Requests { get; } = [];

    /// <summary>The address of a path.</summary>
    public Uri Url(string path) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{path}");

    /// <summary>Breaks every connection off.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var request = await ReadAsync(stream);
            var answer = _answer(request);
            Requests.Enqueue(request);
            var head = string.Concat(answer.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
            var bytes = Encoding.Latin1.GetBytes($"HTTP/1.1 {answer.Status}\r\n{head}Connection: close\r\n\r\n");
            if (answer.SendsHead)
                await stream.WriteAsync(bytes, _end.Token);
            await stream.WriteAsync(answer.Body.AsMemory(0, Math.Min(answer.SentBytes, answer.Body.Length)), _end.Token);
            if (!answer.Stalls)
                return;
            answer.Stalling?.Invoke();
            await Task.Delay(Timeout.Infinite, _end.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
        }
    }

    private static async Task<ServerRequest> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var first = await reader.ReadLineAsync() ?? throw new IOException("The client said nothing.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        return new(first.Split(' ')[1], headers);
    }
}
