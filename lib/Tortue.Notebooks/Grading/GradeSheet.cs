using System.Globalization;
using System.Text;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Grading;

/// <summary>
/// The results as a table (RFC 4180, UTF-8): a row for each exercise of each notebook, and one for a notebook without any. It begins with
/// a byte order mark, without which Excel takes UTF-8 for the system's old character set; LibreOffice reads it either way.
/// </summary>
public static class GradeSheet
{
    // What a spreadsheet takes for the beginning of a formula, in both widths.
    private const string FormulaSigns = "=+-@＝＋－＠";

    private static readonly string[] Header = ["student", "notebook", "exercise", "state", "attempts", "message", "outcome"];

    /// <summary>Writes the table: to the side and moved into place.</summary>
    /// <param name="path">Its file; one that is there is replaced.</param>
    /// <param name="notebooks">The results, in the order of their rows.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IEnumerable<GradedNotebook> notebooks) =>
        AtomicFile.WriteAllText(path, "\uFEFF" + ToCsv(notebooks));

    /// <summary>The table, without a byte order mark.</summary>
    /// <param name="notebooks">The results, in the order of their rows.</param>
    public static string ToCsv(IEnumerable<GradedNotebook> notebooks)
    {
        var text = new StringBuilder();
        Append(text, Header);
        foreach (var notebook in notebooks)
        {
            if (notebook.Exercises.Count == 0)
                Append(text, [notebook.Student, notebook.Notebook, "", "", "", "", notebook.Outcome]);
            foreach (var exercise in notebook.Exercises)
                Append(text, [notebook.Student, notebook.Notebook, .. Fields(exercise), notebook.Outcome]);
        }

        return text.ToString();
    }

    private static string[] Fields(GradedExercise exercise) =>
    [
        // With its title, since a spreadsheet takes 0.10 alone for the number 0.1.
        exercise.Title.Length > 0 ? $"{exercise.Id} {exercise.Title}" : exercise.Id,
        exercise.State.ToString(),
        exercise.Attempts.ToString(CultureInfo.InvariantCulture),
        exercise.Message,
    ];

    private static void Append(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    private static string Field(string value)
    {
        // One row is one line, also for tools that do not know quoted breaks; other control characters no spreadsheet shows.
        var line = new string([.. value.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
        if (line.Length > 0 && FormulaSigns.Contains(line[0]))
            line = "'" + line;
        return line.AsSpan().ContainsAny(',', '"') ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : line;
    }
}
