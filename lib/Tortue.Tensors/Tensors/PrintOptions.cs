using System.Globalization;

namespace Tortue.Tensors;

/// <summary>How tensors are written where the caller does not say; set by <c>torch.set_printoptions</c>.</summary>
internal static class PrintOptions
{
    /// <summary>The format of floating-point numbers.</summary>
    public static string FloatFormat { get; private set; } = "g5";

    /// <summary>The width of a line in characters.</summary>
    public static int LineWidth { get; private set; } = 100;

    /// <summary>What ends a line, if it was set.</summary>
    public static string? NewLine { get; private set; }

    /// <summary>Of a dimension of more rows, the first and the last are written.</summary>
    public static int MostRows { get; private set; } = 6;

    /// <summary>Of a row of more numbers, the first and the last are written.</summary>
    public static int MostColumns { get; private set; } = 6;

    /// <summary>Sets what is not null, once all of it was found to be in range.</summary>
    public static void Set(string? floatFormat, int? lineWidth, string? newLine, int? mostRows, int? mostColumns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lineWidth ?? 1, 1, "linewidth");
        ArgumentOutOfRangeException.ThrowIfLessThan(mostRows ?? 2, 2, "maxRows");
        ArgumentOutOfRangeException.ThrowIfLessThan(mostColumns ?? 2, 2, "maxColumns");
        _ = 0.5.ToString(floatFormat, CultureInfo.InvariantCulture);
        FloatFormat = floatFormat ?? FloatFormat;
        LineWidth = lineWidth ?? LineWidth;
        NewLine = newLine ?? NewLine;
        MostRows = mostRows ?? MostRows;
        MostColumns = mostColumns ?? MostColumns;
    }
}
