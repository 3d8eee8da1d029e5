using System.Net;
using System.Text.RegularExpressions;
using Tortue.Display;

namespace Tortue.Experiments;

/// <summary>The line below a cell that says where a result comes from, when it is not from a run of that cell.</summary>
internal static partial class ResultNotes
{
    /// <summary>Says that a result was kept, when it was measured, and how to get rid of it.</summary>
    public static void FromCache(RunRecord run) =>
        Show(Text.Format(ExperimentsText.FromCache, run.Started.ToLocalTime(), Duration(run.Seconds)));

    /// <summary>Says which stored result stands in place of a quick run.</summary>
    public static void FromStored(string preset, RunRecord run) => Show(Text.Format(
        ExperimentsText.FromStored, preset, run.Started, run.Version, run.Engine, Duration(run.Seconds)));

    /// <summary>Says that a quick run is none of the preset that was asked for.</summary>
    public static void NotStored(string preset) => Show(Text.Format(ExperimentsText.NotStored, preset));

    /// <summary>Says that a stored result is of no use.</summary>
    public static void Unreadable(string file) => Show(Text.Format(ExperimentsText.StoredUnreadable, file));

    private static string Duration(double seconds) => seconds < 120
        ? Text.Format(ExperimentsText.Seconds, seconds)
        : Text.Format(ExperimentsText.Minutes, seconds / 60);

    private static void Show(string line) => NotebookHost.Display(new Dictionary<string, string>
    {
        [MimeTypes.Html] = $"<small class=\"tortue-note\">{Code().Replace(WebUtility.HtmlEncode(line), "<code>$1</code>")}</small>",
        [MimeTypes.PlainText] = line,
    });

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
