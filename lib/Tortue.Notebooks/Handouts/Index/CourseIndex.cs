using System.Globalization;
using System.Net;
using System.Text;
using Tortue.Notebooks.Bibliography;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Assets;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Handouts.Index;

/// <summary>Writes the page that lists a course's chapters, with links to what lies beside it, and all works that they refer to.</summary>
/// <param name="options">
/// For whom it is, and what it shares with the handouts. Works are those of the nearest <c>data/bibliography.json</c> above the notebooks' folder.
/// </param>
public sealed class CourseIndex(HandoutOptions options)
{
    /// <summary>Writes the page.</summary>
    /// <param name="chapters">The chapters in their order.</param>
    /// <param name="path">
    /// The file to write. Handouts, slides and PDF are linked to where they exist now: beside it, slides also one folder up.
    /// </param>
    /// <returns>What was written, and what its reader should know.</returns>
    /// <exception cref="HandoutWriteException">The file cannot be written.</exception>
    public HandoutResult Write(IReadOnlyList<CourseChapter> chapters, string path)
    {
        var target = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target)!;
        var notices = new List<string>();
        var body = new StringBuilder("<ol class=\"chapters\">\n");
        foreach (var chapter in chapters)
            body.Append(Entry(chapter, folder));
        body.Append("</ol>\n").Append(References(notices.Add));

        var shared = options.SharedAssets is { } assets ? new AssetFolder(Path.GetFullPath(assets), folder) : null;
        var page = new HandoutPage(new PageLibraries(AssetLibrary.Embedded, shared), notices.Add)
        {
            CourseLine = options.Variant switch
            {
                HandoutVariant.Instructor => IndexText.ForInstructors,
                HandoutVariant.Print => IndexText.ForPaper,
                _ => IndexText.ForStudents,
            },
            Title = options.CourseLine is { Length: > 0 } line ? line : HandoutsText.CourseLine,
            HasTitle = false,
            Contents = [],
            PlotlyScript = "",
            Failure = null,
            IsIndex = true,
        };
        var html = page.ToHtml(body.ToString());
        HandoutFile.Write(target, file => AtomicFile.WriteAllText(file, html));
        return new HandoutResult(target, page.Title, Encoding.UTF8.GetByteCount(html), notices);
    }

    private static string Entry(CourseChapter chapter, string folder)
    {
        var opening = Opening.Of(chapter.Document);
        var title = WebUtility.HtmlEncode(opening.Title ?? chapter.Name);
        var links = Links(chapter.Name, folder).ToList();
        var heading = links is [{ IsPage: true } page, ..] ? $"<a href=\"{page.Address}\">{title}</a>" : title;
        var number = chapter.Name.TakeWhile(char.IsAsciiDigit).ToArray() is { Length: > 0 } digits
            ? int.Parse(digits, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : "";
        var exercises = opening.Exercises switch
        {
            0 => "",
            1 => $"<span>{IndexText.OneExercise}</span>",
            var count => $"<span>{string.Format(CultureInfo.InvariantCulture, IndexText.Exercises, count)}</span>",
        };
        var named = links.Select(link => $"<span><a href=\"{link.Address}\" aria-label=\"{link.Label}: {title}\">{link.Label}</a></span>");
        return $"""
            <li id="{WebUtility.HtmlEncode(chapter.Name)}">
            <span class="number">{number}</span>
            <div>
            <h2>{heading}</h2>
            <p>{WebUtility.HtmlEncode(opening.Paragraph)}</p>
            <p class="links">{exercises}{string.Concat(named)}</p>
            </div>
            </li>

            """;
    }

    private static IEnumerable<(string Label, string Address, bool IsPage)> Links(string name, string folder)
    {
        (string Label, string File, bool IsPage)[] known =
        [
            (IndexText.Handout, name + ".html", true),
            (IndexText.Slides, name + ".slides.html", false),
            (IndexText.Slides, "../" + name + ".slides.html", false),
            (IndexText.Pdf, name + ".pdf", false),
        ];
        return known.Where(one => File.Exists(Path.Combine(folder, one.File)))
            .DistinctBy(one => one.Label)
            .Select(one => (one.Label, string.Join('/', one.File.Split('/').Select(Uri.EscapeDataString)), one.IsPage));
    }

    private string References(Action<string> notice)
    {
        if (options.NotebookFolder is not { } notebooks || BibliographyFile.Locate(notebooks) is not { } path)
            return "";
        try
        {
            var items = BibliographyFile.Load(path).References
                .Select(reference => $"<li id=\"{reference.Anchor}\">{ReferenceRenderer.ToHtml(reference)}</li>\n");
            return $"<h2 id=\"references\">{IndexText.References}</h2>\n<ul class=\"references\">\n{string.Concat(items)}</ul>\n";
        }
        catch (BibliographyException error)
        {
            notice(error.Message);
            return "";
        }
    }
}
