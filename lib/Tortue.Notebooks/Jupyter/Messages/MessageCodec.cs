using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Tortue.Notebooks.Jupyter.Messages;

/// <summary>Reads and writes messages of the Jupyter protocol, signed with the connection's key.</summary>
/// <param name="key">The key; empty for no signatures.</param>
internal sealed class MessageCodec(string key)
{
    /// <summary>The version of the protocol that the kernel speaks.</summary>
    public const string ProtocolVersion = "5.5";

    private const int DeepestJson = 256;

    // Outputs are mostly HTML and JSON: escaping their quotation marks and everything beyond ASCII would double them.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 600 };

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Guid.NewGuid().ToString();

    /// <summary>Reads a message as it came over the wire.</summary>
    /// <param name="frames">Delimiter, signature, header, parent, metadata, content, and buffers, which are not read.</param>
    /// <exception cref="MessageException">The message is not whole, not signed with the key, or not what the protocol says.</exception>
    public Request Read(IReadOnlyList<byte[]> frames)
    {
        var start = 0;
        while (start < frames.Count && !frames[start].AsSpan().SequenceEqual(Delimiter))
            start++;
        if (start + 6 > frames.Count)
            throw new MessageException(MessagesText.NotWhole);
        if (!IsSigned(frames, start + 1))
            throw new MessageException(MessagesText.BadSignature);
        var header = Parse(frames[start + 2], "header");
        var content = Parse(frames[start + 5], "content");
        return header.TryGetProperty("msg_type", out var type) && type.ValueKind == JsonValueKind.String
            ? new(type.GetString()!, LoneSurrogates.Replace(frames[start + 2]), content)
            : throw new MessageException(MessagesText.NoType);
    }

    /// <summary>Writes a message.</summary>
    /// <param name="topic">The first frame of what is published; null for what goes to one peer.</param>
    /// <param name="type">Its kind.</param>
    /// <param name="parentHeader">The header of the request that it answers.</param>
    /// <param name="content">Its content.</param>
    /// <param name="metadata">Its metadata; none if null.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> Write(
        string? topic, string type, byte[] parentHeader, JsonObject content, JsonObject? metadata = null)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString(),
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        };
        byte[][] signed = [Bytes(header), parentHeader, metadata is null ? Empty : Bytes(metadata), Bytes(content)];
        var parts = new List<ReadOnlyMemory<byte>>(7);
        if (topic is not null)
            parts.Add(Encoding.UTF8.GetBytes(topic));
        parts.Add(Delimiter);
        parts.Add(Encoding.ASCII.GetBytes(_key.Length == 0 ? "" : Convert.ToHexStringLower(Sign(signed))));
        foreach (var part in signed)
            parts.Add(part);
        return parts;
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Compact);

    private static JsonElement Parse(byte[] json, string what)
    {
        // The parser looks into texts only when they are read, and then fails in another way.
        if (!Utf8.IsValid(json))
            throw new MessageException(Format(MessagesText.NotAnObject, what));
        try
        {
            using var document = JsonDocument.Parse(LoneSurrogates.Replace(json), new() { MaxDepth = DeepestJson });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new MessageException(Format(MessagesText.NotAnObject, what));
        }
        catch (JsonException)
        {
            throw new MessageException(Format(MessagesText.NotAnObject, what));
        }
    }

    private bool IsSigned(IReadOnlyList<byte[]> frames, int signature)
    {
        if (_key.Length == 0)
            return true;
        var ours = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Sign(frames.Skip(signature + 1).Take(4))));
        return CryptographicOperations.FixedTimeEquals(frames[signature], ours);
    }

    private byte[] Sign(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts)
            hash.AppendData(part);
        return hash.GetHashAndReset();
    }

    private static string Format(string format, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, format, arguments);
}
