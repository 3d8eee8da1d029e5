using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>The middle of a sample whose mean would say nothing, as single networks decide it; to five significant digits.</summary>
/// <param name="Quantile10">A tenth of the numbers lie below.</param>
/// <param name="Median">Half of them lie below.</param>
/// <param name="Quantile90">A tenth of them lie above.</param>
public sealed record MiddleOfSample(double Quantile10, double Median, double Quantile90)
{
    internal static MiddleOfSample Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double At(double probability) => SignificantDigits.Round(SampleSummary.Quantile(sorted, probability));
        return new(At(0.1), At(0.5), At(0.9));
    }
}
