using System.Globalization;

namespace Tortue.Testing;

/// <summary>What a <see cref="LocalServer"/> answers.</summary>
public sealed record ServerAnswer
{
    /// <summary>The status line's end.</summary>
    public string Status { get; init; } = "200 OK";

    /// <summary>The headers.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>How much of the body is sent before the connection is closed.</summary>
    public int SentBytes { get; init; } = int.MaxValue;

    /// <summary>Whether even the head is sent.</summary>
    public bool SendsHead { get; init; } = true;

    /// <summary>Whether the connection stays open without a further byte.</summary>
    public bool Stalls { get; init; }

    /// <summary>Called when it starts to stall.</summary>
    public Action? Stalling { get; init; }

    /// <summary>A whole file, with its version.</summary>
    public static ServerAnswer Of(byte[] file) => new()
    {
        Body = file,
        Headers = { ["Content-Length"] = Number(file.Length), ["ETag"] = "\"v1\"", ["Content-Type"] = "application/octet-stream" },
    };

    /// <summary>The rest of a file, where a range of version v1 is asked for; otherwise all of it.</summary>
    public static ServerAnswer Range(ServerRequest request, byte[] file) =>
        request.RangeStart is not { } start || request.Headers.GetValueOrDefault("If-Range") != "\"v1\"" ? Of(file) : new()
        {
            Status = "206 Partial Content",
            Body = file[start..],
            Headers =
            {
                ["Content-Length"] = Number(file.Length - start),
                ["Content-Range"] = $"bytes {start}-{file.Length - 1}/{file.Length}",
                ["ETag"] = "\"v1\"",
            },
        };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
