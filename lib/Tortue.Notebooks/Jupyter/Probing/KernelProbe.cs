using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Jupyter.Kernelspecs;
using Tortue.Notebooks.Jupyter.Messages;
using Tortue.Notebooks.Jupyter.Wire;

namespace Tortue.Notebooks.Jupyter.Probing;

/// <summary>Tries a kernel as a client would: starts it, asks what it is, runs a cell, and asks it to end.</summary>
/// <param name="time">The clock.</param>
public sealed class KernelProbe(TimeProvider time)
{
    private const string Code = "1+1";
    private const string Value = "2";
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Tries a kernel.</summary>
    /// <param name="spec">Its kernelspec.</param>
    /// <param name="limit">How long all steps together may take.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What it is, and how long it took.</returns>
    /// <exception cref="KernelProbeException">It does not start, answers wrongly, or takes longer than the limit.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<KernelProbeResult> RunAsync(Kernelspec spec, TimeSpan limit, CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        both.CancelAfter(limit);
        var start = time.GetTimestamp();
        using var process = new KernelProcess(spec);
        var step = ProbingText.StepConnect;
        try
        {
            var (key, codec) = (process.Connection, new MessageCodec(process.Connection.Key));
            using var shell = await ConnectAsync(process, key.ShellPort, both.Token).ConfigureAwait(false);
            using var published = await ClientSocket.ConnectAsync(key.IoPubPort, "SUB", both.Token).ConfigureAwait(false);
            using var control = await ClientSocket.ConnectAsync(key.ControlPort, "DEALER", both.Token).ConfigureAwait(false);
            await published.SubscribeAsync(both.Token).ConfigureAwait(false);

            step = ProbingText.StepInfo;
            var info = await AskAsync(shell, codec, "kernel_info", [], both.Token).ConfigureAwait(false);
            var ready = time.GetElapsedTime(start);

            step = ProbingText.StepCell;
            start = time.GetTimestamp();
            var reply = await AskAsync(shell, codec, "execute", new() { ["code"] = Code, ["silent"] = false }, both.Token).ConfigureAwait(false);
            if (reply.Text("status") != "ok")
                throw Wrong(ProbingText.CellFailed, Code, $"{reply.Text("ename")}: {reply.Text("evalue")}");

            var shown = await ResultAsync(published, codec, both.Token).ConfigureAwait(false);
            if (shown != Value)
                throw Wrong(ProbingText.WrongValue, Code, shown, Value);

            var cell = time.GetElapsedTime(start);
            step = ProbingText.StepEnd;
            start = time.GetTimestamp();
            await AskAsync(control, codec, "shutdown", new() { ["restart"] = false }, both.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(both.Token).ConfigureAwait(false);
            return new(info.Text("implementation"), info.Text("implementation_version"), ready, cell, time.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Wrong(ProbingText.TooSlow, step, limit.TotalSeconds);
        }
        catch (Exception exception) when (exception is IOException or SocketException or WireException or MessageException)
        {
            var words = await process.LastWordsAsync().ConfigureAwait(false);
            throw Wrong(ProbingText.Broken, step, words.Length > 0 ? words : exception.Message);
        }
    }

    // A kernel listens some time after its process has started.
    private async Task<ClientSocket> ConnectAsync(KernelProcess process, int port, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await ClientSocket.ConnectAsync(port, "DEALER", cancellation).ConfigureAwait(false);
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(Glance, time, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static async Task<Request> AskAsync(
        ClientSocket socket, MessageCodec codec, string what, JsonObject content, CancellationToken cancellation)
    {
        await socket.SendAsync(codec.Write(null, what + "_request", Request.NoHeader, content), cancellation).ConfigureAwait(false);
        return await ReadAsync(socket, codec, what + "_reply", cancellation).ConfigureAwait(false);
    }

    private static async Task<string> ResultAsync(ClientSocket published, MessageCodec codec, CancellationToken cancellation)
    {
        var result = await ReadAsync(published, codec, "execute_result", cancellation).ConfigureAwait(false);
        return result.Content.TryGetProperty("data", out var data) && data.TryGetProperty("text/plain", out var text) ? text.ToString() : "";
    }

    private static async Task<Request> ReadAsync(ClientSocket socket, MessageCodec codec, string type, CancellationToken cancellation)
    {
        while (true)
        {
            var message = codec.Read(await socket.ReceiveAsync(cancellation).ConfigureAwait(false));
            if (message.Type == type)
                return message;
        }
    }

    private static KernelProbeException Wrong(string format, params object[] values) =>
        new(string.Format(CultureInfo.InvariantCulture, format, values));
}
