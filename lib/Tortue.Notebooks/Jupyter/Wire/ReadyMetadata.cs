using System.Buffers.Binary;
using System.Text;

namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>What the two sides tell each other at the end of the handshake.</summary>
/// <param name="SocketType">The peer's kind of socket, such as DEALER.</param>
/// <param name="Identity">The name that a router knows the peer by; often empty.</param>
internal sealed record ReadyMetadata(string SocketType, byte[] Identity)
{
    private const string TypeProperty = "Socket-Type";
    private const string IdentityProperty = "Identity";

    /// <summary>Reads the properties of a READY command.</summary>
    /// <exception cref="WireException">They do not fit into the command, or the kind of socket is missing.</exception>
    public static ReadyMetadata Parse(ReadOnlySpan<byte> data)
    {
        string? type = null;
        byte[] identity = [];
        while (!data.IsEmpty)
        {
            int nameLength = data[0];
            if (nameLength == 0 || data.Length < 1 + nameLength + 4)
                throw new WireException(WireText.BadReady);
            var name = Encoding.ASCII.GetString(data.Slice(1, nameLength));
            var length = BinaryPrimitives.ReadUInt32BigEndian(data[(1 + nameLength)..]);
            data = data[(1 + nameLength + 4)..];
            if (length > data.Length)
                throw new WireException(WireText.BadReady);
            var value = data[..(int)length];
            data = data[(int)length..];
            if (name.Equals(TypeProperty, StringComparison.OrdinalIgnoreCase))
                type = Encoding.ASCII.GetString(value).ToUpperInvariant();
            else if (name.Equals(IdentityProperty, StringComparison.OrdinalIgnoreCase))
                identity = value.Length <= byte.MaxValue ? value.ToArray() : throw new WireException(WireText.BadReady);
        }

        return new(type ?? throw new WireException(WireText.BadReady), identity);
    }

    /// <summary>Our READY command.</summary>
    /// <param name="kind">Our kind of socket.</param>
    public static Command Of(SocketKind kind) => Of(kind switch { SocketKind.Router => "ROUTER", SocketKind.Publisher => "XPUB", _ => "REP" });

    /// <summary>A READY command, also of a client.</summary>
    /// <param name="socketType">A kind of socket, such as DEALER.</param>
    public static Command Of(string socketType)
    {
        var type = Encoding.ASCII.GetBytes(socketType);
        var name = Encoding.ASCII.GetBytes(TypeProperty);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, type.Length);
        return new("READY", (byte[])[(byte)name.Length, .. name, .. length, .. type]);
    }

    /// <summary>Refuses a peer that our kind of socket cannot talk to.</summary>
    /// <exception cref="WireException">The kinds do not go together.</exception>
    public void CheckAgainst(SocketKind kind)
    {
        var fits = kind switch
        {
            SocketKind.Router => SocketType is "DEALER" or "REQ" or "ROUTER",
            SocketKind.Publisher => SocketType is "SUB" or "XSUB",
            _ => SocketType is "REQ" or "DEALER",
        };
        if (!fits)
            throw new WireException(WireText.OtherSocket, Printable.Of(Encoding.ASCII.GetBytes(SocketType)));
    }
}
