using System.Text.Json.Nodes;

namespace Tortue.Experiments;

/// <summary>How the values of settings are written on a command line.</summary>
internal static class SettingText
{
    /// <summary>What a value of a type must be, in words.</summary>
    public static string Expected(Type type) => ElementOf(type) is { } element
        ? IsWhole(element) ? ExperimentsText.WholeNumbers : IsNumber(element) ? ExperimentsText.Numbers : ExperimentsText.Words
        : type switch
        {
            { IsEnum: true } => Text.Format(ExperimentsText.OneOf, string.Join(", ", Enum.GetNames(type))),
            _ when type == typeof(bool) => ExperimentsText.TrueOrFalse,
            _ when type == typeof(ulong) => ExperimentsText.NaturalNumber,
            _ when type == typeof(int) => Text.Format(ExperimentsText.WholeNumber, int.MaxValue),
            _ when IsNumber(type) => ExperimentsText.Number,
            _ => ExperimentsText.Word,
        };

    /// <summary>The JSON of a value as it is written: numbers and lists of numbers as they are, every word in quotation marks.</summary>
    public static string ToJson(Type type, string value)
    {
        if (ElementOf(type) is { } element)
        {
            var items = value.Trim().TrimStart('[').TrimEnd(']');
            return "[" + (IsNumber(element) ? items : string.Join(',', items.Split(',').Select(Quoted))) + "]";
        }

        return type == typeof(bool) ? value.Trim().ToLowerInvariant() : IsNumber(type) ? value : Quoted(value);
    }

    private static string Quoted(string word) => JsonValue.Create(word.Trim()).ToJsonString();

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static bool IsNumber(Type type) => IsWhole(type) || type == typeof(double) || type == typeof(float);

    private static bool IsWhole(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(ulong);
}
