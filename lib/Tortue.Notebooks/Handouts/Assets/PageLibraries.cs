using System.Globalization;
using System.Reflection;
using Tortue.Notebooks.Handouts.Outputs;

namespace Tortue.Notebooks.Handouts.Assets;

/// <summary>
/// The libraries of others that one page carries, as the elements that load them: embedded, from files that it shares with other pages, or from
/// a CDN where this build has none. Remembers what the page was made with.
/// </summary>
/// <param name="assets">Where the files come from.</param>
/// <param name="shared">Where the files go that the page shares with others; null where it carries everything itself.</param>
internal sealed class PageLibraries(AssetLibrary assets, AssetFolder? shared = null)
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

    /// <summary>The element of a script of the page's own, embedded.</summary>
    /// <param name="name">Its file name.</param>
    public static string OwnScript(string name) => $"<script>\n{AssetLibrary.Own(name)}</script>\n";

    /// <summary>The element of scripts of the page's own.</summary>
    /// <param name="names">Their file names, in order; the first gives a shared file its name.</param>
    public string OwnScripts(params string[] names)
    {
        var script = string.Concat(names.Select(AssetLibrary.Own));
        return shared is null
            ? $"<script>\n{script}</script>\n"
            : Reference(shared.Put(Path.GetFileNameWithoutExtension(names[0]), ".js", script));
    }

    /// <summary>The element of style sheets of the page's own.</summary>
    /// <param name="names">Their file names, in order; the last gives a shared file its name.</param>
    public string OwnStyles(params string[] names)
    {
        var style = string.Concat(names.Select(AssetLibrary.Own));
        return shared is null
            ? $"<style>\n{style}</style>\n"
            : SheetReference(shared.Put(Path.GetFileNameWithoutExtension(names[^1]), ".css", style));
    }

    /// <summary>The element of plotly.js.</summary>
    /// <param name="file">The build that is enough for the page, as a path among the assets; shared pages have one for all.</param>
    public string PlotlyScript(string file) => Script(shared is null ? file : PlotlyBundle.Whole);

    /// <summary>The element of KaTeX's style sheet, its fonts inside; a page of its own carries Fraktur only where its text asks for it.</summary>
    /// <param name="body">The page's text.</param>
    public string KatexStyles(string body) =>
        Sheet(KatexSheet, assets.KatexStyle(withFraktur: shared is not null || body.Contains("frak", StringComparison.Ordinal)));

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
        var license = assets.Text(file[..file.IndexOf('/')] + "/LICENSE")?.Trim();
        return shared is null
            ? $"<!-- {asset.Name} {asset.Version}\n{license?.Replace("--", "- -", StringComparison.Ordinal)}\n-->\n<script>\n{script}\n</script>\n"
            : Reference(shared.Put($"{asset.Name}-{asset.Version}", ".js", $"/* {asset.Name} {asset.Version}\n{license}\n*/\n{script}\n"));
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
        if (style is not null && shared is not null)
        {
            var asset = AssetLibrary.Entry(file);
            return SheetReference(shared.Put($"{asset.Name}-{asset.Version}", ".css", style));
        }
        if (style is not null)
            return $"<style>\n{style}</style>\n";
        var entry = Remote(file);
        return $"<link rel=\"stylesheet\" href=\"{entry.Url}\" integrity=\"{entry.Integrity}\" crossorigin=\"anonymous\">\n";
    }

    private static string Reference(string address) => $"<script src=\"{address}\"></script>\n";

    private static string SheetReference(string address) => $"<link rel=\"stylesheet\" href=\"{address}\">\n";

    private HandoutAsset Remote(string file)
    {
        var entry = AssetLibrary.Entry(file);
        _fromCdn.Add(entry);
        _used.Add($"{entry.Name} {entry.Version}");
        return entry;
    }
}
