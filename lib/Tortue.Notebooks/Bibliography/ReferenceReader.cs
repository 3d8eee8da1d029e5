using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Bibliography;

/// <summary>Turns an item of CSL-JSON into a reference, or says in one sentence what is wrong with it.</summary>
/// <param name="file">What messages call the file.</param>
/// <param name="number">The item's place in the file, from 1, which names it until its id is read.</param>
internal sealed partial class ReferenceReader(string file, int number)
{
    private static readonly string[] Kinds =
        ["article", "article-journal", "book", "chapter", "paper-conference", "report", "thesis", "webpage"];

    // What appeared inside of something else.
    private static readonly string[] Contained = ["article-journal", "chapter", "paper-conference"];

    private string _entry = number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads the item.</summary>
    /// <exception cref="BibliographyException">Something is missing or wrong.</exception>
    public Reference Read(JsonNode? node)
    {
        var item = node as JsonObject ?? throw Wrong(BibliographyText.NotObject);
        var key = Needed(item, "id");
        _entry = $"\"{key}\"";
        if (!Key().IsMatch(key))
            throw Wrong(BibliographyText.BadKey);
        var kind = Needed(item, "type");
        if (!Kinds.Contains(kind))
            throw Wrong(BibliographyText.BadKind, kind, string.Join(", ", Kinds));
        var reference = new Reference
        {
            Key = key,
            Kind = kind,
            Title = Needed(item, "title"),
            Authors = Authors(item["author"]),
            Year = Year(item["issued"]),
            Container = Contained.Contains(kind) ? Needed(item, "container-title") : Optional(item, "container-title"),
            ShortContainer = Optional(item, "container-title-short"),
            Volume = Optional(item, "volume"),
            Pages = Optional(item, "page"),
            Publisher = Optional(item, "publisher"),
            ArXiv = ArXiv(item),
            Doi = Optional(item, "DOI"),
            Url = Optional(item, "URL"),
        };
        if (reference.Doi is { } doi && !Doi().IsMatch(doi))
            throw Wrong(BibliographyText.BadDoi, doi);
        if (reference.Url is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            throw Wrong(BibliographyText.BadUrl, url);
        return reference;
    }

    private string? ArXiv(JsonObject item)
    {
        if (!string.Equals(Optional(item, "archive"), "arXiv", StringComparison.OrdinalIgnoreCase))
            return null;
        var place = Needed(item, "archive_location");
        return ArXivNumber().IsMatch(place) ? place : throw Wrong(BibliographyText.BadArXiv, place);
    }

    private string[] Authors(JsonNode? node)
    {
        if (node is not JsonArray { Count: > 0 } authors)
            throw Wrong(BibliographyText.NoAuthors);
        return [.. authors.Select(author => Author(author as JsonObject))];
    }

    private string Author(JsonObject? name)
    {
        if (name is not null && Optional(name, "literal") is { } whole)
            return whole;
        if (name is null || Optional(name, "family") is not { } family)
            throw Wrong(BibliographyText.BadAuthor);
        var words = new[] { Optional(name, "given"), Optional(name, "non-dropping-particle"), family, Optional(name, "suffix") };
        return string.Join(' ', words.Where(word => word is not null));
    }

    private int Year(JsonNode? issued)
    {
        var parts = ((issued as JsonObject)?["date-parts"] as JsonArray)?.FirstOrDefault() as JsonArray;
        return parts?.FirstOrDefault() is JsonValue value && value.TryGetValue<int>(out var year) && year is > 1000 and < 10000
            ? year
            : throw Wrong(BibliographyText.NoYear);
    }

    private string Needed(JsonObject item, string field) => Optional(item, field) ?? throw Wrong(BibliographyText.Missing, field);

    // Numbers, of volumes for example, may be written as such.
    private string? Optional(JsonObject item, string field) => item[field] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Trim().Length > 0 => text.Trim(),
        _ => throw Wrong(BibliographyText.NotText, field),
    };

    private BibliographyException Wrong(string format, params object[] values) =>
        new(string.Format(CultureInfo.InvariantCulture, format, [file, _entry, .. values]));

    [GeneratedRegex(@"^[a-z]+[0-9]{4}[a-z]?$")]
    private static partial Regex Key();

    [GeneratedRegex(@"^10\.\d{4,9}/\S+$")]
    private static partial Regex Doi();

    [GeneratedRegex(@"^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})(v\d+)?$")]
    private static partial Regex ArXivNumber();
}
