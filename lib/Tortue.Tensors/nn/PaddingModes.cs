namespace TorchSharp;

/// <summary>What margins are filled with.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The pixels inside, mirrored at the outermost one.</summary>
    Reflect = 1,

    /// <summary>The outermost pixel.</summary>
    Replicate = 2,

    /// <summary>The pixels at the other end.</summary>
    Circular = 3,

    /// <summary>A given number.</summary>
    Constant = 4,
}
