using System.Text;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// The text of a cell with the lines that are not C# taken out: <c>#!time</c>, <c>#!csharp</c>, <c>#i "nuget: feed"</c>, and sections in other languages.
/// Lines keep their numbers.
/// </summary>
/// <param name="Code">The C# of the cell.</param>
/// <param name="IsTimed">Whether the cell asks for its running time.</param>
/// <param name="Others">The sections in other languages, with their text.</param>
/// <param name="Feeds">The feeds of packages that the cell names.</param>
internal sealed partial record CellSource(
    string Code, bool IsTimed, IReadOnlyList<(string Language, string Text)> Others, IReadOnlyList<string> Feeds)
{
    /// <summary>The C# of a cell with spaces in the place of everything else, so that each character keeps its position.</summary>
    public static string Blank(string source)
    {
        var code = Parse(source).Code.Split('\n');
        return string.Join('\n', source.Split('\n').Select((line, i) =>
            i < code.Length && code[i].Length == line.Length ? code[i] : new string(' ', line.Length)));
    }

    public static CellSource Parse(string source)
    {
        if (!source.Contains("#!", StringComparison.Ordinal) && !source.Contains("#i", StringComparison.Ordinal))
            return new CellSource(source, false, [], []);

        var code = new StringBuilder();
        var others = new List<(string Language, StringBuilder Text)>();
        var feeds = new List<string>();
        var isTimed = false;
        var language = CellLanguage.CSharp;
        foreach (var line in MultilineText.Split(source).Select(line => line!.GetValue<string>()))
        {
            var command = line.Trim();
            var end = line.EndsWith('\n') ? "\n" : "";
            if (CellLanguage.FirstLineMagic(command) is { } next)
            {
                language = next;
                if (language != CellLanguage.CSharp)
                    others.Add((language, new StringBuilder()));

                code.Append(end);
            }
            else if (command == "#!time")
            {
                isTimed = true;
                code.Append(end);
            }
            else if (language == CellLanguage.CSharp && Feed().Match(command) is { Success: true } feed)
            {
                feeds.Add(feed.Groups[1].Value.Trim());
                code.Append(end);
            }
            else if (language == CellLanguage.CSharp)
            {
                code.Append(line);
            }
            else
            {
                others[^1].Text.Append(line);
                code.Append(end);
            }
        }

        return new CellSource(code.ToString(), isTimed, [.. others.Select(other => (other.Language, other.Text.ToString()))], feeds);
    }

    [GeneratedRegex("""^#i\s+"nuget:([^"]+)"$""")]
    private static partial Regex Feed();
}
