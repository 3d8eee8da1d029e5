using System.Reflection;

namespace Tortue.Notebooks.Display;

/// <summary>Writes a tensor of the engine's, found by name: a matrix row by row, anything else in the engine's one line.</summary>
internal static class TensorText
{
    /// <summary>The text of a tensor that stands by itself.</summary>
    public static string Of(object tensor)
    {
        var type = tensor.GetType();
        var isMatrix = type.GetProperty("IsInvalid")?.GetValue(tensor) is false && type.GetProperty("shape")?.GetValue(tensor) is long[] { Length: 2 };
        return (isMatrix ? Rows(tensor) : null) ?? tensor.ToString() ?? "";
    }

    /// <summary>What <c>tensor.str()</c> gives, in TorchSharp and in the managed engine alike.</summary>
    private static string? Rows(object tensor)
    {
        var type = tensor.GetType();
        while (type is not null && !type.FullName!.StartsWith("TorchSharp.torch+", StringComparison.Ordinal))
            type = type.BaseType;

        var method = type?.Assembly.GetType("TorchSharp.TensorExtensionMethods")?.GetMethods()
            .FirstOrDefault(candidate => candidate.Name == "str" && candidate.GetParameters()[0].ParameterType == type);
        if (method is null)
            return null;

        var defaults = Enumerable.Repeat(Type.Missing, method.GetParameters().Length - 1);
        return (method.Invoke(null, BindingFlags.OptionalParamBinding, null, [tensor, .. defaults], null) as string)?.TrimEnd();
    }
}
