using System.Buffers.Binary;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// A copy of the managed assemblies of a folder (with their documentation, debug information and translations), in a folder named by their content. The
/// built files are never locked, a rebuild gives another copy, and an unchanged build is copied once. Native libraries stay where they are: they can be
/// gigabytes.
/// </summary>
internal sealed class ShadowFolder : IAssemblySource
{
    private const string UseFile = "in-use";
    private static readonly TimeSpan KeptUnused = TimeSpan.FromDays(1);

    private readonly Dictionary<string, string> _assemblies;

    /// <summary>Open as long as the session lives, so that no other one removes the folder.</summary>
    private readonly FileStream _use;

    private ShadowFolder(string original, Dictionary<string, string> assemblies, FileStream use)
    {
        Original = original;
        _assemblies = assemblies;
        _use = use;
    }

    /// <summary>The folder that was copied.</summary>
    public string Original { get; }

    /// <summary>The copy of the assembly with this simple name; null where the folder has none.</summary>
    public string? Find(string simpleName) => _assemblies.GetValueOrDefault(simpleName);

    /// <summary>Native libraries are not copied: they lie beside the originals, or below them in the folder of this system.</summary>
    public IEnumerable<string> NativeCandidates(IReadOnlyList<string> names)
    {
        string[] places = [Original, Path.Combine(Original, "runtimes", RuntimeInformation.RuntimeIdentifier, "native")];
        return places.SelectMany(place => names.Select(name => Path.Combine(place, name)));
    }

    /// <summary>Copies the assemblies of <paramref name="original"/>, unless their copy is there.</summary>
    /// <param name="original">The folder with the built files.</param>
    /// <param name="root">The folder of all copies.</param>
    public static ShadowFolder Create(string original, string root)
    {
        var files = Directory.EnumerateFiles(original, "*.dll")
            .Where(IsManaged)
            .SelectMany(assembly => WithCompanions(assembly, original))
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Content: File.ReadAllBytes(Path.Combine(original, name))))
            .ToList();
        var copy = Path.Combine(root, KeyOf(files));
        if (!Directory.Exists(copy))
            Write(files, root, copy);

        var use = new FileStream(Path.Combine(copy, UseFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        Directory.SetLastWriteTimeUtc(copy, DateTime.UtcNow);
        var assemblies = files
            .Where(file => file.Name == Path.GetFileName(file.Name) && file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file.Name), file => Path.Combine(copy, file.Name), StringComparer.OrdinalIgnoreCase);
        return new ShadowFolder(original, assemblies, use);
    }

    /// <summary>Removes copies that no session uses, or has used for a day, as far as they can be removed.</summary>
    public static void RemoveUnused(string root)
    {
        if (!Directory.Exists(root))
            return;

        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            try
            {
                if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) < KeptUnused)
                    continue;

                // Fails while a session has it open.
                using (new FileStream(Path.Combine(folder, UseFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
                {
                }

                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // In use, or somebody else's: next time.
            }
        }
    }

    /// <summary>Whether the file is a .NET assembly.</summary>
    public static bool IsManaged(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new PEReader(stream);
            return reader.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    /// <summary>The files that belong to an assembly, relative to its folder: itself, symbols, documentation, and its texts in a folder a language.</summary>
    private static IEnumerable<string> WithCompanions(string assembly, string folder)
    {
        var translation = Path.GetFileNameWithoutExtension(assembly) + ".resources.dll";
        string[] beside = [assembly, Path.ChangeExtension(assembly, ".pdb"), Path.ChangeExtension(assembly, ".xml")];
        return beside
            .Concat(Directory.EnumerateDirectories(folder).Select(language => Path.Combine(language, translation)))
            .Where(File.Exists)
            .Select(file => Path.GetRelativePath(folder, file));
    }

    private static string KeyOf(List<(string Name, byte[] Content)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        foreach (var (name, content) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            BinaryPrimitives.WriteInt64LittleEndian(length, content.Length);
            hash.AppendData(length);
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }

    private static void Write(List<(string Name, byte[] Content)> files, string root, string copy)
    {
        Directory.CreateDirectory(root);
        var side = Directory.CreateDirectory(Path.Combine(root, $"{Guid.NewGuid():N}.tmp")).FullName;
        foreach (var (name, content) in files)
        {
            var target = Path.Combine(side, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
        }

        try
        {
            Directory.Move(side, copy);
        }
        catch (IOException) when (Directory.Exists(copy))
        {
            // Another process was quicker.
            Directory.Delete(side, recursive: true);
        }
    }
}
