using System.Globalization;

namespace Tortue.Cli.Demo;

/// <summary>The page that is shown: a handout, and the script that keeps it up to date.</summary>
internal sealed class DemoPage
{
    private const string End = "</body>";

    private static readonly string Script = ReadScript();

    private readonly Lock _lock = new();
    private string _html = "";

    /// <summary>How often the page has been made.</summary>
    public int Version { get; private set; }

    /// <summary>The page with the script.</summary>
    public string Html
    {
        get
        {
            lock (_lock) return _html;
        }
    }

    /// <summary>Puts a new page in place of the old one.</summary>
    /// <param name="handout">The handout's HTML.</param>
    public void Show(string handout)
    {
        lock (_lock)
        {
            Version++;
            var script = Script.Replace("VERSION", Version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            var end = handout.LastIndexOf(End, StringComparison.OrdinalIgnoreCase);
            _html = handout.Insert(end < 0 ? handout.Length : end, $"<script>{script}</script>\n");
        }
    }

    private static string ReadScript()
    {
        using var stream = typeof(DemoPage).Assembly.GetManifestResourceStream("Tortue.Cli.Demo.live.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
