using System.IO.Compression;
using System.Runtime.InteropServices;
using Tortue.Notebooks.Scripting.Packages;

namespace Tortue.Notebooks.Tests.Scripting.Packages;

/// <summary>A feed of small packages in a folder, made by hand: no network is asked.</summary>
public sealed class TestFeed : IDisposable
{
    private const string Framework = "net10.0";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tortue-feed-");

    /// <summary>Makes the packages.</summary>
    public TestFeed()
    {
        foreach (var version in new[] { "1.0.0", "1.1.0", "2.0.0-beta" })
            Pack("Base", version, [Library("Base", $"public static class Base {{ public static string Version => \"{version}\"; }}")]);

        var reference = Path.Combine(_root.FullName, "build", "Base-1.1.0", "Base.dll");
        Pack("Middle", "1.0.0", [Library("Middle", MiddleSource, reference)], "Base", "1.0.0");
        Pack("Newer", "1.0.0", [Library("Newer", "public static class Newer { public static string Say() => \"newer on \" + Base.Version; }", reference)], "Base", "1.1.0");

        // A package with the name of an assembly of the framework's, older and newer than that.
        Pack("Old.Json", "1.0.0", [Library("System.Text.Json", "[assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")] namespace System.Text.Json { public class OldJson { } }")]);
        Pack("New.Json", "1.0.0", [Library("System.Text.Json", "[assembly: System.Reflection.AssemblyVersion(\"99.0.0.0\")] namespace System.Text.Json { public static class NewJson { public static string Say() => \"99\"; } }")]);
        Pack("Roslyn", "1.0.0", [Library("Microsoft.CodeAnalysis", "namespace Microsoft.CodeAnalysis { public static class Own { public static string Say() => \"own\"; } }")]);

        var specific = $"runtimes/{PackagePlan.Runtime}/lib/{Framework}/Special.dll";
        Pack("Special", "1.0.0",
        [
            Library("Special", "public static class Special { public static string Say() => \"any system\"; }"),
            (specific, Library("Special", "public static class Special { public static string Say() => \"this system\"; }").Content),
        ]);

        var native = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), OperatingSystem.IsMacOS() ? "libSystem.Native.dylib" : "libSystem.Native.so");
        if (File.Exists(native))
        {
            Pack("Native", "1.0.0",
            [
                Library("Native", NativeSource),
                ($"runtimes/{PackagePlan.Runtime}/native/libtiny{Path.GetExtension(native)}", File.ReadAllBytes(native)),
            ]);
        }

        Pack("Web", "1.0.0", [Library("Web", "public static class Web { }")], framework: "Microsoft.AspNetCore.App");
        Pack("Desktop", "1.0.0", [("lib/net10.0-windows7.0/Desktop.dll", Library("Desktop", "public class Desktop { }").Content)]);
        Pack("Microsoft.DotNet.Interactive", "1.0.0", [Library("Microsoft.DotNet.Interactive", "public class Kernel { }")]);
        Pack("Chart.Interactive", "1.0.0", [Library("Chart.Interactive", "public class Chart { }")], "Microsoft.DotNet.Interactive", "1.0.0");
    }

    private const string MiddleSource = """
        /// <summary>Between two packages.</summary>
        public static class Middle
        {
            /// <summary>Says which version is below.</summary>
            public static string Say() => "middle on " + Base.Version;
        }
        """;

    private const string NativeSource = """
        public static class Native
        {
            [System.Runtime.InteropServices.DllImport("tiny", EntryPoint = "SystemNative_GetPid")] private static extern int GetPid();
            public static int Pid() => GetPid();
        }
        """;

    /// <summary>The feed's folder.</summary>
    public string Folder => Path.Combine(_root.FullName, "feed");

    /// <summary>Makes the feed the only one of a notebook's folder.</summary>
    public void Rule(string folder) => File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
        <configuration>
          <packageSources><clear /><add key="hand-made" value="{Folder}" /></packageSources>
          <config><add key="globalPackagesFolder" value="{Path.Combine(_root.FullName, "global")}" /></config>
        </configuration>
        """);

    /// <summary>Removes it.</summary>
    public void Dispose() => _root.Delete(recursive: true);

    private void Pack(
        string id, string version, IEnumerable<(string Name, byte[] Content)> files, string? needs = null, string? needed = null, string? framework = null)
    {
        Directory.CreateDirectory(Folder);
        using var archive = ZipFile.Open(Path.Combine(Folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        var dependency = needs is null ? "" : $"""<dependencies><group targetFramework="{Framework}"><dependency id="{needs}" version="{needed}" /></group></dependencies>""";
        var reference = framework is null
            ? ""
            : $"""<frameworkReferences><group targetFramework="{Framework}"><frameworkReference name="{framework}" /></group></frameworkReferences>""";
        Add($"{id}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <?xml version="1.0"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{id}</id><version>{version}</version><authors>a</authors><description>d</description>{dependency}{reference}</metadata>
            </package>
            """));
        foreach (var (name, content) in files)
        {
            Add(name, content);
            if (name.StartsWith("lib/", StringComparison.Ordinal))
                Add(Path.ChangeExtension(name, ".xml"), File.ReadAllBytes(Path.Combine(_last, Path.GetFileNameWithoutExtension(name) + ".xml")));
        }

        var build = Path.Combine(_root.FullName, "build", $"{id}-{version}");
        if (!Directory.Exists(build))
            Directory.Move(_last, build);

        void Add(string name, byte[] content)
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(content);
        }
    }

    private string _last = "";

    private (string Name, byte[] Content) Library(string name, string source, params string[] references)
    {
        _last = Path.Combine(_root.FullName, "build", Guid.NewGuid().ToString("N"));
        return ($"lib/{Framework}/{name}.dll", File.ReadAllBytes(BuiltAssembly.Write(_last, name, source, references)));
    }
}
