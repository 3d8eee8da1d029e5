using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// Shifts and scales the channels of a batch (images × channels × pixels, packed), each by its own mean and deviation, and the way back.
/// </summary>
/// <remarks>A channel's sums are taken by one thread, image by image, so the number of threads changes no bit.</remarks>
/// <param name="images">Images of the batch.</param>
/// <param name="channels">Channels of an image.</param>
/// <param name="pixels">Elements of a channel of one image.</param>
internal sealed unsafe partial class Normalization<T>(int images, int channels, int pixels)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Elements that are worth another thread.
    private const int Grain = 1 << 14;

    private readonly NormalizationSteps<T> _steps = NormalizationSteps<T>.Current;

    /// <summary>y = (x − mean) · r · w + b with the mean and variance (divided by n, not n − 1) of each channel.</summary>
    /// <param name="x">The batch.</param>
    /// <param name="epsilon">What is added to variances: r = 1 / √(variance + ε).</param>
    /// <param name="w">A factor for each channel; null for one.</param>
    /// <param name="b">What is added; null for nothing.</param>
    /// <param name="y">The result.</param>
    public (T[] Mean, T[] Variance, T[] Reciprocal) Normalize(Strided<T> x, T epsilon, T[]? w, T[]? b, Strided<T> y)
    {
        var (means, variances, reciprocals) = (new T[channels], new T[channels], new T[channels]);
        if (pixels == 1)
        {
            NormalizeColumns(x, epsilon, w, b, y, means, variances, reciprocals);
            return (means, variances, reciprocals);
        }

        ForChannels(x, y, default, (channel, atX, atY, _) =>
        {
            var (mean, variance) = Moments(atX, channel);
            var r = T.One / T.Sqrt(variance + epsilon);
            (means[channel], variances[channel], reciprocals[channel]) = (mean, variance, r);
            Apply(atX, atY, channel, mean, w is null ? r : r * w[channel], b is null ? T.Zero : b[channel]);
        });
        return (means, variances, reciprocals);
    }

    /// <summary>y = (x − mean) · scale + shift; no shift where there is none.</summary>
    public void Apply(Strided<T> x, T[] mean, T[] scale, T[]? shift, Strided<T> y)
    {
        if (pixels == 1)
        {
            var addends = shift ?? new T[channels];
            ForColumns(x, y, default, (from, to, atX, atY, _) => ApplyColumns(from, to, atX, atY, mean, scale, addends));
            return;
        }

        ForChannels(x, y, default, (channel, atX, atY, _) =>
            Apply(atX, atY, channel, mean[channel], scale[channel], shift is null ? T.Zero : shift[channel]));
    }

    /// <summary>Σ g and Σ g · (x − mean) of all channels.</summary>
    public (T[] Sum, T[] Product) GradientSums(Strided<T> g, Strided<T> x, T[] mean)
    {
        var (sums, products) = (new T[channels], new T[channels]);
        if (pixels == 1)
        {
            ForColumns(g, x, default, (from, to, atG, atX, _) => ColumnSums(from, to, atG, atX, mean, sums, products));
            return (sums, products);
        }

        ForChannels(g, x, default, (channel, atG, atX, _) =>
            (sums[channel], products[channel]) = GradientSums(atG, atX, channel, mean[channel]));
        return (sums, products);
    }

    /// <summary>
    /// The gradient with respect to x of (x − mean) · r · w, where mean and r = 1 / √(variance + ε) depend on x themselves:
    /// w r (g − Σg / n − (x − mean) r² Σ g (x − mean) / n).
    /// </summary>
    /// <returns>The sums, as <see cref="GradientSums(Strided{T}, Strided{T}, T[])"/> gives them.</returns>
    public (T[] Sum, T[] Product) Backward(Strided<T> g, Strided<T> x, T[] mean, T[] r, T[]? w, Strided<T> gradient)
    {
        var (sums, products) = (new T[channels], new T[channels]);
        if (pixels == 1)
        {
            ForColumns(g, x, gradient, (from, to, atG, atX, at) =>
            {
                ColumnSums(from, to, atG, atX, mean, sums, products);
                ColumnGradients(from, to, atG, atX, at, mean, r, w, sums, products);
            });
            return (sums, products);
        }

        T count = T.CreateTruncating((double)images * pixels);
        ForChannels(g, x, gradient, (channel, atG, atX, to) =>
        {
            (sums[channel], products[channel]) = GradientSums(atG, atX, channel, mean[channel]);
            T scale = w is null ? r[channel] : w[channel] * r[channel];
            T slope = -scale * r[channel] * r[channel] * products[channel] / count;
            T shift = -scale * sums[channel] / count;
            for (nint n = images - 1, at = Place(n, channel); n >= 0; n--, at -= Distance)
                _steps.Gradient(atG + at, atX + at, to + at, pixels, mean[channel], scale, slope, shift);
        });
        return (sums, products);
    }

    private delegate void Body(int channel, T* first, T* second, T* third);

    private nint Distance => (nint)channels * pixels;

    private nint Place(nint image, int channel) => (image * Distance) + ((nint)channel * pixels);

    // Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances" (1979): one reading of memory.
    private (T Mean, T Variance) Moments(T* x, int channel)
    {
        double mean = 0, squares = 0;
        for (nint n = 0, at = Place(0, channel); n < images; n++, at += Distance)
        {
            var (rowMean, rowSquares) = _steps.Moments(x + at, pixels);
            double difference = rowMean - mean;
            mean += difference / (n + 1);
            squares += rowSquares + (difference * difference * pixels * n / (n + 1));
        }

        return (T.CreateTruncating(mean), T.CreateTruncating(squares / ((double)images * pixels)));
    }

    // The last images are the likeliest to be in a cache yet.
    private void Apply(T* x, T* y, int channel, T mean, T scale, T shift)
    {
        for (nint n = images - 1, at = Place(n, channel); n >= 0; n--, at -= Distance)
            _steps.Apply(x + at, y + at, pixels, mean, scale, shift);
    }

    private (T Sum, T Product) GradientSums(T* g, T* x, int channel, T mean)
    {
        double sum = 0, product = 0;
        for (nint n = 0, at = Place(0, channel); n < images; n++, at += Distance)
        {
            var (rowSum, rowProduct) = _steps.GradientSums(g + at, x + at, pixels, mean);
            (sum, product) = (sum + rowSum, product + rowProduct);
        }

        return (T.CreateTruncating(sum), T.CreateTruncating(product));
    }

    private void ForChannels(Strided<T> first, Strided<T> second, Strided<T> third, Body body) =>
        Workers.For(0, channels, (Grain / Math.Max(1, images * pixels)) + 1, (from, to) =>
        {
            fixed (T* a = first.Array, b = second.Array, c = third.Array)
            {
                for (int channel = from; channel < to; channel++)
                    body(channel, a + first.Start, b + second.Start, c + third.Start);
            }
        });
}
