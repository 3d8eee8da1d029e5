namespace Tortue.Charts;

/// <summary>Where a page takes plotly.js from when it does not have it yet.</summary>
public sealed record PlotlySource
{
    /// <summary>
    /// The version of plotly.js that a figure asks for: the newest of major version 3, which is the one that VS Code's notebooks draw
    /// with, so a chart looks the same in both; it also does without the AMD loaders that some notebook pages define. Figures are valid
    /// in versions 2 and 4 as well.
    /// </summary>
    public const string Version = "3.7.0";

    private const string FileHash = "sha384-l4G4qURPwALv583BKlynU/4LiUx0rk9jcTX58Aq+Jc+jgWb52zeH2geZkSS3UPPs";

    private PlotlySource()
    {
    }

    /// <summary>The public copy of <see cref="Version"/> on jsDelivr; the browser checks that it is the file that was published.</summary>
    public static PlotlySource Cdn { get; } =
        FromAddress($"https://cdn.jsdelivr.net/npm/plotly.js-dist-min@{Version}/plotly.min.js", FileHash);

    /// <summary>Address of the script, or null when the text itself is given.</summary>
    public string? Address { get; private init; }

    /// <summary>Hash that the script must have, as in a script element's integrity attribute; null when it is not checked.</summary>
    public string? Integrity { get; private init; }

    /// <summary>The script itself, or null when it is loaded from an address.</summary>
    public string? Text { get; private init; }

    /// <summary>A script at some address, absolute or relative to the page.</summary>
    /// <param name="address">The address.</param>
    /// <param name="integrity">Hash that the script must have, for example "sha384-…"; not checked when omitted.</param>
    public static PlotlySource FromAddress(string address, string? integrity = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        return new PlotlySource { Address = address, Integrity = integrity };
    }

    /// <summary>The script itself, to be written into the page: for a single figure that works without a network. It is 4.8 MB.</summary>
    /// <param name="script">The content of plotly.min.js.</param>
    public static PlotlySource Embedded(string script)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(script);
        return new PlotlySource { Text = script };
    }
}
