using System.Globalization;
using System.Numerics;

namespace Tortue.Charts;

/// <summary>Takes what callers give as numbers of double precision, or says in one sentence what is wrong with it.</summary>
internal static class Input
{
    public static (double[] X, double[] Y) Points<TX, TY>(string method, string? name, IEnumerable<TX> x, IEnumerable<TY> y)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var xs = Numbers(method, name, nameof(x), x);
        var ys = Numbers(method, name, nameof(y), y);
        SameLength(method, name, nameof(x), xs, nameof(y), ys);
        return (xs, ys);
    }

    public static (double[] X, double[] Lower, double[] Upper) Band<TX, TY>(
        string? name, IEnumerable<TX> x, IEnumerable<TY> lower, IEnumerable<TY> upper)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        const string Method = nameof(Figure.Band);
        var (xs, lows) = Points(Method, name, x, lower);
        var highs = Numbers(Method, name, nameof(upper), upper);
        SameLength(Method, name, nameof(x), xs, nameof(upper), highs);
        for (var i = 0; i < xs.Length; i++)
        {
            if (lows[i] > highs[i])
                throw Error(ChartsText.BandUpsideDown, Where(Method, name), i, lows[i], highs[i]);
        }
        return (xs, lows, highs);
    }

    public static (double[] X, double[] Y, double[,] Z) Grid<TX, TY, TZ>(
        string method, string name, IEnumerable<TX> x, IEnumerable<TY> y, TZ[,] z)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
        where TZ : INumberBase<TZ>
    {
        ArgumentNullException.ThrowIfNull(z);
        var xs = Numbers(method, name, nameof(x), x);
        var ys = Numbers(method, name, nameof(y), y);
        var (rows, columns) = (z.GetLength(0), z.GetLength(1));
        if (rows != ys.Length || columns != xs.Length)
            throw Error(ChartsText.GridShape, Where(method, name), rows, columns, ys.Length, xs.Length);
        var zs = new double[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                zs[row, column] = double.CreateSaturating(z[row, column]);
        }
        return (xs, ys, zs);
    }

    public static double[] Numbers<T>(string method, string? name, string argument, IEnumerable<T> values)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(values, argument);
        var numbers = values.Select(value => double.CreateSaturating(value)).ToArray();
        return numbers.Length > 0 ? numbers : throw Error(ChartsText.Empty, Where(method, name), argument);
    }

    public static void Range(string method, string? name, double? min, double? max)
    {
        if (min is { } low)
            Finite(method, nameof(min), low);
        if (max is { } high)
            Finite(method, nameof(max), high);
        if (min >= max)
            throw Error(ChartsText.RangeEmpty, Where(method, name), min, max);
    }

    public static void Finite(string method, string argument, double value)
    {
        if (!double.IsFinite(value))
            throw Error(ChartsText.NotFinite, method, argument, value);
    }

    public static ArgumentException Error(string format, params ReadOnlySpan<object?> values) => new(Text(format, values));

    /// <summary>A text with its numbers, the same in every culture.</summary>
    public static string Text(string format, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, format, values);

    private static void SameLength(string method, string? name, string first, double[] firsts, string second, double[] seconds)
    {
        if (firsts.Length != seconds.Length)
            throw Error(ChartsText.LengthsDiffer, Where(method, name), first, firsts.Length, second, seconds.Length);
    }

    private static string Where(string method, string? name) => string.IsNullOrEmpty(name) ? method : $"{method} \"{name}\"";
}
