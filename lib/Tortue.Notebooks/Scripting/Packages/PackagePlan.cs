using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>Which packages are to be resolved together, and where they may come from.</summary>
/// <param name="Packages">The packages that cells have asked for, one of each name.</param>
/// <param name="Sources">Feeds beside those of the user's settings: addresses and full paths.</param>
/// <param name="Folder">The notebook's folder: a nuget.config there or above it counts.</param>
internal sealed record PackagePlan(IReadOnlyList<PackageRequest> Packages, IReadOnlyList<string> Sources, string Folder)
{
    private static readonly string[] SettingsNames = ["nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>The framework that cells run on.</summary>
    public static string Framework { get; } = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <summary>The system that cells run on, by the name that packages have for it.</summary>
    public static string Runtime { get; } = OperatingSystemName() + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>Whether another day may give other versions.</summary>
    public bool IsFloating => Packages.Any(package => package.IsFloating);

    /// <summary>The same for the same packages, feeds and settings on the same system.</summary>
    public string Key()
    {
        var text = new StringBuilder($"1|{Framework}|{Runtime}");
        foreach (var package in Packages.OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase))
            text.Append('|').Append(package.Id.ToUpperInvariant()).Append(',').Append(package.Range);
        foreach (var source in Sources)
            text.Append("|#i ").Append(source);
        foreach (var settings in SettingsFiles())
            text.Append('|').Append(File.ReadAllText(settings));

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 12));
    }

    /// <summary>A project with nothing but the packages: what build files above it or central versions say is not asked.</summary>
    public string ToProject()
    {
        var project = new XElement(
            "Project",
            Properties(
                ("ImportDirectoryBuildProps", "false"), ("ImportDirectoryBuildTargets", "false"), ("ImportDirectoryPackagesProps", "false"),
                ("BaseIntermediateOutputPath", "obj/"), ("BaseOutputPath", "bin/")),
            Import("Sdk.props"),
            Properties(
                ("TargetFramework", Framework), ("RuntimeIdentifier", Runtime), ("SelfContained", "false"), ("UseAppHost", "false"),
                ("ManagePackageVersionsCentrally", "false"), ("RestorePackagesWithLockFile", "false"), ("RestoreLockedMode", "false"),
                // Advice about versions is for who maintains a program; it costs a request to every feed.
                ("NuGetAudit", "false"), ("EnableTargetingPackDownload", "false"), ("NoWarn", "NU1510"), ("TreatWarningsAsErrors", "false"),
                ("RestoreRootConfigDirectory", Escape(Folder)), ("RestoreAdditionalProjectSources", string.Join(';', Sources.Select(Escape)))),
            new XElement("ItemGroup", Packages.Select(package => new XElement(
                "PackageReference", new XAttribute("Include", package.Id), new XAttribute("Version", package.Range)))),
            Import("Sdk.targets"));
        return project.ToString();

        static XElement Import(string file) => new("Import", new XAttribute("Project", file), new XAttribute("Sdk", "Microsoft.NET.Sdk"));

        static XElement Properties(params (string Name, string Value)[] properties) =>
            new("PropertyGroup", properties.Select(property => new XElement(property.Name, property.Value)));
    }

    // What would be a variable, a list or a pattern to the build.
    private static string Escape(string text) => string.Concat(text.Select(character =>
        "%$@';?*".Contains(character, StringComparison.Ordinal) ? $"%{(int)character:X2}" : character.ToString()));

    private IEnumerable<string> SettingsFiles()
    {
        for (var folder = new DirectoryInfo(Folder); folder is not null; folder = folder.Parent)
        {
            if (SettingsNames.Select(name => Path.Combine(folder.FullName, name)).FirstOrDefault(File.Exists) is { } file)
                yield return file;
        }
    }

    // The runtime's own name for the system can be a distribution's, which the SDK need not know.
    private static string OperatingSystemName()
    {
        if (OperatingSystem.IsWindows())
            return "win";
        if (OperatingSystem.IsMacOS())
            return "osx";
        return RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
            || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal) ? "linux-musl" : "linux";
    }
}
