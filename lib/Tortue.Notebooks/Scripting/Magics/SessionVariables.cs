using System.Reflection;
using Tortue.Notebooks.Display;

namespace Tortue.Notebooks.Scripting.Magics;

/// <summary>The variables that cells have declared, as <c>#!who</c> lists them.</summary>
internal static class SessionVariables
{
    private const int LongestValue = 80;

    /// <summary>A row of the list.</summary>
    /// <param name="Name">The variable.</param>
    /// <param name="Type">Its type, as C# writes it.</param>
    /// <param name="Value">Its value in a line, cut where it is long.</param>
    public sealed record Row(string Name, string Type, string Value);

    /// <summary>The variables by name; where a name was declared again, the last.</summary>
    /// <param name="cells">The objects of the cells that ran, the first first.</param>
    public static IReadOnlyList<(string Name, FieldInfo Field, object Cell)> Of(IEnumerable<object> cells)
    {
        var byName = new SortedDictionary<string, (string Name, FieldInfo Field, object Cell)>(StringComparer.OrdinalIgnoreCase);
        foreach (var cell in cells)
        {
            const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (var field in cell.GetType().GetFields(Declared).Where(field => !field.Name.Contains('<', StringComparison.Ordinal)))
                byName[field.Name] = (field.Name, field, cell);
        }

        return [.. byName.Values];
    }

    /// <summary>The variables with types and values.</summary>
    public static Row[] Rows(IEnumerable<object> cells) =>
        [.. Of(cells).Select(variable => new Row(variable.Name, TypeName.Of(variable.Field.FieldType), Text(variable.Field.GetValue(variable.Cell))))];

    private static string Text(object? value)
    {
        try
        {
            var text = string.Join(' ', ValueFormatter.Format(value, [])["text/plain"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
        }
        catch (Exception exception)
        {
            // The value's own formatting: a list of variables is no place to fail for it.
            return exception.GetType().Name;
        }
    }
}
