using MathNet.Numerics.Distributions;

namespace Tortue.Experiments;

/// <summary>How many of some independent trials succeeded, and what that says of the probability.</summary>
/// <remarks>
/// The limits are those of C. J. Clopper and E. S. Pearson, Biometrika 26 (1934): whatever the probability is, it lies below
/// <see cref="AtLeast"/> in at most one of forty samples, and above <see cref="AtMost"/> in at most one of forty.
/// </remarks>
/// <param name="Successes">How many succeeded.</param>
/// <param name="Count">How many there were, at least 1.</param>
public readonly record struct CountedShare(int Successes, int Count)
{
    // One of forty on each side: 95 % between the limits.
    private const double Tail = 0.025;

    /// <summary>The share that succeeded, 0 to 1.</summary>
    public double Share => Successes / (double)Count;

    /// <summary>The lower limit of the probability.</summary>
    public double AtLeast => Successes == 0 ? 0 : Beta.InvCDF(Successes, Count - Successes + 1, Tail);

    /// <summary>The upper limit of the probability.</summary>
    public double AtMost => Successes == Count ? 1 : Beta.InvCDF(Successes + 1, Count - Successes, 1 - Tail);

    /// <summary>How many trials must all succeed for the lower limit to reach a probability.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    public static int SmallestCount(double probability) => (int)Math.Ceiling(Math.Log(Tail) / Math.Log(probability));
}
