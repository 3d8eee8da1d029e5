using Tortue.Notebooks.Bibliography;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks;

/// <summary>Holds notebooks to the rules of the course.</summary>
public sealed class NotebookChecker
{
    private readonly BibliographyFile? _bibliography;
    private readonly Dictionary<string, IReadOnlySet<string>?> _anchors = new(StringComparer.Ordinal);

    /// <param name="bibliography">The works that may be cited; null where there is no bibliography, whose rules are then left out.</param>
    public NotebookChecker(BibliographyFile? bibliography) => _bibliography = bibliography;

    /// <summary>Checks what a notebook's file shows without a run.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="path">Its path, which says where links start from and, by its name, which chapter it is.</param>
    /// <returns>What breaks a rule, rule by rule; nothing for a sound notebook.</returns>
    /// <exception cref="NotebookFormatException">The text is not a notebook of nbformat 4.</exception>
    public IReadOnlyList<CheckFinding> CheckFile(string json, string path)
    {
        var document = NotebookDocument.Parse(json, path);
        var chapter = new CheckedChapter(document, json, path, AnchorsOf) { Bibliography = _bibliography };
        return [.. NotebookRules.OfFiles.SelectMany(rule => rule.Check(chapter))];
    }

    /// <summary>Checks the charts of a notebook that has run.</summary>
    /// <param name="executed">The notebook with its outputs.</param>
    /// <param name="path">The path of its file.</param>
    /// <returns>What breaks a rule, rule by rule; nothing for a sound notebook.</returns>
    public IReadOnlyList<CheckFinding> CheckRun(NotebookDocument executed, string path)
    {
        var chapter = new CheckedChapter(executed, "", path, AnchorsOf) { Charts = ChapterChart.In(executed) };
        return [.. NotebookRules.OfRuns.SelectMany(rule => rule.Check(chapter))];
    }

    private IReadOnlySet<string>? AnchorsOf(string path)
    {
        if (!_anchors.TryGetValue(path, out var anchors))
            _anchors[path] = anchors = ReadAnchors(path);
        return anchors;
    }

    private static IReadOnlySet<string>? ReadAnchors(string path)
    {
        try
        {
            return ChapterAnchors.Of(ProseCell.In(NotebookDocument.Load(path)));
        }
        catch (Exception exception) when (exception is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
