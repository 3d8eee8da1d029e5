using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Tests.Api;

/// <summary>
/// Lists the public members of an assembly in the form of torchsharp-0.107.txt, one a line: T type, C constructor, M method (operators as
/// op_…), P property, F field, with parameter names and defaults.
/// </summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static SortedSet<string> Of(Assembly assembly, string namespacePrefix)
    {
        var members = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in assembly.GetExportedTypes())
        {
            if (type.Namespace?.StartsWith(namespacePrefix, StringComparison.Ordinal) == true)
                members.UnionWith(Of(type));
        }

        return members;
    }

    private static IEnumerable<string> Of(Type type)
    {
        var name = type.FullName!.Replace('+', '.');
        yield return "T " + name;
        foreach (var m in type.GetMethods(Declared).Where(IsMeant))
        {
            var arity = m.IsGenericMethod ? $"<{m.GetGenericArguments().Length}>" : "";
            yield return $"M {name}.{m.Name}{arity}({Parameters(m)}) : {NameOf(m.ReturnType)}";
        }

        foreach (var c in type.GetConstructors(Declared))
            yield return $"C {name}({Parameters(c)})";
        foreach (var p in type.GetProperties(Declared))
        {
            var index = string.Join(",", p.GetIndexParameters().Select(q => NameOf(q.ParameterType)));
            yield return $"P {name}.{p.Name}{(index.Length > 0 ? $"[{index}]" : "")} : {NameOf(p.PropertyType)}";
        }

        foreach (var f in type.GetFields(Declared))
            yield return $"F {name}.{f.Name} : {NameOf(f.FieldType)}";
    }

    /// <summary>
    /// Accessors are listed as properties; overrides of what every object has, and what the compiler makes, are not meant.
    /// </summary>
    private static bool IsMeant(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && !(method.IsVirtual && method.GetBaseDefinition().DeclaringType == typeof(object));

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{NameOf(p.ParameterType)} {p.Name}{Default(p)}"));

    private static string Default(ParameterInfo p) => !p.HasDefaultValue ? ""
        : p.RawDefaultValue is null ? " = null"
        : $" = {Convert.ToString(p.RawDefaultValue, CultureInfo.InvariantCulture)}";

    private static string NameOf(Type t) =>
        t.IsByRef ? "ref " + NameOf(t.GetElementType()!)
        : t.IsArray ? NameOf(t.GetElementType()!) + "[]"
        : t.IsGenericType ? $"{t.Name.Split('`')[0]}<{string.Join(",", t.GetGenericArguments().Select(NameOf))}>"
        : t.Name;
}
