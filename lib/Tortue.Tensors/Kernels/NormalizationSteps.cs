using System.Numerics;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>The steps of <see cref="Normalization{T}"/> over elements that follow one another: one channel of one image.</summary>
internal abstract unsafe class NormalizationSteps<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The steps by registers of the width at hand.</summary>
    public static NormalizationSteps<T> Current => KernelWidths.Current switch
    {
        KernelWidth.Vector512 => NormalizationSteps<Lanes512<T>, Vector512<T>, T>.Instance,
        KernelWidth.Vector256 => NormalizationSteps<Lanes256<T>, Vector256<T>, T>.Instance,
        KernelWidth.Vector128 => NormalizationSteps<Lanes128<T>, Vector128<T>, T>.Instance,
        _ => NormalizationSteps<LanesPortable<T>, Vector<T>, T>.Instance,
    };

    /// <summary>The mean, and the sum of squared distances from it.</summary>
    public abstract (double Mean, double Squares) Moments(T* x, int count);

    /// <summary>y = (x − mean) · scale + shift.</summary>
    public abstract void Apply(T* x, T* y, int count, T mean, T scale, T shift);

    /// <summary>Σ g and Σ g · (x − mean).</summary>
    public abstract (double Sum, double Product) GradientSums(T* g, T* x, int count, T mean);

    /// <summary>scale · g + slope · (x − mean) + shift.</summary>
    public abstract void Gradient(T* g, T* x, T* gradient, int count, T mean, T scale, T slope, T shift);
}
