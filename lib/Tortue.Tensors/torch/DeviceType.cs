namespace TorchSharp;

/// <summary>Kinds of devices, numbered as in PyTorch. This engine has the <see cref="CPU"/> alone.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>NVIDIA's graphics processors (not available here).</summary>
    CUDA = 1,

    /// <summary>Apple's graphics processors (not available here).</summary>
    MPS = 13,

    /// <summary>Shapes without data (not available here).</summary>
    META = 14,
}
