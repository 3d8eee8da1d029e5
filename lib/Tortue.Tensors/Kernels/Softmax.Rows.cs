using System.Numerics;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Kernels;

internal static unsafe partial class Softmax
{
    private enum Work
    {
        Softmax,
        LogSoftmax,
        SoftmaxGradient,
        LogSoftmaxGradient,
    }

    private static void Run(ReadOnlySpan<float> x, ReadOnlySpan<float> g, Span<float> y, int width, Work work)
    {
        if (x.IsEmpty)
            return;
        fixed (float* from = x, gradient = g, to = y)
        {
            int rows = x.Length / width;
            if (x.Length < 2 * Grain)
                Rows(work, gradient, from, to, width, 0, rows);
            else
                Share(work, gradient, from, to, width, rows);
        }
    }

    // A method of its own, so that small tensors make no closure.
    private static void Share(Work work, float* g, float* x, float* y, int width, int rows) =>
        Workers.For(0, rows, Math.Max(1, Grain / width), (from, to) => Rows(work, g, x, y, width, from, to));

    private static void Rows(Work work, float* g, float* x, float* y, int width, int from, int to)
    {
        switch (KernelWidths.Current)
        {
            case KernelWidth.Vector512: Rows<Lanes512<float>, Vector512<float>>(work, g, x, y, width, from, to); break;
            case KernelWidth.Vector256: Rows<Lanes256<float>, Vector256<float>>(work, g, x, y, width, from, to); break;
            case KernelWidth.Vector128: Rows<Lanes128<float>, Vector128<float>>(work, g, x, y, width, from, to); break;
            default: Rows<LanesPortable<float>, Vector<float>>(work, g, x, y, width, from, to); break;
        }
    }

    private static void Rows<TLanes, TVector>(Work work, float* g, float* x, float* y, int width, int from, int to)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct
    {
        for (long at = (long)from * width; at < (long)to * width; at += width)
        {
            switch (work)
            {
                case Work.Softmax: RowExponentials<TLanes, TVector>.Softmax(x + at, y + at, width); break;
                case Work.LogSoftmax: RowExponentials<TLanes, TVector>.LogSoftmax(x + at, y + at, width); break;
                case Work.SoftmaxGradient: RowExponentials<TLanes, TVector>.SoftmaxGradient(g + at, x + at, y + at, width); break;
                default: RowExponentials<TLanes, TVector>.LogSoftmaxGradient(g + at, x + at, y + at, width); break;
            }
        }
    }
}
