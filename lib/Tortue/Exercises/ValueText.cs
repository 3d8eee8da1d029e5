using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using TorchSharp;

namespace Tortue.Exercises;

/// <summary>Values in messages: short, in the notation of the course.</summary>
internal static class ValueText
{
    private const int MostItems = 8;

    /// <summary>A value; long lists are cut.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        double number => Number(number),
        float number => Number(number),
        bool yes => yes ? "true" : "false",
        string text => $"\"{text}\"",
        torch.Tensor tensor => tensor.ToString(TorchSharp.TensorStringStyle.Numpy),
        Array { Rank: 2 } matrix => List(Enumerable.Range(0, matrix.GetLength(0)).Select(row => Of(Row(matrix, row)))),
        IEnumerable items => List(items.Cast<object?>().Select(Of)),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))})",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The arguments of a call by name, for example "z = [1, 2], k = 3".</summary>
    public static string Arguments(IReadOnlyList<string> names, object? input) =>
        names.Count > 1 && input is ITuple tuple
            ? string.Join(", ", names.Select((name, i) => $"{name} = {Of(tuple[i])}"))
            : $"{names[0]} = {Of(input)}";

    private static string Number(double number) =>
        number.ToString("G5", CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal);

    private static object?[] Row(Array matrix, int row) =>
        [.. Enumerable.Range(0, matrix.GetLength(1)).Select(column => matrix.GetValue(row, column))];

    private static string List(IEnumerable<string> items)
    {
        var some = items.Take(MostItems + 1).ToArray();
        return some.Length > MostItems ? $"[{string.Join(", ", some[..MostItems])}, …]" : $"[{string.Join(", ", some)}]";
    }
}
