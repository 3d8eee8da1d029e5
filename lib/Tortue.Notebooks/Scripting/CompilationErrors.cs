using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Tortue.Notebooks.Scripting;

/// <summary>Tells the user why a cell does not compile: message, place in the cell, and the line itself.</summary>
internal static class CompilationErrors
{
    private const int MaxCount = 8;

    /// <summary>Describes the errors among the compiler's diagnostics.</summary>
    public static CellError Describe(IEnumerable<Diagnostic> diagnostics, string cellName, SessionReferenceResolver resolver)
    {
        var errors = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToList();
        // A library that is not there makes everything after it wrong: it is the message.
        var lead = errors.FirstOrDefault(error => Explanation(error, resolver) is not null) ?? errors[0];
        var place = lead.Location.GetMappedLineSpan();
        var isInCell = place.Path == cellName;
        int? line = isInCell ? place.StartLinePosition.Line + 1 : null;
        int? column = isInCell ? place.StartLinePosition.Character + 1 : null;
        if (Explanation(lead, resolver) is { } explanation)
            return new CellError(CellErrorNames.Compilation, explanation, [explanation], line, column);

        var traceback = errors.Take(MaxCount).SelectMany(Lines).ToList();
        if (errors.Count > MaxCount)
            traceback.Add(Format(ScriptingText.MoreErrors, errors.Count - MaxCount));

        return new CellError(CellErrorNames.Compilation, Format(ScriptingText.CompilationFailed, lead.Id, MessageOf(lead)), traceback, line, column);
    }

    /// <summary>Our own sentence for the compiler's, where there is one.</summary>
    private static string? Explanation(Diagnostic error, SessionReferenceResolver resolver) => error.Id switch
    {
        "CS0006" when LineOf(error)?.Split('"') is [_, var reference, ..] => resolver.FailureOf(reference),
        "CS1504" when LineOf(error)?.Split('"') is [_, var file, ..] => Format(ScriptingText.LoadMissing, file),
        "CS1024" or "CS9378" when LineOf(error)?.Trim() is { } line && line.StartsWith("#!", StringComparison.Ordinal) =>
            Format(ScriptingText.UnknownCommand, line.Split(' ')[0]),
        _ => null,
    };

    private static IEnumerable<string> Lines(Diagnostic error)
    {
        var place = error.Location.GetMappedLineSpan();
        var start = place.StartLinePosition;
        yield return Format(ScriptingText.DiagnosticPlace, place.Path, start.Line + 1, start.Character + 1, error.Id, MessageOf(error));
        if (LineOf(error) is not { } line)
            yield break;

        var end = place.EndLinePosition.Line == start.Line ? place.EndLinePosition.Character : line.Length;
        var marked = Math.Max(1, Math.Min(end, line.Length) - start.Character);
        // Tabs stay tabs, so that the mark stands under its place.
        var margin = string.Concat(line.Take(start.Character).Select(character => character == '\t' ? '\t' : ' '));
        yield return $"    {line}";
        yield return $"    {margin}{new string('^', marked)}";
    }

    private static string MessageOf(Diagnostic error) => error.GetMessage(CultureInfo.CurrentCulture);

    private static string? LineOf(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree)
            return null;

        return tree.GetText().Lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString();
    }

    private static string Format(string format, params object?[] values) => string.Format(CultureInfo.CurrentCulture, format, values);
}
