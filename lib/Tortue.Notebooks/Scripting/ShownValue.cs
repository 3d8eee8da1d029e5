using Tortue.Notebooks.Display;

namespace Tortue.Notebooks.Scripting;

/// <summary>What a cell shows of a value: as <see cref="ValueFormatter"/> has it, and of an exception also where it came from.</summary>
internal static class ShownValue
{
    /// <summary>Formats a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The MIME types asked for; none: the best that the value offers.</param>
    public static IReadOnlyDictionary<string, string> Format(object? value, IReadOnlyList<string> mimeTypes) =>
        value is Exception exception && mimeTypes.Count == 0 && !RichValue.IsRich(value.GetType())
            ? new Dictionary<string, string> { ["text/plain"] = string.Join('\n', CellTrace.Describe(exception, "").Traceback) }
            : ValueFormatter.Format(value, mimeTypes);
}
