using TorchSharp;
using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>How many numbers are spread around 0.</summary>
/// <param name="Deviation">Their standard deviation.</param>
/// <param name="Reach">Half the width of the histogram, which is centred at 0.</param>
/// <param name="Counts">How many numbers lie in each of its bins, from −<paramref name="Reach"/> to <paramref name="Reach"/>; empty when it
/// was not kept.</param>
public sealed record Spread(double Deviation, double Reach, IReadOnlyList<int> Counts)
{
    private const int Bins = 61;

    // Of a normal law one number in 16,000 lies further out.
    private const double DeviationsInReach = 4;

    /// <summary>The middles of the histogram's bins, in the numbers' unit.</summary>
    public IEnumerable<double> Middles() => Counts.Select((_, bin) => Reach * ((2 * bin + 1.0) / Counts.Count - 1));

    /// <summary>Each bin's count over the largest.</summary>
    public IEnumerable<double> Heights() => Counts.Select(count => (double)count / Counts.Max());

    /// <summary>The spread of all numbers of a tensor.</summary>
    /// <param name="values">A tensor of any shape.</param>
    /// <param name="binned">Whether to keep a histogram.</param>
    internal static Spread Of(Tensor values, bool binned)
    {
        using var scope = NewDisposeScope();
        var flat = values.detach().flatten();
        double deviation = SignificantDigits.Round(flat.std(unbiased: false).ToDouble());
        if (!binned || deviation == 0)
            return new(deviation, 0, []);
        double reach = SignificantDigits.Round(Math.Min(DeviationsInReach * deviation, flat.abs().max().ToDouble()));
        var counts = new int[Bins];
        foreach (float value in flat.data<float>())
        {
            int bin = (int)Math.Floor((value / reach + 1) / 2 * Bins);
            if (bin is >= 0 and < Bins)
                counts[bin]++;
        }

        return new(deviation, reach, counts);
    }
}
