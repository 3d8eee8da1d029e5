using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;
using Tortue.Notebooks.Bibliography;

namespace Tortue.Notebooks.Checks;

/// <summary>A citation in a text: <c>[[2]](#ref-he2016)</c>.</summary>
internal static partial class Citation
{
    /// <summary>The key that a link cites; null for another link.</summary>
    public static string? KeyOf(LinkInline link) =>
        !link.IsImage && link.Url is { } url && url.StartsWith("#" + Reference.AnchorPrefix, StringComparison.Ordinal)
            ? url[(Reference.AnchorPrefix.Length + 1)..]
            : null;

    /// <summary>The keys that some texts cite, in order of their first mention; the list of references itself does not count.</summary>
    public static IReadOnlyList<string> KeysIn(IEnumerable<ProseCell> prose) =>
    [
        .. prose.Where(cell => cell.Cell.Id != ReferenceList.CellId).SelectMany(cell => cell.Links)
            .Select(KeyOf).OfType<string>().Distinct(),
    ];

    /// <summary>A number between brackets.</summary>
    [GeneratedRegex(@"\[(?<n>\d{1,3})\]")]
    public static partial Regex Number();

    /// <summary>A number between brackets and nothing else.</summary>
    [GeneratedRegex(@"\A\[\d{1,3}\]\z")]
    public static partial Regex Whole();
}
