namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>How much a peer may ask of a socket before it is dropped.</summary>
public sealed record WireLimits
{
    /// <summary>The longest message that a peer may send, all its frames together, in bytes. Default: 64 MiB.</summary>
    public long LargestMessage { get; init; } = 64L << 20;

    /// <summary>The most frames that a message may have. Default: 1,024.</summary>
    public int MostFrames { get; init; } = 1024;

    /// <summary>How long a peer may take from connecting to the end of the handshake. Default: 10 s.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many bytes may wait for a peer that reads slowly. While there are more, a subscriber misses messages and any other peer is dropped; the last
    /// message that is taken may be of any length. Short messages have a sixteenth of this for themselves. Default: 128 MiB.
    /// </summary>
    public long LongestQueue { get; init; } = 128L << 20;

    /// <summary>The most peers that a socket has at a time. Default: 4,096.</summary>
    public int MostPeers { get; init; } = 4096;
}
