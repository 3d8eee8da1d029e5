using System.Text;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Bibliography;

namespace Tortue.Notebooks.Checks;

/// <summary>Which work an item of a list of references is about, and what the item says beyond it.</summary>
internal static partial class ReferenceMatch
{
    /// <summary>The work: the one its anchor names, else the one whose address or title it has; null for none.</summary>
    public static Reference? Find(ReferenceList.Item item, BibliographyFile bibliography)
    {
        if (item.Key is not null)
            return bibliography.Find(item.Key);
        var letters = Letters(item.Text);
        return bibliography.References.FirstOrDefault(reference => Links(item.Text, reference))
            ?? bibliography.References.FirstOrDefault(reference => letters.Contains(Letters(reference.Title), StringComparison.Ordinal));
    }

    /// <summary>The sentences behind an entry; null where the item is too far from the entry to tell.</summary>
    /// <param name="text">What the item says.</param>
    /// <param name="reference">The work.</param>
    public static string? Remark(string text, Reference reference)
    {
        var entry = ReferenceRenderer.ToMarkdown(reference);
        if (text.StartsWith(entry, StringComparison.Ordinal))
            return text[entry.Length..].Trim();
        // An older wording of the entry ends with its link, or without one with its year.
        var end = LastLink().Match(text);
        if (!end.Success)
            end = YearBehindTitle().Match(text);
        return text.Length == 0 ? "" : end.Success ? text[end.Length..].Trim() : null;
    }

    private static bool Links(string text, Reference reference) =>
        reference.Address is { } address && text.Contains($"({address})", StringComparison.Ordinal);

    private static string Letters(string text)
    {
        var letters = new StringBuilder();
        foreach (var character in text.Where(char.IsLetterOrDigit))
            letters.Append(char.ToLowerInvariant(character));
        return letters.ToString();
    }

    [GeneratedRegex(@"\A[^\[\]]*\*[^\[\]]*\[[^\]]*\]\([^)\s]*\)\.?")]
    private static partial Regex LastLink();

    [GeneratedRegex(@"\A[^*]*\*[^*]+\*[^*]*?(\*[^*]+\*[^*]*?)?\b\d{4}\)?(, [\d–-]+)?\.")]
    private static partial Regex YearBehindTitle();
}
