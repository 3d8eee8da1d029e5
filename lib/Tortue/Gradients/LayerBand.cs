using Tortue.Experiments;

namespace Tortue.Gradients;

/// <summary>A quantity over the layers of several networks, layer 1 first.</summary>
/// <param name="Low">The 10 % quantile of the networks.</param>
/// <param name="Median">The median.</param>
/// <param name="High">The 90 % quantile.</param>
public sealed record LayerBand(IReadOnlyList<double> Low, IReadOnlyList<double> Median, IReadOnlyList<double> High)
{
    /// <summary>The quantiles of each layer, to four digits.</summary>
    internal static LayerBand Of(IEnumerable<double[]> networks)
    {
        var measured = networks.ToArray();
        var layers = Enumerable.Range(0, measured[0].Length)
            .Select(l => SampleSummary.Of(measured.Select(network => network[l])))
            .ToArray();
        return new(Rounded(layer => layer.Quantile10), Rounded(layer => layer.Median), Rounded(layer => layer.Quantile90));

        double[] Rounded(Func<SampleSummary, double> quantile) => [.. layers.Select(layer => SignificantDigits.Round(quantile(layer), 4))];
    }
}
