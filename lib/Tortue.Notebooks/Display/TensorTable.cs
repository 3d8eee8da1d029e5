using System.Globalization;
using System.Reflection;

namespace Tortue.Notebooks.Display;

/// <summary>Reads a tensor of the engine's with one or two dimensions as a table, all by name: TorchSharp's and the managed engine's alike.</summary>
internal static class TensorTable
{
    /// <summary>The table of a tensor's first values, under its element type, shape and device; null for one that is better told in text.</summary>
    public static TableView? TryRead(object tensor)
    {
        var made = new List<object>();
        try
        {
            return Read(tensor, made);
        }
        catch (Exception exception) when (ValueReader.IsShown(exception))
        {
            return null;
        }
        finally
        {
            // What an engine gives back may be the tensor itself, which is the user's.
            foreach (var other in made.Where(other => !ReferenceEquals(other, tensor)).OfType<IDisposable>())
                other.Dispose();
        }
    }

    private static TableView? Read(object tensor, List<object> made)
    {
        if (Property(tensor, "IsInvalid") is not false || Property(tensor, "shape") is not long[] { Length: 1 or 2 } shape || shape.Contains(0))
            return null;

        var type = Property(tensor, "dtype")?.ToString() ?? "";
        if (type.StartsWith("Complex", StringComparison.Ordinal))
            return null;

        var part = Call(tensor, made, "detach");
        for (var dimension = 0; dimension < shape.Length; dimension++)
            part = Call(part, made, "narrow", (long)dimension, 0L, Math.Min(shape[dimension], ValueReader.MaxCount));

        var isReal = type.Contains("Float", StringComparison.Ordinal);
        part = Call(Call(Call(part, made, "cpu"), made, isReal ? "double" : "long"), made, "contiguous");
        var width = (int)Math.Min(shape[^1], ValueReader.MaxCount);
        var values = isReal ? Cells<double>(part, made, Text) : Cells<long>(part, made, value => type == "Bool" ? Text(value != 0) : Text(value));
        var size = string.Join(", ", shape);
        var caption = Format(DisplayText.TensorCaption, type.ToLowerInvariant(), size, Property(tensor, "device"));
        var more = shape.Any(length => length > ValueReader.MaxCount) ? Format(DisplayText.TensorSize, string.Join(" × ", shape)) : null;
        return new TableView([], [.. values.Chunk(width)], more, caption);
    }

    private static IEnumerable<ValueView> Cells<T>(object tensor, List<object> made, Func<T, ValueView> text)
    {
        var data = tensor.GetType().GetMethod("data", 1, [])!.MakeGenericMethod(typeof(T)).Invoke(tensor, null)!;
        made.Add(data);
        return ((T[])data.GetType().GetMethod("ToArray", [])!.Invoke(data, null)!).Select(text);
    }

    // As many digits as the engine's own text has.
    private static TextView Text(double value)
    {
        var (exact, rounded) = (value.ToString(CultureInfo.InvariantCulture), value.ToString("G5", CultureInfo.InvariantCulture));
        return new TextView(exact.Length < rounded.Length ? exact : rounded, IsNumber: true);
    }

    private static TextView Text(long value) => new(value.ToString(CultureInfo.InvariantCulture), IsNumber: true);

    private static TextView Text(bool value) => new(value ? "true" : "false");

    private static object Call(object tensor, List<object> made, string name, params object[] arguments)
    {
        var method = tensor.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance).First(candidate =>
            candidate.Name == name && !candidate.IsGenericMethod && Fits(candidate.GetParameters(), arguments));
        var defaults = Enumerable.Repeat(Type.Missing, method.GetParameters().Length - arguments.Length);
        var result = method.Invoke(tensor, BindingFlags.OptionalParamBinding, null, [.. arguments, .. defaults], CultureInfo.InvariantCulture)!;
        made.Add(result);
        return result;
    }

    private static bool Fits(ParameterInfo[] parameters, object[] arguments) =>
        parameters.Length >= arguments.Length && parameters.Skip(arguments.Length).All(parameter => parameter.IsOptional)
        && parameters.Zip(arguments).All(pair => pair.First.ParameterType == pair.Second.GetType());

    private static object? Property(object tensor, string name) => tensor.GetType().GetProperty(name)?.GetValue(tensor);

    private static string Format(string format, params object?[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
