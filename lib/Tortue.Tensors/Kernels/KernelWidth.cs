using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>Which vector registers a kernel is compiled for.</summary>
internal enum KernelWidth
{
    /// <summary>Whatever <see cref="System.Numerics.Vector{T}"/> offers.</summary>
    Portable,

    /// <summary>128 bits.</summary>
    Vector128,

    /// <summary>256 bits.</summary>
    Vector256,

    /// <summary>512 bits.</summary>
    Vector512,
}

/// <summary>The choice among <see cref="KernelWidth"/>s.</summary>
internal static class KernelWidths
{
    /// <summary>A width to use instead of the best one, for tests of the others; one that the machine lacks is imitated slowly.</summary>
    public static KernelWidth? Forced { get; set; }

    /// <summary>The width that kernels use.</summary>
    public static KernelWidth Current => Forced ?? Best;

    /// <summary>The widest registers of this machine. The compiler knows it as a constant.</summary>
    public static KernelWidth Best =>
        Vector512.IsHardwareAccelerated ? KernelWidth.Vector512
        : Vector256.IsHardwareAccelerated ? KernelWidth.Vector256
        : Vector128.IsHardwareAccelerated ? KernelWidth.Vector128
        : KernelWidth.Portable;
}
