using System.Buffers.Binary;

namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>Writes frames to a stream.</summary>
internal static class FrameWriter
{
    // Frames up to here are copied together, so that a message of small frames leaves as one packet.
    private const int Small = 8192;

    /// <summary>Writes the parts of one message.</summary>
    /// <param name="stream">The connection; the caller flushes it.</param>
    /// <param name="parts">At least one.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async ValueTask WriteMessageAsync(
        Stream stream, IReadOnlyList<ReadOnlyMemory<byte>> parts, CancellationToken cancellation)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var flags = i + 1 < parts.Count ? FrameFlags.More : FrameFlags.None;
            await WriteAsync(stream, flags, parts[i], cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Writes one frame.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="flags">More or command; how the length is written follows from the body.</param>
    /// <param name="body">Its content.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async ValueTask WriteAsync(Stream stream, FrameFlags flags, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var head = Head(flags, body.Length);
        if (body.Length <= Small)
        {
            await stream.WriteAsync((byte[])[.. head, .. body.Span], cancellation).ConfigureAwait(false);
            return;
        }

        await stream.WriteAsync(head, cancellation).ConfigureAwait(false);
        await stream.WriteAsync(body, cancellation).ConfigureAwait(false);
    }

    private static byte[] Head(FrameFlags flags, int length)
    {
        if (length <= byte.MaxValue)
            return [(byte)flags, (byte)length];
        var head = new byte[9];
        head[0] = (byte)(flags | FrameFlags.Long);
        BinaryPrimitives.WriteUInt64BigEndian(head.AsSpan(1), (ulong)length);
        return head;
    }
}
