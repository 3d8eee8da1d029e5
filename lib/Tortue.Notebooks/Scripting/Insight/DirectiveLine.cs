using Tortue.Notebooks.Scripting.Magics;

namespace Tortue.Notebooks.Scripting.Insight;

/// <summary>The cursor in a line that is no C#: of a command, of a reference, or of a section in another language.</summary>
/// <param name="code">The cell's text.</param>
/// <param name="start">Where the line begins, without spaces.</param>
/// <param name="cursor">The cursor.</param>
internal sealed class DirectiveLine(string code, int start, int cursor)
{
    private const string Sign = "#!";
    private static readonly string[] References = ["#r ", "#i ", "#load "];

    /// <summary>The line of the cursor; null where it is C#.</summary>
    public static DirectiveLine? At(string code, int cursor)
    {
        var start = cursor == 0 ? 0 : code.LastIndexOf('\n', cursor - 1) + 1;
        while (start < cursor && char.IsWhiteSpace(code[start]))
            start++;
        var rest = code.AsSpan(start);
        var isReference = false;
        foreach (var reference in References)
            isReference |= rest.StartsWith(reference, StringComparison.Ordinal);

        return isReference || rest.StartsWith(Sign, StringComparison.Ordinal) || IsInSection(code, cursor) ? new(code, start, cursor) : null;
    }

    /// <summary>The commands that the line may become.</summary>
    public CompletionList Complete()
    {
        var word = code[start..cursor];
        if (!word.StartsWith(Sign, StringComparison.Ordinal) || word.Contains(' ', StringComparison.Ordinal))
            return new([], cursor, cursor);

        var items = MagicCommand.All
            .Where(command => command.Name.StartsWith(word[Sign.Length..], StringComparison.OrdinalIgnoreCase))
            .OrderBy(command => command.Name, StringComparer.Ordinal)
            .Select(command => new Completion(Sign + command.Name, "magic", command.Description));
        return new([.. items], start, cursor);
    }

    /// <summary>What the line's command does; null where it is none.</summary>
    public string? Describe()
    {
        var line = code[start..].Split('\n')[0].Trim();
        var command = MagicCommand.All.FirstOrDefault(command => line.Split(' ')[0].Equals(Sign + command.Name, StringComparison.OrdinalIgnoreCase));
        return command is null ? null : $"{Sign}{command.Name}\n\n{command.Description}";
    }

    private static bool IsInSection(string code, int cursor)
    {
        if (!code.Contains(Sign, StringComparison.Ordinal))
            return false;

        var source = CellSource.Parse(code[..cursor] + "_");
        return source.Parts is [.., { Kind: CellPartKind.Section }];
    }
}
