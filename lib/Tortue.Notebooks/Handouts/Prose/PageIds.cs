using System.Globalization;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>The ids of a page's headings, equations and exercises, each there once.</summary>
internal sealed class PageIds
{
    // The id of the text itself, to which the first link of the page leads.
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal) { "text" };

    /// <summary>Takes an id; false where the page has it already.</summary>
    public bool TryAdd(string id) => _ids.Add(id);

    /// <summary>Takes an id, with a number behind it where the page has it already.</summary>
    public string Unique(string id)
    {
        var unique = id;
        for (var i = 2; !_ids.Add(unique); i++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{i}");
        return unique;
    }
}
