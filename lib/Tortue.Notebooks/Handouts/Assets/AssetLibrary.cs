using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Handouts.Assets;

/// <summary>
/// The JavaScript and style sheets of others that a handout carries. They are embedded in this assembly by Handouts.targets;
/// where the build had no npm they are missing, and a page refers to a CDN by <see cref="HandoutAsset.Url"/> instead.
/// </summary>
internal sealed partial class AssetLibrary
{
    private static readonly Lazy<IReadOnlyDictionary<string, HandoutAsset>> Catalogue = new(ReadCatalogue);

    private readonly Func<string, byte[]?> _read;

    /// <param name="read">Gives the content of an asset by its path, or null where it is missing.</param>
    public AssetLibrary(Func<string, byte[]?> read) => _read = read;

    /// <summary>What the build has embedded in this assembly.</summary>
    public static AssetLibrary Embedded { get; } = new(file => ReadResource("assets/" + file));

    /// <summary>A library in which everything is missing.</summary>
    public static AssetLibrary Missing { get; } = new(_ => null);

    /// <summary>Every asset that a page may need.</summary>
    public static IEnumerable<HandoutAsset> All => Catalogue.Value.Values;

    /// <summary>The catalogue's entry for a file.</summary>
    public static HandoutAsset Entry(string file) => Catalogue.Value[file];

    /// <summary>A style sheet or script of the page's own, which is always there.</summary>
    public static string Own(string name) =>
        Encoding.UTF8.GetString(
            ReadResource("handouts/" + name) ?? throw new InvalidOperationException($"The resource {name} is not embedded."));

    /// <summary>The bytes of an asset, or null where it is missing.</summary>
    public byte[]? Bytes(string file) => _read(file);

    /// <summary>The text of an asset, or null where it is missing.</summary>
    public string? Text(string file) => _read(file) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>KaTeX's style sheet with its fonts inside, or null where the sheet or one of its fonts is missing.</summary>
    /// <param name="withFraktur">Whether the two fonts are in it that only <c>\mathfrak</c> and its like need.</param>
    public string? KatexStyle(bool withFraktur = true)
    {
        if (Text("katex/katex.min.css") is not { } style)
            return null;
        if (!withFraktur)
            style = Fraktur().Replace(style, "");
        var complete = true;
        var inlined = FontSource().Replace(style, match =>
        {
            if (Bytes($"katex/fonts/{match.Groups["font"].Value}.woff2") is not { } font)
            {
                complete = false;
                return match.Value;
            }
            return $"src:url(data:font/woff2;base64,{Convert.ToBase64String(font)}) format(\"woff2\")";
        });
        return complete ? inlined : null;
    }

    private static byte[]? ReadResource(string name)
    {
        using var stream = typeof(AssetLibrary).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Dictionary<string, HandoutAsset> ReadCatalogue()
    {
        var assets = JsonSerializer.Deserialize<HandoutAsset[]>(Own("assets.json"), JsonSerializerOptions.Web) ?? [];
        return assets.ToDictionary(asset => asset.File);
    }

    [GeneratedRegex(@"@font-face\{[^}]*KaTeX_Fraktur[^}]*\}")]
    private static partial Regex Fraktur();

    // One @font-face names the same font in three formats; every browser that knows CSS grid reads the first.
    [GeneratedRegex("""src:url\(fonts/(?<font>[\w-]+)\.woff2\) format\("woff2"\)[^;}]*""")]
    private static partial Regex FontSource();
}
