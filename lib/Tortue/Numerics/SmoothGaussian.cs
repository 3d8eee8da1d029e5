namespace Tortue.Numerics;

/// <summary>
/// Independent smooth random functions of a time in [0, 1], all evaluated at once wherever one asks: stationary Gaussian functions of mean
/// 0 with the covariance (1 − τ²/v) exp(−τ²/(2v)) times a variance. That is the covariance of the derivative of a Gaussian process with the
/// kernel exp(−(x − y)²/(2v)), divided by its standard deviation, and so the limit of <see cref="StationaryGaussian.RbfIncrements"/> for
/// short steps.
/// </summary>
/// <remarks>
/// A function is a sum of cosines and sines with independent normal amplitudes: S. O. Rice, "Mathematical analysis of random noise", Bell
/// System Technical Journal 23 (1944). With the period <see cref="Period"/> the covariance is periodic too, which on [0, 1] changes it by
/// less than (1/v) exp(−1/(2v)): 10⁻¹⁹ for v = 0.01. Frequencies whose share of the variance is below <see cref="Negligible"/> are left
/// out and the others take theirs over; for v = 0.01 there are 21 of them.
/// </remarks>
internal sealed class SmoothGaussian
{
    /// <summary>The period of the functions.</summary>
    public const double Period = 2;

    /// <summary>The share of the variance below which a frequency is left out.</summary>
    public const double Negligible = 1e-9;

    private readonly double[] _deviations;
    private readonly double[] _amplitudes;
    private readonly int _count;

    /// <summary>Draws functions.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="deviation">The standard deviation of every value, finite and positive.</param>
    /// <param name="variance">v, above 0 and at most <see cref="StationaryGaussian.LargestRbfVariance"/>.</param>
    /// <param name="counter">Where in the random generator they begin; its lowest word counts up, by half of count · <see
    /// cref="Frequencies"/>.</param>
    /// <param name="key">The generator's key.</param>
    public SmoothGaussian(int count, float deviation, double variance, PhiloxCounter counter, ulong key)
    {
        _count = count;
        _deviations = [.. Shares(variance).Select(Math.Sqrt)];
        var drawn = new float[2 * _deviations.Length * count];
        Philox4x32.FillNormal(drawn, deviation, counter, key);
        _amplitudes = Array.ConvertAll(drawn, amplitude => (double)amplitude);
    }

    /// <summary>How many frequencies m π the functions have, m = 1, 2, ….</summary>
    public int Frequencies => _deviations.Length;

    /// <summary>The values of all functions at a time.</summary>
    /// <param name="time">From 0 to 1.</param>
    /// <param name="values">Receives one value for each function.</param>
    public void At(double time, Span<double> values)
    {
        values.Clear();
        for (var i = 0; i < _deviations.Length; i++)
        {
            var (sine, cosine) = Math.SinCos(Frequency(i) * time);
            DoubleVectors.AddScaled(_amplitudes.AsSpan(2 * i * _count, _count), _deviations[i] * cosine, values);
            DoubleVectors.AddScaled(_amplitudes.AsSpan((2 * i + 1) * _count, _count), _deviations[i] * sine, values);
        }
    }

    /// <summary>The shares of the frequencies in the variance of a function; their sum is 1.</summary>
    /// <param name="variance">v.</param>
    public static IReadOnlyList<double> Shares(double variance)
    {
        // The Fourier transform of the covariance is √(2πv) v ω² exp(−vω²/2), highest at ω² = 2/v.
        var shares = new List<double>();
        for (var i = 0; ; i++)
        {
            var square = variance * Frequency(i) * Frequency(i);
            var share = 2 / Period * Math.Sqrt(2 * Math.PI * variance) * square * Math.Exp(-square / 2);
            if (share < Negligible && square > 2)
                break;
            shares.Add(share);
        }

        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    private static double Frequency(int index) => 2 * Math.PI / Period * (index + 1);
}
