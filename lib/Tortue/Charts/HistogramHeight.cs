namespace Tortue.Charts;

/// <summary>What the height of a histogram's bar says.</summary>
public enum HistogramHeight
{
    /// <summary>How many values fell into the bin.</summary>
    Count,

    /// <summary>
    /// An estimate of the probability density: count divided by the number of finite values and by the bin's width, so that the bars'
    /// areas add up to the fraction of values inside the drawn range. The width is that of the axis' own values, on a logarithmic axis
    /// too.
    /// </summary>
    Density,
}
