using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>Turns an argument of a program, which is JSON, into a value of a parameter's type.</summary>
internal static class ProgramArguments
{
    /// <summary>Names that PyTorch's Python and TorchSharp have for the same parameter.</summary>
    private static readonly Dictionary<string, string[]> OtherNames = new()
    {
        ["dim"] = ["dimensions", "dims", "dimension"],
        ["dims"] = ["dim"],
        ["dtype"] = ["type"],
        ["bias"] = ["hasBias"],
        ["input"] = ["target"],
        ["split_size"] = ["size"],
        ["size"] = ["sizes", "shape", "size"],
        ["equal_nan"] = ["nanEqual"],
        ["stride"] = ["strides", "stride"],
        ["pos_weight"] = ["pos_weights"],
    };

    /// <summary>The argument's name here, or null when the method has no such parameter.</summary>
    public static string? NameIn(IReadOnlyCollection<string> parameters, string name) =>
        parameters.Contains(name) ? name
        : OtherNames.TryGetValue(name, out var others) ? Array.Find(others, parameters.Contains)
        : null;

    /// <summary>Whether the argument fits, and its value.</summary>
    public static bool TryConvert(JsonElement argument, Type type, IReadOnlyList<Tensor> variables, out object? value)
    {
        value = Convert(argument, Nullable.GetUnderlyingType(type) ?? type, variables);
        var nullable = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        return value is not null || (argument.ValueKind == JsonValueKind.Null && nullable);
    }

    /// <summary>Positions of an indexer: numbers, "a:b:c", "...", null, truth values, and "tN" for variable N.</summary>
    public static TensorIndex[] Positions(JsonElement at, IReadOnlyList<Tensor> variables) =>
        [.. at.EnumerateArray().Select(p => Position(p, variables))];

    private static TensorIndex Position(JsonElement position, IReadOnlyList<Tensor> variables)
    {
        switch (position.ValueKind)
        {
            case JsonValueKind.Number:
                return TensorIndex.Single(position.GetInt64());
            case JsonValueKind.Null:
                return TensorIndex.None;
            case JsonValueKind.True or JsonValueKind.False:
                return TensorIndex.Bool(position.GetBoolean());
            default:
                var text = position.GetString()!;
                if (text == "...")
                    return TensorIndex.Ellipsis;
                if (text[0] == 't')
                    return TensorIndex.Tensor(variables[int.Parse(text[1..])]);
                var parts = text.Split(':').Select(part => part.Length == 0 ? (long?)null : long.Parse(part)).ToArray();
                return TensorIndex.Slice(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        }
    }

    private static object? Convert(JsonElement argument, Type type, IReadOnlyList<Tensor> variables)
    {
        switch (argument.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                var truth = argument.GetBoolean();
                return type == typeof(bool) ? truth : type == typeof(Scalar) ? (object)truth.ToScalar() : null;
            case JsonValueKind.Number:
                return Number(argument, type);
            case JsonValueKind.Array:
                return Sequence(argument, type);
            case JsonValueKind.String:
                return Named(argument.GetString()!, type, variables);
            default:
                return null;
        }
    }

    private static object? Number(JsonElement argument, Type type)
    {
        var whole = argument.TryGetInt64(out var integer) && argument.GetRawText().All(c => c is '-' or (>= '0' and <= '9'));
        if (type == typeof(Scalar))
            return whole ? integer.ToScalar() : argument.GetDouble().ToScalar();
        if (!whole)
            return type == typeof(double) ? (object)argument.GetDouble() : type == typeof(float) ? argument.GetSingle() : null;
        return type == typeof(long) ? (object)integer : type == typeof(int) ? (int)integer : null;
    }

    private static object? Sequence(JsonElement argument, Type type)
    {
        if (type == typeof(double[]))
            return argument.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Number) ? argument.Deserialize<double[]>() : null;
        if (argument.EnumerateArray().Any(e => !(e.ValueKind == JsonValueKind.Number && e.TryGetInt64(out _))))
            return null;
        var numbers = argument.EnumerateArray().Select(e => e.GetInt64()).ToArray();
        if (type == typeof(long[]) || type == typeof(IEnumerable<long>))
            return numbers;
        if (type == typeof(Size))
            return new Size(numbers);
        if (type == typeof(ValueTuple<long, long, long, long>) && numbers.Length == 4)
            return (numbers[0], numbers[1], numbers[2], numbers[3]);
        return type == typeof(ValueTuple<long, long>) && numbers.Length == 2 ? (numbers[0], numbers[1]) : null;
    }

    private static object? Named(string text, Type type, IReadOnlyList<Tensor> variables)
    {
        if (type == typeof(string))
            return text;
        if (type == typeof(ScalarType))
            return ProgramInput.TypeNamed(text);
        if (type.IsEnum)
            return Enum.TryParse(type, text, ignoreCase: true, out var named) ? named : null;
        if (type == typeof(Tensor) && text[0] == 't')
            return variables[int.Parse(text[1..])];
        var isNumber = type == typeof(double) || type == typeof(float) || type == typeof(Scalar);
        return isNumber && text is "inf" or "-inf" or "nan" ? Special(text, type) : null;
    }

    private static object Special(string text, Type type)
    {
        var value = text switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, _ => double.NaN };
        return type == typeof(float) ? (object)(float)value : type == typeof(Scalar) ? value.ToScalar() : value;
    }
}
