using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Tortue.Notebooks.Display;

/// <summary>
/// Values that bring their own display, found by name in this order: a method <c>ToMimeBundle()</c>; an attribute <c>TypeFormatterSourceAttribute</c> as
/// .NET Interactive reads it; a chart of Plotly.NET; a method <c>ToHtml()</c>, or being an <c>IHtmlContent</c>.
/// </summary>
internal static class RichValue
{
    private const string AttributeName = "TypeFormatterSourceAttribute";
    private const BindingFlags PublicInstance = BindingFlags.Public | BindingFlags.Instance;

    /// <summary>The bundle of a value that brings its own display; null for others.</summary>
    public static IReadOnlyDictionary<string, string>? TryFormat(object? value) =>
        value is null or string ? null : FromMimeBundle(value) ?? FromFormatterSource(value) ?? PlotlyNetChart.TryFormat(value) ?? FromHtml(value);

    /// <summary>Whether values of this type bring their own display.</summary>
    public static bool IsRich(Type type)
    {
        if (type.GetMethod("ToMimeBundle", PublicInstance, []) is not null || IsHtml(type.GetMethod("ToHtml", PublicInstance, []))
            || HtmlContentOf(type) is not null || PlotlyNetChart.TypeOf(type) is not null)
            return true;

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetCustomAttributesData().Any(data => data.AttributeType.Name == AttributeName))
                return true;
        }

        return false;
    }

    private static IReadOnlyDictionary<string, string>? FromMimeBundle(object value) =>
        FindMethod(value, "ToMimeBundle") is { } method ? Invoke(method, value) as IReadOnlyDictionary<string, string> : null;

    private static Dictionary<string, string>? FromHtml(object value)
    {
        var content = FindMethod(value, "ToHtml") is { } method && IsHtml(method) ? Invoke(method, value) : HtmlContentOf(value.GetType()) is null ? null : value;
        return content is null ? null : new Dictionary<string, string> { ["text/html"] = HtmlOf(content), ["text/plain"] = ShortText(value) };
    }

    // HTML as text, or as an object of a library for HTML, whose text it is.
    private static bool IsHtml(MethodInfo? method) => method is not null && method.ReturnType.IsClass | method.ReturnType.IsInterface
        && !typeof(Task).IsAssignableFrom(method.ReturnType);

    /// <summary>ASP.NET's interface for pieces of HTML, which .NET Interactive's <c>HTML</c> and views are.</summary>
    private static MethodInfo? HtmlContentOf(Type type) => type.GetInterfaces().FirstOrDefault(known => known.Name == "IHtmlContent")?.GetMethod("WriteTo");

    private static string HtmlOf(object content)
    {
        if (HtmlContentOf(content.GetType()) is not { } write)
            return content.ToString() ?? "";

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Invoke(write, content, writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }

    private static Dictionary<string, string>? FromFormatterSource(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var data in type.GetCustomAttributesData().Where(data => data.AttributeType.Name == AttributeName))
            {
                if (data.ConstructorArguments.Select(argument => argument.Value).OfType<Type>().FirstOrDefault() is { } source
                    && FormatBy(source, PreferredTypes(type, data.AttributeType), value) is { Count: > 0 } bundle)
                    return bundle;
            }
        }

        return null;
    }

    private static List<string>? PreferredTypes(Type type, Type attributeType)
    {
        var attribute = type.GetCustomAttributes(attributeType, inherit: false)[0];
        return attributeType.GetProperty("PreferredMimeTypes", PublicInstance)?.GetValue(attribute) is IEnumerable<string> types ? [.. types] : null;
    }

    private static Dictionary<string, string>? FormatBy(Type sourceType, List<string>? preferredTypes, object value)
    {
        if (sourceType.GetMethod("CreateTypeFormatters", PublicInstance, []) is not { } create
            || Invoke(create, Activator.CreateInstance(sourceType, nonPublic: true)!) is not IEnumerable formatters)
            return null;

        var bundle = new Dictionary<string, string>();
        foreach (var formatter in formatters)
        {
            if (formatter?.GetType().GetProperty("MimeType", PublicInstance)?.GetValue(formatter) is not string mimeType
                || (preferredTypes is not null && !preferredTypes.Contains(mimeType))
                || formatter.GetType().GetMethod("Format", PublicInstance, [typeof(object), typeof(TextWriter)]) is not { } format)
                continue;

            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            if (Invoke(format, formatter, value, writer) is not false)
                bundle.TryAdd(mimeType, writer.ToString());
        }

        if (bundle.Count > 0)
            bundle.TryAdd("text/plain", ShortText(value));

        return bundle;
    }

    private static string ShortText(object value) => ValueReader.TextOf(() => value.ToString() ?? "");

    private static MethodInfo? FindMethod(object value, string name) => value.GetType().GetMethod(name, PublicInstance, []);

    private static object? Invoke(MethodInfo method, object target, params object?[] arguments)
    {
        try
        {
            return method.Invoke(target, arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }
    }
}
