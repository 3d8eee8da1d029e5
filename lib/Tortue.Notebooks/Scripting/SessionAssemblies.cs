using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// The assemblies of one session: its cells, and copies of what they reference, one of each name. The framework's own come from the process; the host's
/// library never does, so a session always runs the build that its notebook names.
/// </summary>
internal sealed class SessionAssemblies : AssemblyLoadContext
{
    private readonly string _shadowRoot;
    private readonly Lock _lock = new();
    private readonly List<ShadowFolder> _folders = [];
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
            _folders.Add(folder);
            return folder.Find(name) ?? throw new FileNotFoundException(null, path);
        }
    }

    /// <summary>The copy with this simple name from the folders that cells have referenced; null where there is none.</summary>
    public string? FindCopy(string simpleName)
    {
        lock (_lock)
        {
            return _folders.Select(folder => folder.Find(simpleName)).FirstOrDefault(path => path is not null);
        }
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

        // Null leaves it to the process.
        return !FrameworkReferences.Contains(name) && FindCopy(name) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] names =
        [
            unmanagedDllName, $"{unmanagedDllName}.dll", $"lib{unmanagedDllName}.so", $"{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib",
        ];
        List<ShadowFolder> folders;
        lock (_lock)
            folders = [.. _folders];

        foreach (var folder in folders)
        {
            string[] places = [folder.Original, Path.Combine(folder.Original, "runtimes", RuntimeInformation.RuntimeIdentifier, "native")];
            var file = places.SelectMany(place => names.Select(name => Path.Combine(place, name))).FirstOrDefault(File.Exists);
            if (file is not null && NativeLibrary.TryLoad(file, out var handle))
                return handle;
        }

        return IntPtr.Zero;
    }
}
