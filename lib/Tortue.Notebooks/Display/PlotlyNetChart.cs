using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Tortue.Charts;

namespace Tortue.Notebooks.Display;

/// <summary>
/// Charts of the package Plotly.NET, found by name. Up to version 4 they are of a type inside the module <c>Plotly.NET.GenericChart</c>, whose functions are
/// static methods beside it; from version 5 on they are of a type of that name, which has the functions itself. <c>toJson</c> came with version 4.1; before it,
/// traces, layout and config are serialised as that package does it.
/// </summary>
internal static class PlotlyNetChart
{
    private const string Name = "Plotly.NET.GenericChart";
    private const BindingFlags PublicStatic = BindingFlags.Public | BindingFlags.Static;

    /// <summary>The bundle of a chart; null for anything else.</summary>
    public static IReadOnlyDictionary<string, string>? TryFormat(object value)
    {
        if (TypeOf(value.GetType()) is not { } type || FigureOf(value, type) is not { } figure)
            return null;

        // Written anew, so that no text in it can end a script.
        var json = figure.ToJsonString();
        var title = TitleOf(figure["layout"]?["title"]) ?? DisplayText.UntitledChart;
        return new Dictionary<string, string>
        {
            ["application/vnd.plotly.v1+json"] = json,
            ["text/html"] = FigureHtml.Write(json, title, PlotlySource.Cdn),
            ["text/plain"] = string.Format(CultureInfo.InvariantCulture, DisplayText.Chart, title),
        };
    }

    /// <summary>The type of charts that a type is or derives from, as the cases of a union do; null for others.</summary>
    public static Type? TypeOf(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.FullName is Name or Name + "+GenericChart")
                return current;
        }

        return null;
    }

    private static JsonObject? FigureOf(object chart, Type type)
    {
        var functions = type.DeclaringType ?? type;
        if (Call(functions, "toJson", type, chart) is string json)
            return JsonNode.Parse(json) as JsonObject;

        if (SerializerFor(functions.Assembly) is not { } serialize)
            return null;

        var figure = new JsonObject();
        foreach (var (part, function) in new[] { ("data", "getTraces"), ("layout", "getLayout"), ("config", "getConfig") })
            figure[part] = JsonNode.Parse(serialize(Call(functions, function, type, chart)));

        return figure;
    }

    /// <summary>The serializer that the package's own assembly refers to, with its settings: references that lead back are followed.</summary>
    private static Func<object?, string>? SerializerFor(Assembly assembly)
    {
        if (assembly.GetReferencedAssemblies().FirstOrDefault(reference => reference.Name == "Newtonsoft.Json") is not { } name
            || AssemblyLoadContext.GetLoadContext(assembly)?.LoadFromAssemblyName(name) is not { } library
            || library.GetType("Newtonsoft.Json.JsonSerializerSettings") is not { } settingsType)
            return null;

        var settings = Activator.CreateInstance(settingsType)!;
        var loops = settingsType.GetProperty("ReferenceLoopHandling")!;
        loops.SetValue(settings, Enum.Parse(loops.PropertyType, "Serialize"));
        var serialize = library.GetType("Newtonsoft.Json.JsonConvert")!.GetMethod("SerializeObject", PublicStatic, [typeof(object), settingsType])!;
        return value => (string)Invoke(serialize, value, settings)!;
    }

    private static string? TitleOf(JsonNode? title) => title switch
    {
        JsonObject named => TitleOf(named["text"]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 0 => text,
        _ => null,
    };

    private static object? Call(Type functions, string name, Type type, object chart) =>
        functions.GetMethod(name, PublicStatic, [type]) is { } method ? Invoke(method, chart) : null;

    private static object? Invoke(MethodInfo method, params object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }
    }
}
