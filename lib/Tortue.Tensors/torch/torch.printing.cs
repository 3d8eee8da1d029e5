using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    private static TensorStringStyle style = TorchSharp.TensorStringStyle.Julia;

    /// <summary>Sets how tensors are written where the caller does not say. What is null stays.</summary>
    /// <param name="style">The style; not <see cref="TensorStringStyle.Default"/>.</param>
    /// <param name="floatFormat">The .NET format of floating-point numbers; g5 at first.</param>
    /// <param name="linewidth">The width of a line in characters, at least 1; 100 at first.</param>
    /// <param name="newLine">What ends a line; the environment's at first.</param>
    /// <param name="maxRows">Of a dimension of more rows the first and the last are written; at least 2, 6 at first.</param>
    /// <param name="maxColumns">Of a row of more numbers the first and the last are written; at least 2, 6 at first.</param>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null,
        int? maxColumns = null)
    {
        if (style is { } chosen)
            TensorStringStyle = chosen;
        PrintOptions.Set(floatFormat, linewidth, newLine, maxRows, maxColumns);
    }

    /// <summary>Sets how tensors are written where the caller does not say. What is null stays.</summary>
    /// <param name="precision">Digits after the point of floating-point numbers, not negative.</param>
    /// <param name="linewidth">The width of a line in characters, at least 1; 100 at first.</param>
    /// <param name="newLine">What ends a line; the environment's at first.</param>
    /// <param name="sci_mode">Whether numbers have an exponent.</param>
    /// <param name="maxRows">Of a dimension of more rows the first and the last are written; at least 2, 6 at first.</param>
    /// <param name="maxColumns">Of a row of more numbers the first and the last are written; at least 2, 6 at first.</param>
    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(precision);
        PrintOptions.Set($"{(sci_mode ? 'E' : 'F')}{precision}", linewidth, newLine, maxRows, maxColumns);
    }
}
