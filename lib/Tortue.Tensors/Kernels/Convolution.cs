using System.Numerics;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

/// <summary>The convolution of images with kernels, and its gradients; all memory is packed, batch × channels × rows × columns.</summary>
/// <remarks>
/// The sums go over shifted rows that are read where they lie, so that nothing is unrolled into a matrix. The same input gives the same
/// bits whatever <see cref="Workers.Count"/> is.
/// </remarks>
internal static unsafe class Convolution
{
    /// <summary>y = x ∗ w + b, without b where it is empty.</summary>
    public static void Forward<T>(
        ConvolutionSize size, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> b, Span<T> y, KernelWidth width)
        where T : unmanaged, INumber<T>
    {
        fixed (T* pointerX = x, pointerW = w, pointerB = b, pointerY = y)
        {
            switch (width)
            {
                case KernelWidth.Vector512:
                    ConvolutionPass<Lanes512<T>, Vector512<T>, T>.Forward(size, pointerX, pointerW, pointerB, pointerY);
                    break;
                case KernelWidth.Vector256:
                    ConvolutionPass<Lanes256<T>, Vector256<T>, T>.Forward(size, pointerX, pointerW, pointerB, pointerY);
                    break;
                case KernelWidth.Vector128:
                    ConvolutionPass<Lanes128<T>, Vector128<T>, T>.Forward(size, pointerX, pointerW, pointerB, pointerY);
                    break;
                default:
                    ConvolutionPass<LanesPortable<T>, Vector<T>, T>.Forward(size, pointerX, pointerW, pointerB, pointerY);
                    break;
            }
        }
    }

    /// <summary>The gradient with respect to x, given g, the one with respect to y.</summary>
    public static void BackwardToImages<T>(
        ConvolutionSize size, ReadOnlySpan<T> g, ReadOnlySpan<T> w, Span<T> gradient, KernelWidth width)
        where T : unmanaged, INumber<T>
    {
        fixed (T* pointerG = g, pointerW = w, pointerResult = gradient)
        {
            switch (width)
            {
                case KernelWidth.Vector512:
                    ConvolutionPass<Lanes512<T>, Vector512<T>, T>.BackwardToImages(size, pointerG, pointerW, pointerResult);
                    break;
                case KernelWidth.Vector256:
                    ConvolutionPass<Lanes256<T>, Vector256<T>, T>.BackwardToImages(size, pointerG, pointerW, pointerResult);
                    break;
                case KernelWidth.Vector128:
                    ConvolutionPass<Lanes128<T>, Vector128<T>, T>.BackwardToImages(size, pointerG, pointerW, pointerResult);
                    break;
                default:
                    ConvolutionPass<LanesPortable<T>, Vector<T>, T>.BackwardToImages(size, pointerG, pointerW, pointerResult);
                    break;
            }
        }
    }

    /// <summary>The gradients with respect to w and, where there is room for it, to b, given g, the one with respect to y.</summary>
    public static void BackwardToWeights<T>(
        ConvolutionSize size, ReadOnlySpan<T> x, ReadOnlySpan<T> g, Span<T> gradient, Span<T> biases, KernelWidth width)
        where T : unmanaged, INumber<T>
    {
        fixed (T* pointerX = x, pointerG = g, pointerResult = gradient, pointerB = biases)
        {
            switch (width)
            {
                case KernelWidth.Vector512:
                    ConvolutionPass<Lanes512<T>, Vector512<T>, T>.BackwardToWeights(size, pointerX, pointerG, pointerResult, pointerB);
                    break;
                case KernelWidth.Vector256:
                    ConvolutionPass<Lanes256<T>, Vector256<T>, T>.BackwardToWeights(size, pointerX, pointerG, pointerResult, pointerB);
                    break;
                case KernelWidth.Vector128:
                    ConvolutionPass<Lanes128<T>, Vector128<T>, T>.BackwardToWeights(size, pointerX, pointerG, pointerResult, pointerB);
                    break;
                default:
                    ConvolutionPass<LanesPortable<T>, Vector<T>, T>.BackwardToWeights(size, pointerX, pointerG, pointerResult, pointerB);
                    break;
            }
        }
    }
}
