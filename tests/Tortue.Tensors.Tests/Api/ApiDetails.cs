using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Tests.Api;

/// <summary>
/// What a caller's code can depend on and <see cref="PublicApi"/> does not list: K whether a type is a value, static, abstract or sealed;
/// N the names in a tuple that a method takes or returns; A that a method takes any number of arguments.
/// </summary>
internal static class ApiDetails
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static SortedSet<string> Of(Assembly assembly, string namespacePrefix)
    {
        var details = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in assembly.GetExportedTypes())
        {
            if (type.Namespace?.StartsWith(namespacePrefix, StringComparison.Ordinal) == true)
                details.UnionWith(Of(type));
        }

        return details;
    }

    private static IEnumerable<string> Of(Type type)
    {
        var name = type.FullName!.Replace('+', '.');
        yield return $"K {Kind(type)} {name}";
        foreach (var method in type.GetMethods(Declared))
        {
            var parameters = method.GetParameters();
            var signature = $"{name}.{method.Name}({string.Join(", ", parameters.Select(p => p.ParameterType.Name))})";
            foreach (var parameter in parameters.Append(method.ReturnParameter))
            {
                if (parameter.GetCustomAttribute<TupleElementNamesAttribute>() is { } names)
                    yield return $"N {signature} {(parameter.Position < 0 ? "result" : parameter.Name)} ({string.Join(", ", names.TransformNames)})";
            }

            if (parameters.Length > 0 && parameters[^1].IsDefined(typeof(ParamArrayAttribute)))
                yield return $"A {signature}";
        }
    }

    private static string Kind(Type type) =>
        type.IsValueType ? "value" : (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static",
            (true, false) => "abstract",
            (false, true) => "sealed",
            _ => "open",
        };
}
