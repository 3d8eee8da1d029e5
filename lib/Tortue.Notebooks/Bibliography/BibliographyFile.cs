using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Bibliography;

/// <summary>
/// The works that the chapters cite: <c>data/bibliography.json</c>, in CSL-JSON (citationstyles.org), which reference managers read and
/// write. Beside CSL's own fields, <c>archive</c> "arXiv" with <c>archive_location</c> holds a paper's number on arXiv.
/// </summary>
public sealed class BibliographyFile
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, Reference> _byKey;

    private BibliographyFile(string name, IReadOnlyList<Reference> references)
    {
        Name = name;
        References = references;
        _byKey = references.ToDictionary(reference => reference.Key, StringComparer.Ordinal);
    }

    /// <summary>What messages call the file: its path as given.</summary>
    public string Name { get; }

    /// <summary>The entries, in the file's order.</summary>
    public IReadOnlyList<Reference> References { get; }

    /// <summary>Where the bibliography of a course is: <c>data/bibliography.json</c> in the nearest folder upwards that has one.</summary>
    /// <param name="folder">A notebook's folder.</param>
    /// <returns>The file's path; null where there is none.</returns>
    public static string? Locate(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            var path = Path.Combine(place.FullName, "data", "bibliography.json");
            if (File.Exists(path))
                return path;
        }
        return null;
    }

    /// <summary>Reads a bibliography.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="BibliographyException">The file is no bibliography.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static BibliographyFile Load(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads a bibliography from text.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="BibliographyException">The text is no bibliography.</exception>
    public static BibliographyFile Parse(string json, string name)
    {
        if (Read(json, name) is not JsonArray entries)
            throw new BibliographyException(Text(BibliographyText.NotList, name));

        var references = new List<Reference>(entries.Count);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var reference = new ReferenceReader(name, references.Count + 1).Read(entry);
            if (!keys.Add(reference.Key))
                throw new BibliographyException(Text(BibliographyText.KeyTwice, name, reference.Key));
            references.Add(reference);
        }
        return new BibliographyFile(name, references);
    }

    /// <summary>The entry with a key; null where there is none.</summary>
    /// <param name="key">For example <c>he2016</c>.</param>
    public Reference? Find(string key) => _byKey.GetValueOrDefault(key);

    private static JsonNode? Read(string json, string name)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Options);
        }
        catch (JsonException exception)
        {
            throw new BibliographyException(Text(BibliographyText.BrokenJson, name, (exception.LineNumber ?? 0) + 1), exception);
        }
    }

    private static string Text(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
