namespace Tortue.Tensors.Saving;

/// <summary>
/// Numbers that are not negative, seven bits a byte, the lowest first; a set upper bit says that another byte follows (LEB128).
/// </summary>
internal static class Leb128
{
    /// <summary>Sixty-three bits, which is all of a number that is not negative.</summary>
    private const int MostBytes = 9;

    public static void Write(BinaryWriter writer, long number)
    {
        for (; number > 0x7f; number >>= 7)
            writer.Write((byte)(number | 0x80));
        writer.Write((byte)number);
    }

    /// <exception cref="InvalidDataException">No such number is that long.</exception>
    /// <exception cref="EndOfStreamException">The stream ends before the number does.</exception>
    public static long Read(BinaryReader reader)
    {
        var number = 0L;
        for (var i = 0; i < MostBytes; i++)
        {
            var next = reader.ReadByte();
            number |= (next & 0x7fL) << (7 * i);
            if ((next & 0x80) == 0)
                return number;
        }

        throw new InvalidDataException($"a number of more than {MostBytes} bytes");
    }
}
