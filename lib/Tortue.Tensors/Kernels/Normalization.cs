using System.Numerics;
using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// Shifts and scales the channels of a batch (images × channels × pixels, packed), each by its own mean and deviation, and the way back.
/// </summary>
/// <remarks>A channel's sums are taken by one thread, image by image, so the number of threads changes no bit.</remarks>
/// <param name="images">Images of the batch.</param>
/// <param name="channels">Channels of an image.</param>
/// <param name="pixels">Elements of a channel of one image.</param>
internal sealed class Normalization<T>(int images, int channels, int pixels)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Elements that are worth another thread.
    private const int Grain = 1 << 14;

    /// <summary>Means and variances (divided by n, not n − 1) of all channels.</summary>
    public (T[] Mean, T[] Variance) Statistics(Strided<T> x)
    {
        var (means, variances) = (new T[channels], new T[channels]);
        ForChannels((channel, buffer) =>
        {
            double sum = 0, squares = 0;
            for (int n = 0; n < images; n++)
                sum += double.CreateTruncating(TensorPrimitives.Sum<T>(Pixels(x, n, channel)));
            T mean = T.CreateTruncating(sum / ((double)images * pixels));
            for (int n = 0; n < images; n++)
            {
                TensorPrimitives.Subtract(Pixels(x, n, channel), mean, buffer);
                squares += double.CreateTruncating(TensorPrimitives.SumOfSquares<T>(buffer));
            }

            means[channel] = mean;
            variances[channel] = T.CreateTruncating(squares / ((double)images * pixels));
        });
        return (means, variances);
    }

    /// <summary>y = (x − mean) · scale + shift; no shift where there is none.</summary>
    public void Apply(Strided<T> x, T[] mean, T[] scale, T[]? shift, Strided<T> y) => ForChannels((channel, _) =>
    {
        for (int n = 0; n < images; n++)
        {
            var target = Pixels(y, n, channel);
            TensorPrimitives.Subtract(Pixels(x, n, channel), mean[channel], target);
            TensorPrimitives.Multiply(target, scale[channel], target);
            if (shift is not null)
                TensorPrimitives.Add(target, shift[channel], target);
        }
    });

    /// <summary>Σ g and Σ g · (x − mean) of all channels.</summary>
    public (T[] Sum, T[] Product) GradientSums(Strided<T> g, Strided<T> x, T[] mean)
    {
        var (sums, products) = (new T[channels], new T[channels]);
        ForChannels((channel, buffer) =>
        {
            double sum = 0, product = 0;
            for (int n = 0; n < images; n++)
            {
                var row = Pixels(g, n, channel);
                TensorPrimitives.Subtract(Pixels(x, n, channel), mean[channel], buffer);
                sum += double.CreateTruncating(TensorPrimitives.Sum<T>(row));
                product += double.CreateTruncating(TensorPrimitives.Dot<T>(row, buffer));
            }

            (sums[channel], products[channel]) = (T.CreateTruncating(sum), T.CreateTruncating(product));
        });
        return (sums, products);
    }

    /// <summary>
    /// The gradient with respect to x of (x − mean) · r · w, where mean and r = 1 / √(variance + ε) depend on x themselves:
    /// w r (g − Σg / n − (x − mean) r² Σ g (x − mean) / n).
    /// </summary>
    public void Backward(Strided<T> g, Strided<T> x, T[] mean, T[] r, T[]? w, Strided<T> gradient)
    {
        var (sums, products) = GradientSums(g, x, mean);
        T count = T.CreateTruncating((double)images * pixels);
        ForChannels((channel, _) =>
        {
            T scale = w is null ? r[channel] : w[channel] * r[channel];
            T slope = -scale * r[channel] * r[channel] * products[channel] / count;
            T shift = -scale * sums[channel] / count;
            for (int n = 0; n < images; n++)
            {
                var target = Pixels(gradient, n, channel);
                TensorPrimitives.Subtract(Pixels(x, n, channel), mean[channel], target);
                TensorPrimitives.Multiply(target, slope, target);
                TensorPrimitives.MultiplyAdd(Pixels(g, n, channel), scale, target, target);
                TensorPrimitives.Add(target, shift, target);
            }
        });
    }

    private Span<T> Pixels(Strided<T> x, int image, int channel) => x.Slice(((image * channels) + channel) * pixels, pixels);

    private void ForChannels(Action<int, T[]> body) =>
        Workers.For(0, channels, (Grain / Math.Max(1, images * pixels)) + 1, (from, to) =>
        {
            var buffer = new T[pixels];
            for (int channel = from; channel < to; channel++)
                body(channel, buffer);
        });
}
