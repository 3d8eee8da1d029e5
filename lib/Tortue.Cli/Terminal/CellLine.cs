using Tortue.Cli.Errors;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Terminal;

/// <summary>One cell in words.</summary>
internal static class CellLine
{
    /// <summary>How long the line is at most where there is no other limit: 64 characters.</summary>
    public const int DefaultRoom = 64;

    private const int ShortestHeading = 8;

    /// <summary>"cell 7 of 23, The three regimes": the heading shortened or left out where there is no room for it.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="room">How many characters there is room for.</param>
    /// <param name="of">The notebook's name, where the line is to say it: "cell 7 of 23 in 06-alpha-scaling, The three regimes".</param>
    public static string Show(NotebookProgress cell, int room = DefaultRoom, string? of = null)
    {
        var position = TerminalText.CellOf.With(cell.CellNumber, cell.CellCount);
        if (of is not null) position = TerminalText.CellIn.With(position, of);
        var forHeading = room - position.Length - 2;
        if (cell.Heading.Length == 0 || forHeading < Math.Min(cell.Heading.Length, ShortestHeading)) return position;
        return $"{position}, {Shorten(cell.Heading, forHeading)}";
    }

    private static string Shorten(string heading, int length) =>
        heading.Length <= length ? heading : string.Concat(heading.AsSpan(0, length - 1).TrimEnd(), "…");
}
