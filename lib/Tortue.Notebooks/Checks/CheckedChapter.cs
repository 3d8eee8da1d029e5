using System.Globalization;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Bibliography;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks;

/// <summary>A notebook that is being checked, with what its rules look at beside it.</summary>
internal sealed partial class CheckedChapter
{
    private readonly Func<string, IReadOnlySet<string>?> _anchorsOf;

    /// <param name="document">The notebook.</param>
    /// <param name="json">The text of its file.</param>
    /// <param name="path">The path of its file, which also tells its chapter: 06-….ipynb.</param>
    /// <param name="anchorsOf">The anchors of another notebook, by its path; null where it cannot be read.</param>
    public CheckedChapter(NotebookDocument document, string json, string path, Func<string, IReadOnlySet<string>?> anchorsOf)
    {
        _anchorsOf = anchorsOf;
        Document = document;
        Json = json;
        NotebookPath = Path.GetFullPath(path);
        Number = NumberOf(path);
        Prose = ProseCell.In(document);
        Equations = [.. Prose.SelectMany(prose => prose.Equations)];
        References = ReferenceList.Of(Prose);
        Anchors = ChapterAnchors.Of(Prose);
    }

    /// <summary>The notebook.</summary>
    public NotebookDocument Document { get; }

    /// <summary>The text of its file.</summary>
    public string Json { get; }

    /// <summary>The folder that relative paths start from.</summary>
    public string Folder => Path.GetDirectoryName(NotebookPath)!;

    /// <summary>The full path of the notebook's file.</summary>
    public string NotebookPath { get; }

    /// <summary>The chapter's number, from the file's name; null where it has none.</summary>
    public int? Number { get; }

    /// <summary>The text cells, in order.</summary>
    public IReadOnlyList<ProseCell> Prose { get; }

    /// <summary>The equations on lines of their own, in order.</summary>
    public IReadOnlyList<Equation> Equations { get; }

    /// <summary>The list of references; null where the chapter has none.</summary>
    public ReferenceList? References { get; }

    /// <summary>What links inside the chapter may name.</summary>
    public IReadOnlySet<string> Anchors { get; }

    /// <summary>The works that may be cited; null where the course has no bibliography.</summary>
    public BibliographyFile? Bibliography { get; init; }

    /// <summary>The charts of a run; null where it has not been run.</summary>
    public IReadOnlyList<ChapterChart>? Charts { get; init; }

    /// <summary>The anchors of a notebook beside this one; null where it cannot be read.</summary>
    /// <param name="path">Its full path.</param>
    public IReadOnlySet<string>? AnchorsOf(string path) => _anchorsOf(path);

    /// <summary>The number of the chapter in a file, 6 for 06-alpha-scaling.ipynb; null where its name begins with none.</summary>
    /// <param name="path">The path of the file.</param>
    public static int? NumberOf(string path) =>
        Leading().Match(Path.GetFileName(path)) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^\d{1,4}(?=-)")]
    private static partial Regex Leading();
}
