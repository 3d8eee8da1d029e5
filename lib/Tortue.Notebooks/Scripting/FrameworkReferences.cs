using Microsoft.CodeAnalysis;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// The framework's assemblies as the compiler sees them: made once for the process, since each set of them costs memory that does not come back.
/// </summary>
internal static class FrameworkReferences
{
    private static readonly Lazy<IReadOnlyDictionary<string, PortableExecutableReference>> ByName = new(Create);

    /// <summary>All of the framework's assemblies.</summary>
    public static IEnumerable<MetadataReference> All => ByName.Value.Values;

    /// <summary>Whether the framework has an assembly with this simple name.</summary>
    public static bool Contains(string simpleName) => ByName.Value.ContainsKey(simpleName);

    /// <summary>The framework's assembly with this simple name; null where there is none.</summary>
    public static PortableExecutableReference? Find(string simpleName) => ByName.Value.GetValueOrDefault(simpleName);

    private static Dictionary<string, PortableExecutableReference> Create()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Directory.EnumerateFiles(folder, "*.dll")
            .Where(ShadowFolder.IsManaged)
            .ToDictionary(
                path => Path.GetFileNameWithoutExtension(path),
                path => MetadataReference.CreateFromFile(path),
                StringComparer.OrdinalIgnoreCase);
    }
}
