namespace Tortue.Notebooks.Bibliography;

/// <summary>What an entry says, in its order: authors, title, where and when, a link.</summary>
internal static class ReferenceParts
{
    /// <summary>The parts of an entry, with all punctuation and spaces.</summary>
    public static IReadOnlyList<ReferencePart> Of(Reference reference)
    {
        var parts = new List<ReferencePart>
        {
            new(Ended(string.Join(", ", reference.Authors)) + " "),
            new(Ended(reference.Title), IsTitle: true),
            new(" "),
        };
        if (reference.Kind == "chapter")
        {
            parts.Add(new("In "));
            parts.Add(new(reference.Container!, IsTitle: true));
            parts.Add(new(Ended($", {reference.Year}{Pages(reference)}")));
        }
        else
        {
            parts.Add(new(Ended(WhereAndWhen(reference))));
        }
        if (reference.Address is { } address)
        {
            parts.Add(new(" "));
            parts.Add(new(LinkText(reference, address), Address: address));
            parts.Add(new("."));
        }
        return parts;
    }

    // "CVPR 2016", "Biometrika 74 (1987), 95–101", "University of Toronto, 2009", "2017".
    private static string WhereAndWhen(Reference reference)
    {
        var place = reference.ShortContainer ?? reference.Container ?? reference.Publisher;
        if (place is null)
            return $"{reference.Year}{Pages(reference)}";
        return reference switch
        {
            { Kind: "paper-conference" } => $"{place} {reference.Year}{Pages(reference)}",
            { Volume: { } volume } => $"{place} {volume} ({reference.Year}){Pages(reference)}",
            _ => $"{place}, {reference.Year}{Pages(reference)}",
        };
    }

    private static string Pages(Reference reference) => reference.Pages is { } pages ? ", " + pages.Replace('-', '–') : "";

    private static string LinkText(Reference reference, string address) =>
        reference.ArXiv is { } number ? "arXiv:" + number
        : reference.Doi is { } doi ? "doi:" + doi
        : new Uri(address).Host;

    private static string Ended(string sentence) => sentence[^1] is '.' or '?' or '!' ? sentence : sentence + ".";
}
