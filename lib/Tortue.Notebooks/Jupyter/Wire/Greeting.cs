namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>The first 64 bytes of a connection: ZMTP 3.1 (ZeroMQ RFC 37), mechanism NULL.</summary>
internal static class Greeting
{
    public const int Length = 64;

    private const int VersionAt = 10;
    private const int MechanismAt = 12;
    private const int MechanismLength = 20;

    /// <summary>Ours. It goes out in one piece: libzmq sends ten bytes and waits for the other side's version before it goes on.</summary>
    public static ReadOnlyMemory<byte> Ours { get; } = Make();

    /// <summary>Refuses a greeting of another protocol, an older version or another mechanism.</summary>
    /// <param name="theirs">64 bytes.</param>
    /// <exception cref="WireException">It is not a greeting that we can answer.</exception>
    public static void Check(ReadOnlySpan<byte> theirs)
    {
        // Bytes 1 to 8 are padding in ZMTP 3; older libraries put a length there, so they are not looked at.
        if (theirs[0] != 0xFF || (theirs[9] & 1) == 0)
            throw new WireException(WireText.NotZmtp);
        if (theirs[VersionAt] < 3)
            throw new WireException(WireText.OldVersion, theirs[VersionAt], theirs[VersionAt + 1]);
        var mechanism = theirs.Slice(MechanismAt, MechanismLength).TrimEnd((byte)0);
        if (!mechanism.SequenceEqual("NULL"u8))
            throw new WireException(WireText.OtherMechanism, Printable.Of(mechanism));
    }

    private static byte[] Make()
    {
        var greeting = new byte[Length];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[VersionAt] = 3;
        greeting[VersionAt + 1] = 1;
        "NULL"u8.CopyTo(greeting.AsSpan(MechanismAt));
        return greeting;
    }
}
