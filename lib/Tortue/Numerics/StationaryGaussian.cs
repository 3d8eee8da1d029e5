using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Tortue.Numerics;

/// <summary>
/// Stationary Gaussian sequences of mean 0 and variance 1, drawn exactly from their autocovariance by embedding it into that of a periodic
/// sequence, whose covariance a Fourier transform makes diagonal: R. B. Davies, D. S. Harte, "Tests for Hurst effect", Biometrika 74 (1987).
/// </summary>
/// <remarks>Immutable, so that several threads may draw from one. The same address gives the same bits on every processor.</remarks>
public sealed class StationaryGaussian
{
    /// <summary>Largest variance v of <see cref="RbfIncrements"/>: beyond it, points at the two ends of [0, 1] are no strangers.</summary>
    public const double LargestRbfVariance = 0.02;

    // Noise of the transform below this share of the largest eigenvalue counts as 0.
    private const double Negligible = 1e-6;

    private readonly Func<int, double> _autocovariance;
    private readonly LaneFourier _fourier;
    private readonly float[] _amplitudes;

    private StationaryGaussian(int length, Func<int, double> autocovariance)
    {
        if (length < 1)
            throw new ArgumentOutOfRangeException(nameof(length), length, "A sequence must have at least one number.");

        Length = length;
        _autocovariance = autocovariance;
        var period = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * length));
        _fourier = new(period);
        var eigenvalues = new Complex[period];
        for (var lag = 0; lag < period; lag++)
            eigenvalues[lag] = autocovariance(Math.Min(lag, period - lag)) / autocovariance(0);
        Fourier.Forward(eigenvalues, FourierOptions.NoScaling);
        var largest = eigenvalues.Max(value => value.Real);
        if (eigenvalues.Any(value => value.Real < -Negligible * largest))
            throw new ArgumentException("The autocovariance has no periodic embedding: it does not fade within the length.");
        _amplitudes = [.. eigenvalues.Select(value => (float)Math.Sqrt(Math.Max(0, value.Real) / period))];
    }

    /// <summary>The length of the sequences.</summary>
    public int Length { get; }

    /// <summary>Fractional Gaussian noise, the increments of fractional Brownian motion: white for H = ½, rougher below, smoother above.</summary>
    /// <param name="length">The length of the sequences, at least 1.</param>
    /// <param name="hurst">The Hurst exponent H, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length or H is out of its range.</exception>
    public static StationaryGaussian FractionalNoise(int length, double hurst)
    {
        if (!(hurst is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(hurst), hurst, "The Hurst exponent H must lie strictly between 0 and 1.");
        return new(length, lag => Power(lag + 1) / 2 - Power(lag) + Power(Math.Abs(lag - 1)) / 2);

        double Power(int k) => k == 0 ? 0 : Math.Pow(k, 2 * hurst);
    }

    /// <summary>
    /// Increments of a Gaussian process on [0, 1] with the kernel exp(−(x − y)²/(2 v)), at steps of 1/length, divided by their standard
    /// deviation: samples of a smooth function.
    /// </summary>
    /// <param name="length">The length of the sequences, at least 1.</param>
    /// <param name="variance">v, above 0 and at most <see cref="LargestRbfVariance"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length or v is out of its range.</exception>
    public static StationaryGaussian RbfIncrements(int length, double variance)
    {
        if (!(variance is > 0 and <= LargestRbfVariance))
        {
            throw new ArgumentOutOfRangeException(
                nameof(variance), variance, FormattableString.Invariant($"The variance of the kernel must be above 0 and at most {LargestRbfVariance}."));
        }

        return new(length, lag => 2 * Kernel(lag) - Kernel(lag - 1) - Kernel(lag + 1));

        double Kernel(int steps) => Math.Exp(-Math.Pow((double)steps / length, 2) / (2 * variance));
    }

    /// <summary>The covariance of two numbers of a sequence, 1 for a number and itself.</summary>
    /// <param name="lag">How far they lie apart, at least 0.</param>
    public double Autocovariance(int lag) => _autocovariance(lag) / _autocovariance(0);

    /// <summary>Draws independent sequences.</summary>
    /// <param name="destination">Receives them: number k of sequence s at k · stride + s.</param>
    /// <param name="count">How many sequences, 1 to <paramref name="stride"/>.</param>
    /// <param name="stride">From a number of a sequence to its next.</param>
    /// <param name="deviation">The standard deviation of every number, finite and positive.</param>
    /// <param name="counter">Where in the random generator they begin; its lowest word counts up, by about count · length.</param>
    /// <param name="key">The generator's key.</param>
    /// <exception cref="ArgumentException">The destination is too short for them, or they do not fit into the stride.</exception>
    public void Fill(Span<float> destination, int count, int stride, float deviation, PhiloxCounter counter, ulong key)
    {
        if (count < 1 || count > stride || destination.Length < (Length - 1) * (long)stride + count)
            throw new ArgumentException("The destination must have room for every number of every sequence.");

        var numbers = _fourier.Length * LaneFourier.Lanes;
        var blocks = numbers / Philox4x32.WordsPerBlock;
        var real = new float[numbers];
        var imaginary = new float[numbers];
        // The real and the imaginary part of a transform of complex noise are two independent draws.
        for (var first = 0; first < count; first += 2 * LaneFourier.Lanes)
        {
            Philox4x32.FillNormal(real, deviation, counter, key);
            Philox4x32.FillNormal(imaginary, deviation, counter.Advance(blocks), key);
            counter = counter.Advance(2 * blocks);
            for (var i = 0; i < numbers; i++)
            {
                real[i] *= _amplitudes[i / LaneFourier.Lanes];
                imaginary[i] *= _amplitudes[i / LaneFourier.Lanes];
            }

            _fourier.Forward(real, imaginary);
            Copy(real, destination, first, count, stride);
            Copy(imaginary, destination, first + LaneFourier.Lanes, count, stride);
        }
    }

    private void Copy(float[] lanes, Span<float> destination, int first, int count, int stride)
    {
        var width = Math.Min(LaneFourier.Lanes, count - first);
        for (var k = 0; width > 0 && k < Length; k++)
            lanes.AsSpan(k * LaneFourier.Lanes, width).CopyTo(destination[(k * stride + first)..]);
    }
}
