using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Tortue.Notebooks.Jupyter.Messages;

/// <summary>What a client tells a kernel in the file that it starts it with: where to listen, and the key that messages are signed with.</summary>
public sealed record ConnectionFile
{
    /// <summary>The address to listen on. Default: 127.0.0.1.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port of requests; 0 for a free one.</summary>
    public int ShellPort { get; init; }

    /// <summary>The port of outputs; 0 for a free one.</summary>
    public int IoPubPort { get; init; }

    /// <summary>The port of questions to the user; 0 for a free one.</summary>
    public int StdinPort { get; init; }

    /// <summary>The port of interrupts and shutdown; 0 for a free one.</summary>
    public int ControlPort { get; init; }

    /// <summary>The port of heartbeats; 0 for a free one.</summary>
    public int HeartbeatPort { get; init; }

    /// <summary>The key of the signatures; empty for none.</summary>
    public string Key { get; init; } = "";

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">The file that the client wrote.</param>
    /// <exception cref="ConnectionFileException">The file is not there, or not what a kernel needs; the message says what and where.</exception>
    public static ConnectionFile Load(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Wrong(MessagesText.FileUnreadable, path, exception.Message);
        }
        catch (JsonException)
        {
            throw Wrong(MessagesText.FileNotJson, path);
        }
    }

    private static ConnectionFile Read(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw Wrong(MessagesText.FileNotJson, path);
        if (Text("transport") is { } transport && transport != "tcp")
            throw Wrong(MessagesText.OtherTransport, path, transport);
        if (Text("signature_scheme") is { Length: > 0 } scheme && scheme != "hmac-sha256")
            throw Wrong(MessagesText.OtherScheme, path, scheme);
        if (root.TryGetProperty("key", out var key) && key.ValueKind != JsonValueKind.String)
            throw Wrong(MessagesText.BadKey, path);
        var ip = Text("ip") ?? "127.0.0.1";
        if (!IPAddress.TryParse(ip == "localhost" ? "127.0.0.1" : ip, out var address))
            throw Wrong(MessagesText.BadAddress, path, ip);
        return new()
        {
            Address = address,
            ShellPort = Port("shell_port"),
            IoPubPort = Port("iopub_port"),
            StdinPort = Port("stdin_port"),
            ControlPort = Port("control_port"),
            HeartbeatPort = Port("hb_port"),
            Key = Text("key") ?? "",
        };

        string? Text(string name) =>
            root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        int Port(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var port) && port is >= 0 and <= ushort.MaxValue
                ? port
                : throw Wrong(MessagesText.BadPort, path, name);
    }

    private static ConnectionFileException Wrong(string format, params object[] arguments) =>
        new(string.Format(CultureInfo.InvariantCulture, format, arguments));
}
