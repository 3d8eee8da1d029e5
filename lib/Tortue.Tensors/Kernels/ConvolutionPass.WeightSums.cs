using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

internal static unsafe partial class ConvolutionPass<TLanes, TVector, T>
{
    /// <summary>The weights' gradients of some outputs, over one part of the batch.</summary>
    /// <param name="size">The convolution's sizes.</param>
    /// <param name="plan">How they are summed.</param>
    /// <param name="outputs">The outputs, of each group.</param>
    /// <param name="shifts">The plan's shifts.</param>
    /// <param name="sums">The part's tables.</param>
    /// <param name="totals">The sums of the outputs' gradients, zeros at first; null where nobody wants them.</param>
    private readonly struct WeightSums(
        ConvolutionSize size, ConvolutionWeightsPlan plan, (int From, int To) outputs, nint* shifts, T* sums, double* totals)
    {
        /// <summary>Sums over the part's pieces.</summary>
        /// <param name="part">The part.</param>
        /// <param name="x">The batch.</param>
        /// <param name="g">The gradient with respect to the results.</param>
        /// <param name="laid">Room for a piece.</param>
        public void AddPart(int part, T* x, T* g, T* laid)
        {
            for (int group = 0; group < size.Groups; group++)
                new Span<T>(Tables(group, outputs.From), (int)(Tables(group, outputs.To) - Tables(group, outputs.From))).Clear();
            int end = (int)((long)plan.Pieces * (part + 1) / plan.Parts);
            for (int piece = (int)((long)plan.Pieces * part / plan.Parts); piece < end; piece++)
                AddPiece(piece, x, g, laid);
        }

        private void AddPiece(int piece, T* x, T* g, T* laid)
        {
            var (firstImage, firstRow) = (piece / plan.Bands * plan.Images, piece % plan.Bands * plan.BandRows);
            int images = Math.Min(plan.Images, size.Batch - firstImage);
            int rows = Math.Min(plan.BandRows, size.Result.Y - firstRow);
            nint imageX = (nint)size.Channels * size.Image.Y * size.Image.X;
            nint imageG = (nint)size.Outputs * size.Result.Y * size.Result.X;
            x += firstImage * imageX;
            g += firstImage * imageG;
            for (int i = 0; i < images; i++)
            {
                ConvolutionCopy<TLanes, TVector, T>.Spread(
                    x + (i * imageX), size.Channels, size.Image, plan.Planes, firstRow, laid + (i * plan.ImageSize),
                    plan.Planes.ChannelSize);
            }

            if (plan.ReadsGradients)
            {
                nint plane = (nint)size.Result.Y * size.Result.X;
                g += (nint)firstRow * size.Result.X;
                var (lines, columns) = plan.Planes.IsDense ? (1, rows * size.Result.X) : (rows, size.Result.X);
                AddProducts(
                    (images, imageG, plan.ImageSize), (lines, columns, plan.Planes.Pitch), columns / TLanes.Count, g, plane, laid);
                AddTotals(g, (images, imageG), plane, (nint)rows * size.Result.X);
                return;
            }

            // Gradients are zero where positions do not count; what they meet there must be a number.
            TLanes.Store(laid + (images * plan.ImageSize), default);
            T* laidG = laid + (plan.Images * plan.ImageSize) + TLanes.Count;
            for (int i = 0; i < images; i++)
            {
                ConvolutionCopy<TLanes, TVector, T>.Spread(
                    g + (i * imageG), size.Outputs, size.Result, plan.GradientPlanes, firstRow, laidG + (i * plan.GradientSize),
                    plan.GradientRow);
            }

            int vectors = (plan.Planes.Positions(rows, size.Result.X) + TLanes.Count - 1) / TLanes.Count;
            AddProducts((images, plan.GradientSize, plan.ImageSize), (1, 0, 0), vectors, laidG, plan.GradientRow, laid);
            AddTotals(laidG, (images, plan.GradientSize), plan.GradientRow, plan.GradientRow);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void AddProducts(
            (int Count, nint G, nint X) images, (int Count, nint G, nint X) rows, int vectors, T* g, nint gRow, T* x)
        {
            int taps = size.GroupChannels * size.KernelCount;
            nint groupX = (nint)size.GroupChannels * plan.Planes.ChannelSize;
            for (int group = 0; group < size.Groups; group++, g += size.GroupOutputs * gRow, x += groupX)
            {
                T* tables = Tables(group, outputs.From);
                for (int output = outputs.From; output < outputs.To; output += Side)
                {
                    // Outputs that there are not repeat the first one.
                    int more = Math.Min(Side, size.GroupOutputs - output) - 1;
                    (nint, nint, nint) gRows = (more > 0 ? gRow : 0, more > 1 ? 2 * gRow : 0, more > 2 ? 3 * gRow : 0);
                    for (int tap = 0; tap < taps; tap += Side, tables += Side * Side)
                    {
                        ConvolutionProducts<TLanes, TVector, T>.FourByFour(
                            images, rows, vectors, g + (output * gRow), gRows, x, shifts + tap, tables);
                    }
                }
            }
        }

        // While the gradients are in a cache.
        private void AddTotals(T* g, (int Count, nint Size) images, nint gRow, nint count)
        {
            for (int group = 0; group < size.Groups && totals is not null; group++)
            {
                for (int i = outputs.From; i < outputs.To; i++)
                {
                    int output = (group * size.GroupOutputs) + i;
                    for (int image = 0; image < images.Count; image++)
                        totals[output] += ConvolutionProducts<TLanes, TVector, T>.Sum(g + (image * images.Size) + (output * gRow), count);
                }
            }
        }

        private T* Tables(int group, int output) => sums + plan.Tables(size, group, output);
    }
}
