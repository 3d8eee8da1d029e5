using System.Collections.Concurrent;
using System.Xml;

namespace Tortue.Notebooks.Scripting.Insight;

/// <summary>
/// The documentation of .NET's own assemblies, where an SDK is installed: it lies beside the reference assemblies, and not beside those that run. A file is searched when
/// something of it is asked for, and the answer is kept.
/// </summary>
internal static class FrameworkDocumentation
{
    private static readonly Lazy<IReadOnlyList<string>> Files = new(FindFiles);
    private static readonly ConcurrentDictionary<string, string> Known = [];

    /// <summary>The documentation of a symbol, as XML; empty where there is none.</summary>
    /// <param name="assembly">The simple name of the assembly that it runs from.</param>
    /// <param name="id">The documentation's name of the symbol, such as "T:System.String".</param>
    public static string Find(string? assembly, string id) => Known.GetOrAdd(id, Search, assembly ?? "");

    private static string Search(string id, string assembly)
    {
        // Most of System.Private.CoreLib is documented in System.Runtime.
        var files = Files.Value
            .OrderByDescending(file => Path.GetFileNameWithoutExtension(file) == assembly)
            .ThenByDescending(file => Path.GetFileNameWithoutExtension(file) == "System.Runtime")
            .ThenByDescending(file => id[2..].StartsWith(Path.GetFileNameWithoutExtension(file) + ".", StringComparison.Ordinal));
        foreach (var file in files.Take(8))
        {
            if (Read(file, id) is { } found)
                return found;
        }

        return "";
    }

    private static string? Read(string file, string id)
    {
        try
        {
            using var reader = XmlReader.Create(file, new() { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.ReadToFollowing("member"))
            {
                if (reader.GetAttribute("name") == id)
                    return reader.ReadOuterXml();
            }
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // A file that cannot be read documents nothing.
        }

        return null;
    }

    private static IReadOnlyList<string> FindFiles()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs))
            return [];
        var framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        var folder = Directory.EnumerateDirectories(packs)
            .Select(version => Path.Combine(version, "ref", framework))
            .LastOrDefault(Directory.Exists);
        return folder is null ? [] : [.. Directory.EnumerateFiles(folder, "*.xml")];
    }
}
