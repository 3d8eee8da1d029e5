using System.Text;

namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>A command of the protocol: READY, SUBSCRIBE, PING and their like.</summary>
/// <param name="Name">Its name, in capitals.</param>
/// <param name="Data">What follows the name.</param>
internal readonly record struct Command(string Name, ReadOnlyMemory<byte> Data)
{
    /// <summary>Takes a command frame apart.</summary>
    /// <exception cref="WireException">The name does not fit into the frame, or is empty.</exception>
    public static Command Parse(byte[] body)
    {
        if (body.Length == 0 || body[0] == 0 || 1 + body[0] > body.Length)
            throw new WireException(WireText.BadCommand);
        var name = Encoding.ASCII.GetString(body, 1, body[0]).ToUpperInvariant();
        return new(name, body.AsMemory(1 + body[0]));
    }

    /// <summary>The body of the command's frame.</summary>
    public byte[] ToBytes() => [(byte)Name.Length, .. Encoding.ASCII.GetBytes(Name), .. Data.Span];
}
