namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>A package that was resolved.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">Where its files lie.</param>
/// <param name="Dependencies">The names of the packages that it needs.</param>
internal sealed record Package(string Id, string Version, string Folder, IReadOnlyList<string> Dependencies);

/// <summary>Packages that were resolved together, and the files that are used of them.</summary>
/// <param name="Requests">What was asked for.</param>
/// <param name="Packages">All that came, by name.</param>
/// <param name="CompileFiles">The assemblies for the compiler.</param>
/// <param name="RuntimeFiles">The assemblies to run, by their simple names.</param>
/// <param name="NativeFiles">The native libraries.</param>
/// <param name="Frameworks">Frameworks beside .NET itself that packages need.</param>
internal sealed record PackageSet(
    IReadOnlyList<PackageRequest> Requests,
    IReadOnlyDictionary<string, Package> Packages,
    IReadOnlyList<string> CompileFiles,
    IReadOnlyDictionary<string, string> RuntimeFiles,
    IReadOnlyList<string> NativeFiles,
    IReadOnlyList<string> Frameworks) : IAssemblySource
{
    /// <summary>No packages.</summary>
    public static PackageSet None { get; } = new(
        [], new Dictionary<string, Package>(StringComparer.OrdinalIgnoreCase), [], new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), [], []);

    /// <summary>Whether a request asks for nothing more than is here.</summary>
    public bool Has(PackageRequest request) =>
        Packages.TryGetValue(request.Id, out var package) && (request.IsMetBy(package.Version) || Requests.Contains(request));

    /// <summary>The package that a file belongs to.</summary>
    public Package? OwnerOf(string file) =>
        Packages.Values.FirstOrDefault(package => file.StartsWith(package.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    public string? Find(string simpleName) => RuntimeFiles.GetValueOrDefault(simpleName);

    public IEnumerable<string> NativeCandidates(IReadOnlyList<string> names) =>
        names.SelectMany(name => NativeFiles.Where(file => string.Equals(Path.GetFileName(file), name, StringComparison.OrdinalIgnoreCase)));
}
