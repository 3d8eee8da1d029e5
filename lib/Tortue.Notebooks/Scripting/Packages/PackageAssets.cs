using System.Reflection;
using System.Text.Json;

namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>Reads what a restore has found out: its file project.assets.json.</summary>
internal static class PackageAssets
{
    /// <summary>Stands for a folder that is empty on purpose.</summary>
    private const string Placeholder = "_._";

    /// <summary>The packages of a restore.</summary>
    /// <param name="path">The file.</param>
    /// <param name="requests">What was asked for.</param>
    /// <returns>Null where the file is not whole, or where files of the packages are gone.</returns>
    public static PackageSet? Read(string path, IReadOnlyList<PackageRequest> requests)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement, requests);
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The errors of a restore: code, name of the package where it is about one, message.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyList<(string Code, string Id, string Message)> ReadErrors(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return
            [
                .. from log in document.RootElement.TryGetProperty("logs", out var logs) ? logs.EnumerateArray().ToList() : []
                   where Text(log, "level") == "Error"
                   select (Text(log, "code"), Text(log, "libraryId"), Text(log, "message")),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static PackageSet? Read(JsonElement root, IReadOnlyList<PackageRequest> requests)
    {
        var packages = new Dictionary<string, Package>(StringComparer.OrdinalIgnoreCase);
        var (compile, runtime, native, frameworks) = (new List<string>(), new List<string>(), new List<string>(), new SortedSet<string>());
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");
        foreach (var library in root.GetProperty("targets").GetProperty($"{PackagePlan.Framework}/{PackagePlan.Runtime}").EnumerateObject())
        {
            var (id, version) = (library.Name.Split('/')[0], library.Name.Split('/')[1]);
            var relative = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
            if (folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(Directory.Exists) is not { } place)
                return null;

            packages[id] = new(id, version, Path.GetFullPath(place), [.. Names(library.Value, "dependencies")]);
            compile.AddRange(Files("compile"));
            runtime.AddRange(Files("runtime"));
            native.AddRange(Files("native"));
            if (library.Value.TryGetProperty("frameworkReferences", out var needed))
                frameworks.UnionWith(needed.EnumerateArray().Select(name => name.GetString()!).Where(name => name != "Microsoft.NETCore.App"));

            IEnumerable<string> Files(string group) => Names(library.Value, group)
                .Where(name => !name.EndsWith(Placeholder, StringComparison.Ordinal))
                .Select(name => Path.GetFullPath(Path.Combine(place, name)));
        }

        var replaced = runtime.Where(IsOlderThanFramework).Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.OrdinalIgnoreCase);
        bool IsUsed(string file) => !replaced.Contains(Path.GetFileNameWithoutExtension(file));
        var set = new PackageSet(
            requests,
            packages,
            [.. compile.Where(IsUsed)],
            runtime.Where(IsUsed).Where(IsAssembly).GroupBy(NameOf, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase),
            native,
            [.. frameworks]);
        return set.CompileFiles.Concat(set.RuntimeFiles.Values).Concat(native).All(File.Exists) ? set : null;

        static bool IsAssembly(string file) => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

        static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);
    }

    // Old packages bring what the framework has by now; a newer one than the framework's is what the package was made for.
    private static bool IsOlderThanFramework(string file)
    {
        if (FrameworkReferences.Find(Path.GetFileNameWithoutExtension(file)) is not { FilePath: { } own } || !File.Exists(file))
            return false;

        try
        {
            return AssemblyName.GetAssemblyName(file).Version <= AssemblyName.GetAssemblyName(own).Version;
        }
        catch (BadImageFormatException)
        {
            return true;
        }
    }

    private static IEnumerable<string> Names(JsonElement library, string group) =>
        library.TryGetProperty(group, out var entries) ? entries.EnumerateObject().Select(entry => entry.Name) : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
