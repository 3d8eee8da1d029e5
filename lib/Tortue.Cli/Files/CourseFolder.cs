using System.Text.RegularExpressions;

namespace Tortue.Cli.Files;

/// <summary>The folder of a course: it holds <c>notebooks/</c>, and handouts are written beside them.</summary>
internal sealed partial record CourseFolder(string Root)
{
    private static readonly string[] Markers = ["Tortue.slnx", "global.json"];

    /// <summary>Where the chapters are.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>Where the built library is that the chapters load.</summary>
    public string Library => Path.Combine(Root, "lib", "bin");

    /// <summary>Where handouts go when no folder is named.</summary>
    public string Handouts => Path.Combine(Root, "handouts");

    /// <summary>Where results of experiments are stored.</summary>
    public string Results => Path.Combine(Root, "data", "results");

    /// <summary>Where published reference values are.</summary>
    public string Published => Path.Combine(Root, "data", "published");

    /// <summary>
    /// Looks upwards for the course: the nearest folder with <c>notebooks/</c> beside <c>Tortue.slnx</c> or <c>global.json</c>,
    /// otherwise the nearest with <c>notebooks/</c>.
    /// </summary>
    /// <param name="start">An existing folder.</param>
    /// <returns>The course; null where there is none.</returns>
    public static CourseFolder? Find(string start)
    {
        CourseFolder? unmarked = null;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var course = new CourseFolder(folder.FullName);
            if (!Directory.Exists(course.Notebooks)) continue;
            if (Markers.Any(marker => File.Exists(Path.Combine(folder.FullName, marker)))) return course;
            unmarked ??= course;
        }
        return unmarked;
    }

    /// <summary>The chapters, in the order of their names.</summary>
    /// <returns>Full paths of <c>notebooks/*.ipynb</c>, without what an update or a run has kept beside them.</returns>
    public IReadOnlyList<string> Chapters() =>
        [.. Directory.GetFiles(Notebooks, "*.ipynb").Where(path => !KeptBeside().IsMatch(path)).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\.(mine|executed)(-\d+)?\.ipynb\z")]
    private static partial Regex KeptBeside();
}
