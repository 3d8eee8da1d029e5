using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Tortue.Notebooks.Scripting.Packages;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// The assemblies of one session: its cells, and copies of what they reference, one of each name. The framework's own come from the process; the host's
/// library never does, so a session always runs the build that its notebook names.
/// </summary>
internal sealed class SessionAssemblies : AssemblyLoadContext
{
    private readonly string _shadowRoot;
    private readonly Lock _lock = new();
    private readonly List<IAssemblySource> _sources = [];
    private readonly Dictionary<string, Assembly> _cells = [];

    public SessionAssemblies(string shadowRoot)
        : base("notebook session") => _shadowRoot = shadowRoot;

    /// <summary>The copy of an assembly file; the copy that the session has already where it has one of that name.</summary>
    public string CopyOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        lock (_lock)
        {
            if (FindCopy(name) is { } known)
                return known;

            var original = Path.GetDirectoryName(path)!;
            var folder = ShadowFolder.Create(original, _shadowRoot);
            _sources.Add(folder);
            return folder.Find(name) ?? throw new FileNotFoundException(null, path);
        }
    }

    /// <summary>Makes the assemblies of packages loadable; where the session has one of a name, that one stays.</summary>
    public void Add(PackageSet packages)
    {
        lock (_lock)
            _sources.Add(packages);
    }

    /// <summary>The file with this simple name from the folders and packages that cells have referenced; null where there is none.</summary>
    public string? FindCopy(string simpleName)
    {
        lock (_lock)
            return _sources.Select(source => source.Find(simpleName)).FirstOrDefault(path => path is not null);
    }

    /// <summary>Loads a compiled cell.</summary>
    public Assembly LoadCell(MemoryStream assembly, MemoryStream symbols)
    {
        var loaded = LoadFromStream(assembly, symbols);
        lock (_lock)
            _cells[loaded.GetName().Name!] = loaded;

        return loaded;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        lock (_lock)
        {
            if (_cells.TryGetValue(name, out var cell))
                return cell;
        }

        // Null leaves it to the process, and translations to where their assembly is. Packages have none that the framework has as new.
        var path = FrameworkReferences.Contains(name) ? FindInPackages(name) : FindCopy(name);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] names =
        [
            unmanagedDllName, $"{unmanagedDllName}.dll", $"lib{unmanagedDllName}.so", $"{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib",
        ];
        List<string> files;
        lock (_lock)
            files = [.. _sources.SelectMany(source => source.NativeCandidates(names))];

        foreach (var file in files.Where(File.Exists))
        {
            if (NativeLibrary.TryLoad(file, out var handle))
                return handle;
        }

        return IntPtr.Zero;
    }

    private string? FindInPackages(string simpleName)
    {
        lock (_lock)
            return _sources.OfType<PackageSet>().Select(packages => packages.Find(simpleName)).FirstOrDefault(path => path is not null);
    }
}
