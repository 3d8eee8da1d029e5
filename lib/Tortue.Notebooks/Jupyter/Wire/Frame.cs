namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>A frame as it came: a command of the protocol, or a part of a message.</summary>
/// <param name="Flags">Whether more parts follow, and whether it is a command.</param>
/// <param name="Body">Its content.</param>
internal readonly record struct Frame(FrameFlags Flags, byte[] Body)
{
    public bool IsCommand => (Flags & FrameFlags.Command) != 0;

    public bool HasMore => (Flags & FrameFlags.More) != 0;
}
