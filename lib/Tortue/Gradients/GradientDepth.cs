namespace Tortue.Gradients;

/// <summary>What <see cref="ShatteredGradients"/> measured at one depth, over all its networks.</summary>
/// <param name="Depth">L: hidden layers, or residual blocks.</param>
/// <param name="Correlation">The mean of E[g_i g_j] over pairs of different points, divided by the mean of E[g_i²].</param>
/// <param name="CorrelationError">Its standard error over networks, by the jackknife.</param>
/// <param name="Variance">The mean of E[g_i²], in units of that of the first layer.</param>
/// <param name="CoActive">Share of the units of the last hidden layer that are active at both points of a pair, 0 to ½.</param>
/// <param name="Autocorrelation">For each lag from 0, in steps of the grid; empty for unrelated inputs.</param>
/// <param name="AutocorrelationErrors">Their standard errors over networks, by the jackknife.</param>
public sealed record GradientDepth(
    int Depth,
    double Correlation,
    double CorrelationError,
    double Variance,
    double CoActive,
    IReadOnlyList<double> Autocorrelation,
    IReadOnlyList<double> AutocorrelationErrors)
{
    private const int Digits = 5;

    /// <summary>The result of several networks: sums are averaged over the networks before they are divided.</summary>
    internal static GradientDepth Of(int depth, int points, IReadOnlyList<GradientMeasure> networks)
    {
        var squares = networks.Select(network => network.Squares).ToArray();
        var correlation = Ratio([.. networks.Select(network => network.Pairs)], squares);
        var autocorrelation = Enumerable.Range(0, networks[0].Autocovariances.Count)
            .Select(lag => Ratio(
                [.. networks.Select(network => network.Autocovariances[lag])],
                [.. networks.Select(network => network.Autocovariances[0])]))
            .ToArray();
        return new(
            depth,
            Rounded(correlation.Value),
            Rounded(correlation.Error),
            Rounded(squares.Average() / points),
            Rounded(networks.Average(network => network.CoActive)),
            [.. autocorrelation.Select(ratio => Rounded(ratio.Value))],
            [.. autocorrelation.Select(ratio => Rounded(ratio.Error))]);
    }

    /// <summary>A ratio of sums, and its standard error by leaving out one network after the other.</summary>
    internal static (double Value, double Error) Ratio(IReadOnlyList<double> above, IReadOnlyList<double> below)
    {
        double top = above.Sum(), bottom = below.Sum();
        var without = above.Zip(below, (a, b) => (top - a) / (bottom - b)).ToArray();
        double mean = without.Average(), spread = without.Sum(value => (value - mean) * (value - mean));
        return (top / bottom, Math.Sqrt(spread * (without.Length - 1) / without.Length));
    }

    /// <summary>A number with as many digits as are worth keeping.</summary>
    internal static double Rounded(double value) =>
        value == 0 || !double.IsFinite(value) ? value : double.Parse(value.ToString($"G{Digits}", Culture), Culture);

    private static System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.InvariantCulture;
}
