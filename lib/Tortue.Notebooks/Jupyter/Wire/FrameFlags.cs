namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>The first byte of a frame.</summary>
[Flags]
internal enum FrameFlags : byte
{
    /// <summary>The last part of a message, its length in one byte.</summary>
    None = 0,

    /// <summary>Another part of the same message follows.</summary>
    More = 1,

    /// <summary>The length is in eight bytes, the highest first.</summary>
    Long = 2,

    /// <summary>A command; never with <see cref="More"/>.</summary>
    Command = 4,
}
