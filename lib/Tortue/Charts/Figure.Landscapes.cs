using System.Numerics;

namespace Tortue.Charts;

public sealed partial class Figure
{
    /// <summary>
    /// Adds a function of two variables as a map: the areas between lines of equal value are coloured. Lines and points added to the
    /// same figure lie over it, for example a path. Values that are not finite leave a gap; a grid of more than
    /// <see cref="MaximumCells"/> values is reduced as that of a heat map.
    /// </summary>
    /// <remarks>
    /// The levels are round numbers. In a row of maps whose colours mean the same (title, colours, scale, range) only the last one has
    /// a colour bar; give all of them the same <paramref name="min"/> and <paramref name="max"/> where colours are to be compared.
    /// </remarks>
    /// <typeparam name="TX">Type of the positions along x: any number.</typeparam>
    /// <typeparam name="TY">Type of the positions along y: any number.</typeparam>
    /// <typeparam name="TZ">Type of the values: any number.</typeparam>
    /// <param name="x">Positions of the columns, in the unit of the x axis; at least two.</param>
    /// <param name="y">Positions of the rows, in the unit of the y axis; at least two.</param>
    /// <param name="z">Values, one row for each of <paramref name="y"/> and one column for each of <paramref name="x"/>.</param>
    /// <param name="colorTitle">What the colour says, with its unit.</param>
    /// <param name="scale">Whether levels have equal differences or, on a logarithmic scale, equal ratios. Default: linear.</param>
    /// <param name="levels">At most about how many lines of equal value, 2 to 100. Default: 20.</param>
    /// <param name="colors">The colours.</param>
    /// <param name="min">Value of the first colour, which smaller ones share; by default a round number below the smallest.</param>
    /// <param name="max">Value of the last colour, which larger ones share; by default a round number above the largest.</param>
    /// <exception cref="ArgumentException">The shape of z does not fit x and y, or min is not below max, or an end is not positive on a
    /// logarithmic scale.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of levels is out of range.</exception>
    public Figure Contour<TX, TY, TZ>(
        IEnumerable<TX> x,
        IEnumerable<TY> y,
        TZ[,] z,
        string colorTitle,
        AxisScale scale = AxisScale.Linear,
        int levels = 20,
        HeatmapColors colors = HeatmapColors.Sequential,
        double? min = null,
        double? max = null)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
        where TZ : INumberBase<TZ>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, 100);
        var (xs, ys, zs) = Landscape(nameof(Contour), colorTitle, scale, min, max, x, y, z);
        return Adding(new ContourTrace(xs, ys, zs, colorTitle, levels) { Scale = scale, Colors = colors, Min = min, Max = max });
    }

    /// <summary>
    /// Shows a function of two variables as a surface in space, which the reader can turn. It needs a panel of its own, alone or in a
    /// row; <see cref="XAxis"/> and <see cref="YAxis"/> name the two axes of the plane. Values that are not finite leave a hole.
    /// </summary>
    /// <remarks>
    /// Colours repeat the height, with the same meaning and the same bar as those of <see
    /// cref="Contour{TX,TY,TZ}(IEnumerable{TX},IEnumerable{TY},TZ[,],string,AxisScale,int,HeatmapColors,double?,double?)"/>.
    /// </remarks>
    /// <typeparam name="TX">Type of the positions along x: any number.</typeparam>
    /// <typeparam name="TY">Type of the positions along y: any number.</typeparam>
    /// <typeparam name="TZ">Type of the values: any number.</typeparam>
    /// <param name="x">Positions of the columns, in the unit of the x axis; at least two.</param>
    /// <param name="y">Positions of the rows, in the unit of the y axis; at least two.</param>
    /// <param name="z">Heights, one row for each of <paramref name="y"/> and one column for each of <paramref name="x"/>.</param>
    /// <param name="heightTitle">What the height says, with its unit: title of the upright axis and of the colours.</param>
    /// <param name="scale">Whether equal differences or equal ratios take equal heights. Default: linear.</param>
    /// <param name="colors">The colours.</param>
    /// <param name="min">Height of the floor, to which lower values are raised; by default a round number below the smallest.</param>
    /// <param name="max">Height of the ceiling, at which higher values are cut off; by default a round number above the largest.</param>
    /// <param name="turn">Where the reader first stands, in degrees from the x axis towards the y axis. Default: −60.</param>
    /// <param name="elevation">How high the reader first stands, 0 to 90 degrees above the plane. Default: 28.</param>
    /// <exception cref="ArgumentException">The shape of z does not fit x and y, or min is not below max, or an end is not positive on a
    /// logarithmic scale, or the figure has other series, lines or notes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The elevation is out of range.</exception>
    public Figure Surface<TX, TY, TZ>(
        IEnumerable<TX> x,
        IEnumerable<TY> y,
        TZ[,] z,
        string heightTitle,
        AxisScale scale = AxisScale.Linear,
        HeatmapColors colors = HeatmapColors.Sequential,
        double? min = null,
        double? max = null,
        double turn = -60,
        double elevation = 28)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
        where TZ : INumberBase<TZ>
    {
        Input.Finite(nameof(Surface), nameof(turn), turn);
        if (elevation is not (>= 0 and <= 90))
            throw new ArgumentOutOfRangeException(nameof(elevation), elevation, Input.Text(ChartsText.BadElevation, elevation));
        var (xs, ys, zs) = Landscape(nameof(Surface), heightTitle, scale, min, max, x, y, z);
        return Adding(new SurfaceTrace(xs, ys, zs, heightTitle)
        {
            Scale = scale,
            Colors = colors,
            Min = min,
            Max = max,
            Turn = turn,
            Elevation = elevation,
        });
    }

    private static (double[] X, double[] Y, double[,] Z) Landscape<TX, TY, TZ>(
        string method, string title, AxisScale scale, double? min, double? max, IEnumerable<TX> x, IEnumerable<TY> y, TZ[,] z)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
        where TZ : INumberBase<TZ>
    {
        ArgumentNullException.ThrowIfNull(title);
        Input.Range(method, title, min, max);
        if (scale == AxisScale.Log && (min <= 0 || max <= 0))
            throw Input.Error(ChartsText.LogEndNotPositive, method, title, min <= 0 ? min : max);
        var grid = Input.Grid(method, title, x, y, z);
        return Math.Min(grid.X.Length, grid.Y.Length) >= 2 ? grid
            : throw Input.Error(ChartsText.TooFewLines, method, grid.Y.Length, grid.X.Length);
    }
}
