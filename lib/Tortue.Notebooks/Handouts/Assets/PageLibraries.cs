using System.Globalization;
using System.Reflection;

namespace Tortue.Notebooks.Handouts.Assets;

/// <summary>
/// The libraries of others that one page carries, as the elements that load them: embedded, or from a CDN where this build has none.
/// Remembers what the page was made with.
/// </summary>
/// <param name="assets">Where the files come from.</param>
internal sealed class PageLibraries(AssetLibrary assets)
{
    private const string KatexFile = "katex/katex.min.js";
    private const string KatexSheet = "katex/katex.min.css";

    private readonly List<HandoutAsset> _fromCdn = [];
    private readonly SortedSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>This program's name and version, without the commit that it was built from.</summary>
    public static string ProgramName
    {
        get
        {
            var version = typeof(PageLibraries).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            return $"Tortue {version?.Split('+')[0]}".TrimEnd();
        }
    }

    /// <summary>This program and the libraries so far, with their versions.</summary>
    public IEnumerable<string> MadeWith => _used.Prepend(ProgramName);

    /// <summary>The element of a script of the page's own.</summary>
    /// <param name="name">Its file name.</param>
    public static string OwnScript(string name) => $"<script>\n{AssetLibrary.Own(name)}</script>\n";

    /// <summary>The element of KaTeX's style sheet, its fonts inside.</summary>
    public string KatexStyles() => Sheet(KatexSheet, assets.KatexStyle());

    /// <summary>The element of KaTeX's script, with its licence.</summary>
    public string KatexScript() => Script(KatexFile);

    /// <summary>The element of a style sheet.</summary>
    /// <param name="file">Its path among the assets.</param>
    public string Style(string file) => Sheet(file, assets.Text(file));

    /// <summary>The element of a script, with its licence.</summary>
    /// <param name="file">Its path among the assets.</param>
    public string Script(string file)
    {
        if (assets.Text(file) is not { } script)
        {
            var entry = Remote(file);
            return $"<script src=\"{entry.Url}\" integrity=\"{entry.Integrity}\" crossorigin=\"anonymous\"></script>\n";
        }
        var asset = AssetLibrary.Entry(file);
        _used.Add($"{asset.Name} {asset.Version}");
        var license = assets.Text(file[..file.IndexOf('/')] + "/LICENSE")?.Trim().Replace("--", "- -", StringComparison.Ordinal);
        return $"<!-- {asset.Name} {asset.Version}\n{license}\n-->\n<script>\n{script}\n</script>\n";
    }

    /// <summary>The sentence that says which libraries the page loads from a CDN, or null where it carries all of them.</summary>
    /// <param name="format">The sentence, with <c>{0}</c> for their names.</param>
    public string? NetworkNotice(string format)
    {
        if (_fromCdn.Count == 0)
            return null;
        var names = string.Join(", ", _fromCdn.Select(entry => entry.Name).Distinct());
        return string.Format(CultureInfo.InvariantCulture, format, names);
    }

    private string Sheet(string file, string? style)
    {
        if (style is not null)
            return $"<style>\n{style}</style>\n";
        var entry = Remote(file);
        return $"<link rel=\"stylesheet\" href=\"{entry.Url}\" integrity=\"{entry.Integrity}\" crossorigin=\"anonymous\">\n";
    }

    private HandoutAsset Remote(string file)
    {
        var entry = AssetLibrary.Entry(file);
        _fromCdn.Add(entry);
        _used.Add($"{entry.Name} {entry.Version}");
        return entry;
    }
}
