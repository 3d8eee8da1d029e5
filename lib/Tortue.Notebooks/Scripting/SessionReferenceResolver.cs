using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Tortue.Notebooks.Scripting.Packages;

namespace Tortue.Notebooks.Scripting;

/// <summary>Finds what <c>#r</c> names, relative to the notebook's folder, and what the found assemblies need from beside them.</summary>
internal sealed class SessionReferenceResolver(
    SessionAssemblies assemblies, SessionPackages packages, string workingDirectory, string? libraryFolder = null)
    : MetadataReferenceResolver
{
    private readonly Dictionary<string, PortableExecutableReference> _references = [];
    private readonly Dictionary<string, string> _failures = [];

    public override bool ResolveMissingAssemblies => true;

    /// <summary>The names of .NET Interactive, for cells that write them.</summary>
    public InteractiveNames InteractiveNames { get; } = new(assemblies);

    /// <summary>The sentence for a reference that could not be resolved; null where it is not one of ours.</summary>
    public string? FailureOf(string reference) => _failures.GetValueOrDefault(reference) ?? packages.FailureOf(reference);

    /// <summary>The assemblies that no line of a cell names, of packages and for old names: every cell sees them.</summary>
    public IReadOnlyList<MetadataReference> SessionReferences => [.. packages.CompileFiles.Select(ReferenceTo), .. InteractiveNames.References];

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        _failures.Remove(reference);
        if (PackageRequest.IsOne(reference))
            // A file of #load: the compiler wants one assembly of each line, and those of packages it has without it.
            return packages.Ask(reference) ? [FrameworkReferences.Find("System.Runtime")!.WithProperties(properties)] : [];

        var folder = Path.Combine(workingDirectory, Path.GetDirectoryName(baseFilePath) ?? "");
        var path = InLibrary(reference) ?? Path.GetFullPath(reference.Replace('\\', Path.DirectorySeparatorChar), folder);
        if (!File.Exists(path))
            return FrameworkAssembly(reference, properties) ?? Fail(reference, MissingSentence(path), path);

        try
        {
            return ShadowFolder.IsManaged(path)
                ? [ReferenceTo(assemblies.CopyOf(path)).WithProperties(properties)]
                : Fail(reference, ScriptingText.AssemblyNotManaged, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(reference, ScriptingText.AssemblyUnreadable, path, exception.Message);
        }
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        assemblies.FindCopy(referenceIdentity.Name) is { } path ? ReferenceTo(path) : null;

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary><c>#r "System.Xml"</c>: by name, and there already.</summary>
    private static ImmutableArray<PortableExecutableReference>? FrameworkAssembly(string reference, MetadataReferenceProperties properties)
    {
        var name = reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? reference[..^4] : reference.Split(',')[0];
        return FrameworkReferences.Find(name) is { } found ? [found.WithProperties(properties)] : null;
    }

    private static string MissingSentence(string path) =>
        path.Replace('\\', '/').EndsWith("lib/bin/Tortue.dll", StringComparison.OrdinalIgnoreCase)
            ? ScriptingText.LibraryNotBuilt
            : ScriptingText.AssemblyNotFound;

    /// <summary>The library's assembly that has the name at the end of a path, whatever system the path is written for.</summary>
    private string? InLibrary(string reference)
    {
        if (libraryFolder is null)
            return null;

        var path = Path.Combine(libraryFolder, reference.Split('/', '\\')[^1]);
        return File.Exists(path) ? path : null;
    }

    /// <summary>One reference for a file, however often it is asked for: each costs memory.</summary>
    private PortableExecutableReference ReferenceTo(string path)
    {
        if (!_references.TryGetValue(path, out var reference))
        {
            var documentation = XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml"));
            _references[path] = reference = MetadataReference.CreateFromFile(path, documentation: documentation);
        }

        return reference;
    }

    private ImmutableArray<PortableExecutableReference> Fail(string reference, string format, params object[] values)
    {
        _failures[reference] = string.Format(CultureInfo.CurrentCulture, format, [reference, .. values]);
        return [];
    }
}
