using System.Text;
using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>
/// The headings of a page as they come: gives each an anchor of its own and a level that fits, so that the page has one heading of level 1
/// and no level is skipped on the way down.
/// </summary>
/// <param name="ids">The ids of the page.</param>
internal sealed partial class HeadingRegister(PageIds ids)
{
    private readonly List<PageHeading> _contents = [];
    private int _lastLevel = 1;
    private bool _hasTitle;

    /// <summary>The headings for the table of contents, without the title.</summary>
    public IReadOnlyList<PageHeading> Contents => _contents;

    /// <summary>The page's first heading of level 1, or null.</summary>
    public PageHeading? Title { get; private set; }

    /// <summary>Takes the next heading.</summary>
    /// <param name="level">The level that its author gave it.</param>
    /// <param name="anchor">What its anchor is made from: its text, formulas as TeX.</param>
    /// <param name="text">Its plain text.</param>
    /// <param name="html">Its HTML without links.</param>
    /// <param name="inContents">Whether the table of contents shows it.</param>
    public PageHeading Add(int level, string anchor, string text, string html, bool inContents)
    {
        var isTitle = level == 1 && !_hasTitle;
        var fitting = isTitle ? 1 : Math.Clamp(level, 2, Math.Max(2, _lastLevel + 1));
        var number = ExerciseNumber().Match(text);
        var exercise = number.Success && ids.TryAdd("exercise-" + number.Value) ? number.Value : null;
        var heading = new PageHeading(fitting, ids.Unique(Slug(anchor)), html, text, exercise);
        _lastLevel = fitting;
        if (isTitle)
        {
            _hasTitle = true;
            Title = heading;
        }
        else if (inContents)
        {
            _contents.Add(heading);
        }
        return heading;
    }

    /// <summary>A text as an anchor: letters and digits in lower case, the rest as single hyphens.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(character))
                slug.Append(char.ToLowerInvariant(character));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var trimmed = slug.ToString().Trim('-');
        return trimmed.Length > 0 ? trimmed : "section";
    }

    // "Exercise 6.3: a sum"
    [GeneratedRegex(@"(?<=^Exercise )\d+\.\d+\b", RegexOptions.IgnoreCase)]
    private static partial Regex ExerciseNumber();
}
