using System.Globalization;
using System.Text.Json.Serialization;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// How a weight of the layers depends on those in the same place of the layers before it. Along the depth, every entry of V and W follows
/// a random path of its own, independent of all others, with the standard deviation 1/√d in every layer.
/// </summary>
[JsonConverter(typeof(WeightPathJsonConverter))]
public sealed record WeightPath
{
    /// <summary>The variance v of the kernel of <see cref="Smooth"/>, as in the authors' settings.</summary>
    public const double RbfVariance = 0.01;

    private const string Noise = "fbm(";

    private WeightPath(string name, double? hurst = null)
    {
        Name = name;
        Hurst = hurst;
    }

    /// <summary>Every layer is drawn anew, by the law of <see cref="ResidualShape.Law"/>.</summary>
    public static WeightPath Independent { get; } = new("iid");

    /// <summary>
    /// Samples of a smooth function: increments of a Gaussian process on [0, 1] with the kernel exp(−(x − y)²/(2 v)), v =
    /// <see cref="RbfVariance"/>.
    /// </summary>
    public static WeightPath Smooth { get; } = new("rbf");

    /// <summary>How it is written: "iid", "rbf", "fbm(0.3)".</summary>
    public string Name { get; }

    /// <summary>The Hurst exponent of fractional noise; null for other paths.</summary>
    public double? Hurst { get; }

    /// <summary>Whether the layers are independent: also fractional noise of H = ½ is white.</summary>
    public bool IsIndependent => this == Independent || Hurst is 0.5;

    /// <summary>
    /// The exponent β of α_L = L^(−β) at which the paper says that a deep network neither explodes nor is the identity: ½ for independent
    /// weights, 1 for smooth ones; null where it says none.
    /// </summary>
    public double? CriticalBeta => IsIndependent ? 0.5 : this == Smooth ? 1 : null;

    /// <summary>Increments of fractional Brownian motion.</summary>
    /// <param name="hurst">The Hurst exponent H, strictly between 0 and 1: rougher than independent weights below ½, smoother above.</param>
    /// <exception cref="ArgumentException">H is out of its range.</exception>
    public static WeightPath Fractional(double hurst)
    {
        if (!(hurst is > 0 and < 1))
            throw new ArgumentException(Text.Format(DepthScalingText.BadHurst, hurst));
        return new(string.Create(CultureInfo.InvariantCulture, $"{Noise}{hurst})"), hurst);
    }

    /// <summary>Reads a path as <see cref="Name"/> writes it.</summary>
    /// <param name="name">For example "rbf" or "fbm(0.3)".</param>
    /// <exception cref="ArgumentException">There is no such path.</exception>
    public static WeightPath Parse(string name)
    {
        if (name.StartsWith(Noise, StringComparison.Ordinal) && name.EndsWith(')')
            && double.TryParse(name[Noise.Length..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var hurst))
        {
            return Fractional(hurst);
        }

        return new[] { Independent, Smooth }.FirstOrDefault(known => known.Name == name)
            ?? throw new ArgumentException(Text.Format(DepthScalingText.UnknownPath, name));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The law of an entry's path through a number of layers, of variance 1; null where every layer is drawn by itself.</summary>
    internal StationaryGaussian? Law(int depth) =>
        Hurst is { } hurst ? StationaryGaussian.FractionalNoise(depth, hurst)
        : this == Smooth ? StationaryGaussian.RbfIncrements(depth, RbfVariance)
        : null;
}
