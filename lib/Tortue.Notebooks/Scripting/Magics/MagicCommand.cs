using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Scripting.Magics;

/// <summary>A line that begins with <c>#!</c>, in the words of .NET Interactive.</summary>
/// <param name="Name">Its name without <c>#!</c>.</param>
/// <param name="Description">What it does here, in a sentence.</param>
internal sealed record MagicCommand(string Name, string Description)
{
    public const string Time = "time";
    public const string Who = "who";
    public const string Whos = "whos";
    public const string About = "about";
    public const string List = "lsmagic";
    public const string Import = "import";

    /// <summary>What talks to other kernels of the same notebook, which there are none of.</summary>
    private static readonly string[] BetweenKernels = ["share", "set", "connect"];

    /// <summary>All that are known, those of use first.</summary>
    public static IReadOnlyList<MagicCommand> All { get; } =
    [
        new("csharp", MagicsText.CSharp),
        new(Time, MagicsText.Time),
        new(Who, MagicsText.Who),
        new(Whos, MagicsText.Whos),
        new(Import, MagicsText.Import),
        new(About, MagicsText.About),
        new(List, MagicsText.List),
        .. SectionOutput.Shown.Select(language => new MagicCommand(language, MagicsText.Shown)),
        .. CellLanguage.Magics.Where(name => CellLanguage.FirstLineMagic("#!" + name) is { } language
            && language != CellLanguage.CSharp && !SectionOutput.Shown.Contains(language)).Select(name => new MagicCommand(name, MagicsText.Skipped)),
        .. BetweenKernels.Select(name => new MagicCommand(name, MagicsText.Between)),
    ];

    /// <summary>Whether a command speaks to other kernels of the same notebook.</summary>
    public static bool IsBetweenKernels(string name) => BetweenKernels.Contains(name);

    /// <summary>Whether a line begins with the name of a command that is no language.</summary>
    /// <param name="line">The line without spaces around it.</param>
    /// <returns>The name without <c>#!</c>; null for none.</returns>
    public static string? NameIn(string line)
    {
        if (!line.StartsWith("#!", StringComparison.Ordinal))
            return null;

        var name = line[2..].Split(' ', '\t')[0].ToLowerInvariant();
        return CellLanguage.FirstLineMagic(line) is null && All.Any(command => command.Name == name) ? name : null;
    }
}
