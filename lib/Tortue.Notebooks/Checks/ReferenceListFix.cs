using System.Globalization;
using Tortue.Notebooks.Bibliography;

namespace Tortue.Notebooks.Checks;

/// <summary>Rewrites a list of references from the bibliography.</summary>
internal static class ReferenceListFix
{
    /// <summary>Gives each item its anchor and the bibliography's words, and appends what is cited and missing. Nothing is
    /// removed.</summary>
    /// <param name="list">The list; its cell is changed.</param>
    /// <param name="cited">The keys that the chapter cites.</param>
    /// <param name="bibliography">The works.</param>
    /// <returns>How many items have been added or changed.</returns>
    public static int Apply(ReferenceList list, IReadOnlyList<string> cited, BibliographyFile bibliography)
    {
        var old = list.Items.Select(Read).ToList();
        var works = list.Items.Select(item => ReferenceMatch.Find(item, bibliography)).ToList();
        var items = list.Items.Select((item, i) => Written(item, works[i]) ?? old[i]).ToList();
        var known = list.Items.Select(item => item.Key).Concat(works.Select(work => work?.Key)).ToHashSet();
        var missing = cited.Where(key => !known.Contains(key)).Select(bibliography.Find).OfType<Reference>();
        items.AddRange(missing.Select(work => ReferenceList.Item.Write(work, "")));
        var changed = items.Where((text, i) => i >= old.Count || text != old[i]).Count();
        if (changed > 0)
            list.Cell.Source = Replace(list, string.Join('\n', items.Select(Numbered)));
        return changed;
    }

    private static string Numbered(string item, int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {item}");

    private static string Read(ReferenceList.Item item) =>
        item.Key is null ? item.Text : $"<a id=\"{Reference.AnchorPrefix}{item.Key}\"></a>{item.Text}";

    private static string? Written(ReferenceList.Item item, Reference? work) =>
        work is not null && ReferenceMatch.Remark(item.Text, work) is { } remark ? ReferenceList.Item.Write(work, remark) : null;

    private static string Replace(ReferenceList list, string items)
    {
        var source = list.Cell.Source;
        return list.Items.Count == 0
            ? $"{source.TrimEnd()}\n\n{items}"
            : string.Concat(source.AsSpan(0, list.Span.Start), items, source.AsSpan(list.Span.Start + list.Span.Length));
    }
}
