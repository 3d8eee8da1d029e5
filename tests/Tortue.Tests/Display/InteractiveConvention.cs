using System.Collections;
using System.Reflection;

namespace Tortue.Tests.Display;

/// <summary>
/// Formats values as .NET Interactive does: by names only, as its documentation describes them, so that it needs nothing of the type's
/// assembly.
/// </summary>
internal static class InteractiveConvention
{
    /// <summary>The forms of a value by MIME type, best first.</summary>
    public static IReadOnlyList<(string MimeType, string Text)> Format(object value)
    {
        var attribute = value.GetType().GetCustomAttributes(true).Single(each => each.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)Property(attribute, "FormatterSourceType")!)!;
        var formatters = (IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var preferred = (string[])Property(attribute, "PreferredMimeTypes")!;
        return [.. preferred.Select(mimeType => (mimeType, Format(value, mimeType, formatters)))];
    }

    private static string Format(object value, string mimeType, IEnumerable formatters)
    {
        var formatter = formatters.Cast<object>().Single(formatter => (string)Property(formatter, "MimeType")! == mimeType);
        var writer = new StringWriter();
        var isFormatted = (bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer])!;
        return isFormatted ? writer.ToString() : throw new InvalidOperationException($"The formatter for {mimeType} declined.");
    }

    private static object? Property(object instance, string name) =>
        instance.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(instance);
}
