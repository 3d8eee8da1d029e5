using System.Numerics;

namespace Tortue.Charts;

public sealed partial class Figure
{
    /// <summary>
    /// Adds the distribution of some values. The bins are of equal width along the axis, and the same for all histograms of the chart
    /// and for all steps of its slider: they cover all their finite values, or <paramref name="min"/> to <paramref name="max"/>. The
    /// legend tells how many values were left out because they are not finite or lie outside.
    /// </summary>
    /// <typeparam name="T">Type of the values: any number.</typeparam>
    /// <param name="values">The values, in the unit of the x axis; at least one.</param>
    /// <param name="name">Text of the legend; none when omitted.</param>
    /// <param name="bins">Number of bins, 1 to 500; of several histograms in one chart the largest counts. 40 by default.</param>
    /// <param name="height">What the bars' heights say; by default counts.</param>
    /// <param name="min">Lower end of the first bin; by default the smallest value.</param>
    /// <param name="max">Upper end of the last bin; by default the largest value.</param>
    /// <param name="color">A colour; by default the next free one.</param>
    /// <exception cref="ArgumentException">There are no values, or min is not below max.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of bins is out of range.</exception>
    public Figure Histogram<T>(
        IEnumerable<T> values,
        string? name = null,
        int bins = 40,
        HistogramHeight height = HistogramHeight.Count,
        double? min = null,
        double? max = null,
        SeriesColor? color = null)
        where T : INumberBase<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, 500);
        Input.Range(nameof(Histogram), name, min, max);
        var numbers = Input.Numbers(nameof(Histogram), name, nameof(values), values);
        return Adding(new HistogramTrace(numbers, bins, height, min, max) { Name = name, Color = color });
    }

    /// <summary>
    /// Adds a grid of coloured cells. A grid of more than <see cref="MaximumCells"/> cells is reduced: blocks of neighbouring cells
    /// become one with the mean of their finite values. Cells that are not finite stay empty.
    /// </summary>
    /// <typeparam name="TX">Type of the positions along x: any number.</typeparam>
    /// <typeparam name="TY">Type of the positions along y: any number.</typeparam>
    /// <typeparam name="TZ">Type of the values: any number.</typeparam>
    /// <param name="x">Centres of the columns, in the unit of the x axis.</param>
    /// <param name="y">Centres of the rows, in the unit of the y axis.</param>
    /// <param name="z">Values, one row for each of <paramref name="y"/> and one column for each of <paramref name="x"/>.</param>
    /// <param name="colorTitle">What the colour says, with its unit.</param>
    /// <param name="colors">The colours.</param>
    /// <param name="min">Value of the first colour; by default the smallest.</param>
    /// <param name="max">Value of the last colour; by default the largest.</param>
    /// <exception cref="ArgumentException">The shape of z does not fit x and y, or min is not below max.</exception>
    public Figure Heatmap<TX, TY, TZ>(
        IEnumerable<TX> x,
        IEnumerable<TY> y,
        TZ[,] z,
        string colorTitle,
        HeatmapColors colors = HeatmapColors.Sequential,
        double? min = null,
        double? max = null)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
        where TZ : INumberBase<TZ>
    {
        ArgumentNullException.ThrowIfNull(colorTitle);
        Input.Range(nameof(Heatmap), colorTitle, min, max);
        var (xs, ys, zs) = Input.Grid(nameof(Heatmap), colorTitle, x, y, z);
        return Adding(new HeatmapTrace(xs, ys, zs, colorTitle) { Colors = colors, Min = min, Max = max });
    }
}
