using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <content>
/// Vectors: one element a channel. Channel by channel that would be a step for each element, far from the one before; row by row the
/// elements follow one another, and each channel's sums are the same, in the same order.
/// </content>
internal sealed unsafe partial class Normalization<T>
{
    private delegate void ColumnsBody(int from, int to, T* first, T* second, T* third);

    private void NormalizeColumns(
        Strided<T> x, T epsilon, T[]? w, T[]? b, Strided<T> y, T[] means, T[] variances, T[] reciprocals)
    {
        var scales = w is null ? reciprocals : new T[channels];
        var shifts = b ?? new T[channels];
        ForColumns(x, y, default, (from, to, atX, atY, _) =>
        {
            ColumnMoments(from, to, atX, means, variances);
            for (int c = from; c < to; c++)
            {
                reciprocals[c] = T.One / T.Sqrt(variances[c] + epsilon);
                if (w is not null)
                    scales[c] = reciprocals[c] * w[c];
            }

            ApplyColumns(from, to, atX, atY, means, scales, shifts);
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ColumnMoments(int from, int to, T* x, T[] means, T[] variances)
    {
        var (mean, squares) = (new double[to - from], new double[to - from]);
        for (nint n = 0; n < images; n++)
        {
            T* row = x + (n * channels) + from;
            for (int c = 0; c < mean.Length; c++)
            {
                double difference = double.CreateTruncating(row[c]) - mean[c];
                mean[c] += difference / (n + 1);
                squares[c] += difference * difference * n / (n + 1);
            }
        }

        for (int c = from; c < to; c++)
            (means[c], variances[c]) = (T.CreateTruncating(mean[c - from]), T.CreateTruncating(squares[c - from] / images));
    }

    // The last rows are the likeliest to be in a cache yet.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ApplyColumns(int from, int to, T* x, T* y, T[] mean, T[] scale, T[] shift)
    {
        for (nint n = images - 1, at = n * channels; n >= 0; n--, at -= channels)
        {
            for (int c = from; c < to; c++)
                y[at + c] = ((x[at + c] - mean[c]) * scale[c]) + shift[c];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ColumnSums(int from, int to, T* g, T* x, T[] mean, T[] sums, T[] products)
    {
        var (sum, product) = (new double[to - from], new double[to - from]);
        for (nint n = 0, at = 0; n < images; n++, at += channels)
        {
            for (int c = from; c < to; c++)
            {
                sum[c - from] += double.CreateTruncating(g[at + c]);
                product[c - from] += double.CreateTruncating(g[at + c] * (x[at + c] - mean[c]));
            }
        }

        for (int c = from; c < to; c++)
            (sums[c], products[c]) = (T.CreateTruncating(sum[c - from]), T.CreateTruncating(product[c - from]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ColumnGradients(
        int from, int to, T* g, T* x, T* gradient, T[] mean, T[] r, T[]? w, T[] sums, T[] products)
    {
        T count = T.CreateTruncating((double)images);
        var (scale, slope, shift) = (new T[to], new T[to], new T[to]);
        for (int c = from; c < to; c++)
        {
            scale[c] = w is null ? r[c] : w[c] * r[c];
            slope[c] = -scale[c] * r[c] * r[c] * products[c] / count;
            shift[c] = -scale[c] * sums[c] / count;
        }

        for (nint n = images - 1, at = n * channels; n >= 0; n--, at -= channels)
        {
            for (int c = from; c < to; c++)
                gradient[at + c] = (g[at + c] * scale[c]) + ((x[at + c] - mean[c]) * slope[c]) + shift[c];
        }
    }

    private void ForColumns(Strided<T> first, Strided<T> second, Strided<T> third, ColumnsBody body) =>
        Workers.For(0, channels, (Grain / Math.Max(1, images)) + 1, (from, to) =>
        {
            fixed (T* a = first.Array, b = second.Array, c = third.Array)
                body(from, to, a + first.Start, b + second.Start, c + third.Start);
        });
}
