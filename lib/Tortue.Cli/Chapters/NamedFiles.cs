using System.Text.RegularExpressions;

namespace Tortue.Cli.Chapters;

/// <summary>The files that a cell's code asks for by <c>#r</c>, <c>#load</c> and <c>#!import</c>.</summary>
internal static partial class NamedFiles
{
    /// <summary>Finds them.</summary>
    /// <param name="source">The cell's code.</param>
    /// <returns>Paths as they are written; packages, which name their version, are none.</returns>
    public static IEnumerable<string> In(string source) => Directive().Matches(source)
        .Select(match => match.Groups["path"].Value.Trim().Trim('"').Replace('\\', Path.DirectorySeparatorChar))
        .Where(path => path.Length > 0 && !path.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("""^[ \t]*(#r|#load)[ \t]+"(?<path>[^"\r\n]*)"|^[ \t]*#!import[ \t]+(?<path>[^\r\n]+)""", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
