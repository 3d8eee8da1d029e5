using System.Text;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Jupyter.Messages;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>A front end: four sockets of one identity.</summary>
internal sealed class KernelClient : IDisposable
{
    private KernelClient(ClientChannel shell, ClientChannel control, ClientChannel stdin, ClientChannel published) =>
        (Shell, Control, Stdin, Published) = (shell, control, stdin, published);

    public ClientChannel Shell { get; }

    public ClientChannel Control { get; }

    public ClientChannel Stdin { get; }

    public ClientChannel Published { get; }

    public static async Task<KernelClient> ConnectAsync(ConnectionFile connection)
    {
        var (key, identity) = (Encoding.UTF8.GetBytes(connection.Key), Guid.NewGuid().ToString());
        var published = await Connect(connection.IoPubPort, "SUB");
        await published.Peer.SendFrameAsync(4, [9, .. "SUBSCRIBE"u8]);
        await published.PingAsync();
        return new(
            await Connect(connection.ShellPort, "DEALER"),
            await Connect(connection.ControlPort, "DEALER"),
            await Connect(connection.StdinPort, "DEALER"),
            published);

        async Task<ClientChannel> Connect(int port, string type) =>
            new(await TestPeer.ShakeHandsAsync(port, type, type == "SUB" ? "" : identity), key);
    }

    /// <summary>Asks on a channel, and waits for the answer and for the kernel to be idle.</summary>
    public async Task<KernelMessage> AskAsync(ClientChannel channel, string type, JsonObject? content = null)
    {
        var id = await channel.SendAsync(type, content ?? []);
        var reply = await channel.ReadAsync(id, _ => true);
        await PublishedAsync(id);
        return reply;
    }

    /// <summary>Asks for a cell to be run.</summary>
    /// <returns>The request's id.</returns>
    public Task<string> StartAsync(string code, Action<JsonObject>? change = null)
    {
        var content = new JsonObject
        {
            ["code"] = code,
            ["silent"] = false,
            ["store_history"] = true,
            ["user_expressions"] = new JsonObject(),
            ["allow_stdin"] = true,
            ["stop_on_error"] = true,
        };
        change?.Invoke(content);
        return Shell.SendAsync("execute_request", content);
    }

    /// <summary>Waits for the answer to a request on the shell channel.</summary>
    public Task<KernelMessage> ReplyAsync(string id) => Shell.ReadAsync(id, _ => true);

    /// <summary>Runs a cell to its end.</summary>
    /// <returns>The answer, and what was published of it without busy and idle.</returns>
    public async Task<(KernelMessage Reply, IReadOnlyList<KernelMessage> Outputs)> RunAsync(string code, Action<JsonObject>? change = null)
    {
        var id = await StartAsync(code, change);
        var reply = await ReplyAsync(id);
        return (reply, [.. (await PublishedAsync(id)).Where(message => message.Type != "status")]);
    }

    /// <summary>What is published of a request, up to idle.</summary>
    public async Task<IReadOnlyList<KernelMessage>> PublishedAsync(string id)
    {
        await Published.ReadAsync(id, message => message.Type == "status" && message["execution_state"] == "idle");
        return Published.Seen(id);
    }

    public void Dispose()
    {
        foreach (var channel in new[] { Shell, Control, Stdin, Published })
            channel.Dispose();
    }
}
