using Tortue.Tensors.Kernels;
using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>Vectors are normalised row by row: to the bits of one channel after the other, whatever the registers and threads.</summary>
[Collection(WorkersCollection.Name)]
public class NormalizationColumnsTests
{
    private const int Images = 300, Channels = 77;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RowsGiveTheBitsOfChannels(bool weighted)
    {
        var chance = new Random(1);
        float[] Drawn(int count) => [.. Enumerable.Range(0, count).Select(_ => (chance.NextSingle() * 4) - 1)];
        var (x, g) = (Drawn(Images * Channels), Drawn(Images * Channels));
        var (w, b) = weighted ? (Drawn(Channels), Drawn(Channels)) : (null, null);
        EveryWidth.Do(_ =>
        {
            var (y, gradient, applied) = (new float[x.Length], new float[x.Length], new float[x.Length]);
            var kernel = new Normalization<float>(Images, Channels, 1);
            var (mean, variance, r) = kernel.Normalize(Matrix(x), 1e-5f, w, b, Matrix(y));
            var (sums, products) = kernel.Backward(Matrix(g), Matrix(x), mean, r, w, Matrix(gradient));
            kernel.Apply(Matrix(x), mean, r, null, Matrix(applied));
            var again = kernel.GradientSums(Matrix(g), Matrix(x), mean);
            Assert.Equal(sums, again.Sum);
            Assert.Equal(products, again.Product);
            for (int c = 0; c < Channels; c++)
                Check(c, x, g, w, b, (mean[c], variance[c], r[c]), (sums[c], products[c]), y, gradient, applied);
        });
    }

    // One channel after the other, row by row in plain arithmetic.
    private static void Check(
        int c, float[] x, float[] g, float[]? w, float[]? b, (float Mean, float Variance, float R) moments,
        (float Sum, float Product) sums, float[] y, float[] gradient, float[] applied)
    {
        double mean = 0, squares = 0, sum = 0, product = 0;
        for (int n = 0; n < Images; n++)
        {
            double difference = x[(n * Channels) + c] - mean;
            mean += difference / (n + 1);
            squares += difference * difference * n / (n + 1);
        }

        var (m, v) = ((float)mean, (float)(squares / Images));
        float r = 1 / MathF.Sqrt(v + 1e-5f);
        Assert.Equal((m, v, r), moments);
        for (int n = 0; n < Images; n++)
        {
            sum += g[(n * Channels) + c];
            product += g[(n * Channels) + c] * (x[(n * Channels) + c] - m);
        }

        Assert.Equal(((float)sum, (float)product), sums);
        float scale = w is null ? r : w[c] * r;
        float slope = -scale * r * r * sums.Product / Images, shift = -scale * sums.Sum / Images;
        for (int n = 0; n < Images; n++)
        {
            int at = (n * Channels) + c;
            Assert.Equal(((x[at] - m) * scale) + (b is null ? 0 : b[c]), y[at]);
            Assert.Equal((x[at] - m) * r, applied[at]);
            Assert.Equal((g[at] * scale) + ((x[at] - m) * slope) + shift, gradient[at]);
        }
    }

    private static Strided<float> Matrix(float[] values) => new(values, 0, [Images, Channels], [Channels, 1]);
}
