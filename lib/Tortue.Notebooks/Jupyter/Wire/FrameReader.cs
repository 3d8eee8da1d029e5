using System.Buffers.Binary;

namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>Reads frames from a stream, and takes none that is longer than allowed.</summary>
/// <param name="stream">The connection.</param>
/// <param name="limits">What a peer may send.</param>
internal sealed class FrameReader(Stream stream, WireLimits limits)
{
    // A peer that announces much and sends little must not cost the memory that it announced.
    private const int Step = 1 << 20;
    private const FrameFlags Known = FrameFlags.More | FrameFlags.Long | FrameFlags.Command;

    private readonly byte[] _head = new byte[8];

    /// <summary>The next frame.</summary>
    /// <param name="allowed">How many bytes of its message are left.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="WireException">The frame breaks the protocol or a limit.</exception>
    /// <exception cref="EndOfStreamException">The peer has gone.</exception>
    public async ValueTask<Frame> ReadAsync(long allowed, CancellationToken cancellation)
    {
        await stream.ReadExactlyAsync(_head.AsMemory(0, 1), cancellation).ConfigureAwait(false);
        var flags = (FrameFlags)_head[0];
        if ((flags & ~Known) != 0 || flags.HasFlag(FrameFlags.Command | FrameFlags.More))
            throw new WireException(WireText.BadFlags, _head[0]);

        var size = flags.HasFlag(FrameFlags.Long) ? 8 : 1;
        await stream.ReadExactlyAsync(_head.AsMemory(0, size), cancellation).ConfigureAwait(false);
        var length = size == 1 ? _head[0] : BinaryPrimitives.ReadUInt64BigEndian(_head);
        if (length > (ulong)allowed)
            throw new WireException(WireText.TooLong, length, limits.LargestMessage);
        return new(flags, await ReadBodyAsync((int)length, cancellation).ConfigureAwait(false));
    }

    /// <summary>Bytes outside any frame: the greeting.</summary>
    /// <exception cref="EndOfStreamException">The peer has gone.</exception>
    public async ValueTask<byte[]> ReadBytesAsync(int count, CancellationToken cancellation)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellation).ConfigureAwait(false);
        return bytes;
    }

    private async ValueTask<byte[]> ReadBodyAsync(int length, CancellationToken cancellation)
    {
        var body = new byte[Math.Min(length, Step)];
        var read = 0;
        while (true)
        {
            await stream.ReadExactlyAsync(body.AsMemory(read), cancellation).ConfigureAwait(false);
            read = body.Length;
            if (read == length)
                return body;
            Array.Resize(ref body, (int)Math.Min(length, 2L * read));
        }
    }
}
