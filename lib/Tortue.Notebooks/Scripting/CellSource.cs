using System.Text;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Scripting.Magics;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// A cell taken apart at its lines that are not C#: commands such as <c>#!who</c>, and sections in other languages, which begin with a line such as
/// <c>#!markdown</c> and last until the next such line.
/// </summary>
/// <param name="Parts">The parts with something in them, in order.</param>
/// <param name="IsTimed">Whether the cell asks for its running time.</param>
/// <param name="Feeds">The feeds of packages that the cell names by <c>#i "nuget: feed"</c>.</param>
internal sealed partial record CellSource(IReadOnlyList<CellPart> Parts, bool IsTimed, IReadOnlyList<string> Feeds)
{
    /// <summary>The C# of a cell with spaces in the place of everything else, so that each character keeps its position.</summary>
    public static string Blank(string source)
    {
        var code = new StringBuilder(source.Length);
        foreach (var (line, isCode, _) in Lines(source))
        {
            var end = line.AsSpan().TrimEnd("\r\n").Length;
            code.Append(isCode ? line : new string(' ', end) + line[end..]);
        }

        return code.ToString();
    }

    /// <summary>Takes a cell apart.</summary>
    public static CellSource Parse(string source)
    {
        var parts = new List<CellPart>();
        var feeds = new List<string>();
        var isTimed = false;
        var text = new StringBuilder();
        var (language, first, number) = (CellLanguage.CSharp, 1, 0);
        foreach (var (line, isCode, named) in Lines(source))
        {
            number++;
            var command = line.Trim();
            if (isCode || (named != CellLanguage.CSharp && named == language && CellLanguage.FirstLineMagic(command) is null))
            {
                // At the very start the compiler would take an unknown command for the first line of a shell's script.
                text.Append(number == 1 && line.StartsWith("#!", StringComparison.Ordinal) ? " " : "").Append(line);
            }
            else if (CellLanguage.FirstLineMagic(command) is { } next)
            {
                Close(number + 1);
                language = next;
            }
            else if (Feed().Match(command) is { Success: true } feed)
            {
                feeds.Add(feed.Groups[1].Value.Trim());
                text.Append('\n');
            }
            else if (MagicCommand.NameIn(command) is { } name && name != MagicCommand.Time)
            {
                Close(number + 1);
                parts.Add(new(CellPartKind.Command, name, command[(2 + name.Length)..].Trim(), number));
            }
            else
            {
                isTimed |= MagicCommand.NameIn(command) == MagicCommand.Time;
                text.Append('\n');
            }
        }

        Close(number);
        return new CellSource(parts, isTimed, feeds);

        void Close(int nextLine)
        {
            // Sections begin below their line; C# has all lines before it empty.
            if (language != CellLanguage.CSharp)
                parts.Add(new(CellPartKind.Section, language, text.ToString(), first));
            else if (!string.IsNullOrWhiteSpace(text.ToString()))
                parts.Add(new(CellPartKind.Code, "", new string('\n', first - 1) + text, first));

            text.Clear();
            first = nextLine;
        }
    }

    /// <summary>The lines of a cell with their ends, whether they are C#, and the language of the section that they stand in.</summary>
    private static IEnumerable<(string Line, bool IsCode, string Language)> Lines(string source)
    {
        var language = CellLanguage.CSharp;
        var isFirst = true;
        foreach (var line in MultilineText.Split(source).Select(line => line!.GetValue<string>()))
        {
            var command = line.Trim();
            if (CellLanguage.FirstLineMagic(command) is { } next)
                language = next;
            var isCode = language == CellLanguage.CSharp
                && CellLanguage.FirstLineMagic(command) is null && MagicCommand.NameIn(command) is null && !Feed().IsMatch(command)
                // The first line of a script that a shell starts.
                && !(isFirst && command.StartsWith("#!/", StringComparison.Ordinal));
            yield return (line, isCode, language);
            isFirst = false;
        }
    }

    [GeneratedRegex("""^#i\s+"nuget:([^"]+)"$""")]
    private static partial Regex Feed();
}
