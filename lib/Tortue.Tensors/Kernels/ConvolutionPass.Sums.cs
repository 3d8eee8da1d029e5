using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

internal static unsafe partial class ConvolutionPass<TLanes, TVector, T>
{
    /// <summary>The sums of one phase over one band.</summary>
    /// <param name="plan">The pass.</param>
    /// <param name="phase">The phase.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="shifts">Where each weight of a result finds its pixel.</param>
    /// <param name="flat">Room for the sums at all positions, those that do not count as well.</param>
    /// <param name="flatRow">Elements from one result to the next in there.</param>
    private readonly struct Sums(
        ConvolutionPlan plan, ConvolutionPhase phase, (int First, int Count) rows, nint* shifts, T* flat, int flatRow)
    {
        private const int Together = ConvolutionTile<TLanes, TVector, T>.Outputs;

        private int Taps => plan.Sources * phase.Weights.Length;

        private int Pitch => plan.Planes.Pitch;

        // Rows of results that follow one another without a gap, in the layout as in the result, are one long row.
        private bool IsOneRow => phase.Step == (1, 1) && phase.Count.X == Pitch && phase.Count.X == plan.Target.X;

        private (int Rows, int Columns) Lines => IsOneRow ? (1, rows.Count * phase.Count.X) : (rows.Count, phase.Count.X);

        private bool IsByRows => plan.Targets > ConvolutionPlan.Alone && phase.Step.X == 1 && (IsOneRow
            ? Lines.Columns >= TLanes.Count
            : ConvolutionPlan.IsByRows(phase.Count.X, Pitch, TLanes.Count));

        /// <summary>Computes them.</summary>
        /// <param name="x">The laid out band.</param>
        /// <param name="w">The weights, packed.</param>
        /// <param name="first">Where the sums begin, for each result.</param>
        /// <param name="y">The image of results.</param>
        public void Run(T* x, T* w, T* first, T* y)
        {
            bool byRows = IsByRows;
            nint plane = (nint)plan.Target.Y * plan.Target.X;
            y += ((((nint)rows.First * phase.Step.Y) + phase.Start.Y) * plan.Target.X) + phase.Start.X;
            for (int group = 0; group < plan.Groups; group++, x += plan.Sources * plan.Planes.ChannelSize)
            {
                for (int target = 0; target < plan.Targets; target += Together, w += Taps * Together, first += Together)
                {
                    int count = Math.Min(Together, plan.Targets - target);
                    if (byRows)
                        ByRows(x, w, first, y, plane, count);
                    else if (plan.Targets > ConvolutionPlan.Alone)
                        Flat(x, w, first, count);
                    else
                        FlatAlone(x, w, first, count);
                    if (!byRows)
                        Take(y, plane, count);
                    y += count * plane;
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void ByRows(T* x, T* w, T* first, T* y, nint plane, int count)
        {
            int taps = Taps;
            var (lines, columns) = Lines;
            nint step = (nint)phase.Step.Y * plan.Target.X;
            int paired = TLanes.Registers < 32 ? 0 : columns / (2 * TLanes.Count) * 2 * TLanes.Count;
            if (TLanes.Registers >= 32 && columns - paired > TLanes.Count)
                paired = columns;
            for (int row = 0; row < lines; row++)
            {
                for (int column = 0; column < paired; column += 2 * TLanes.Count)
                {
                    nint second = Math.Min(TLanes.Count, columns - column - TLanes.Count);
                    ConvolutionTile<TLanes, TVector, T>.EightByTwo(
                        taps, shifts, x + (row * Pitch) + column, (second, second), w, first, y + (row * step) + column, plane, count);
                }
            }

            for (int column = paired; column < columns; column += TLanes.Count)
            {
                int start = Math.Min(column, columns - TLanes.Count);
                int row = 0;
                for (; TLanes.Registers >= 32 && row + 1 < lines; row += 2)
                {
                    ConvolutionTile<TLanes, TVector, T>.EightByTwo(
                        taps, shifts, x + (row * Pitch) + start, (Pitch, step), w, first, y + (row * step) + start, plane, count);
                }

                for (; row < lines; row++)
                {
                    ConvolutionTile<TLanes, TVector, T>.EightByOne(
                        taps, shifts, x + (row * Pitch) + start, w, first, y + (row * step) + start, plane, count);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Flat(T* x, T* w, T* first, int count)
        {
            var (taps, positions) = (Taps, plan.Planes.Positions(rows.Count, phase.Count.X));
            int p = 0;
            for (; TLanes.Registers >= 32 && p + TLanes.Count < positions; p += 2 * TLanes.Count)
            {
                ConvolutionTile<TLanes, TVector, T>.EightByTwo(
                    taps, shifts, x + p, (TLanes.Count, TLanes.Count), w, first, flat + p, flatRow, count);
            }

            for (; p < positions; p += TLanes.Count)
                ConvolutionTile<TLanes, TVector, T>.EightByOne(taps, shifts, x + p, w, first, flat + p, flatRow, count);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void FlatAlone(T* x, T* w, T* first, int count)
        {
            var (taps, positions) = (Taps, plan.Planes.Positions(rows.Count, phase.Count.X));
            for (int i = 0; i < count; i++)
            {
                for (int p = 0; p < positions; p += ConvolutionTile<TLanes, TVector, T>.Vectors * TLanes.Count)
                    ConvolutionTile<TLanes, TVector, T>.OneByFour(taps, shifts, x + p, w + i, first + i, flat + (i * flatRow) + p);
            }
        }

        private void Take(T* y, nint plane, int count)
        {
            (nint Y, nint X) step = ((nint)phase.Step.Y * plan.Target.X, phase.Step.X);
            for (int i = 0; i < count; i++)
            {
                ConvolutionCopy<TLanes, TVector, T>.Take(
                    flat + (i * flatRow), Pitch, (rows.Count, phase.Count.X), y + (i * plane), step);
            }
        }
    }
}
