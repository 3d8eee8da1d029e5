using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>What a directive <c>#r "nuget: Name, Version"</c> asks for.</summary>
/// <param name="Id">The package's name.</param>
/// <param name="Version">A version, a pattern such as 1.2.*, a range such as [1.0,2.0), or null for the latest.</param>
internal sealed partial record PackageRequest(string Id, string? Version)
{
    private const string Prefix = "nuget:";

    /// <summary>The version as NuGet wants it.</summary>
    public string Range => Version ?? "*";

    /// <summary>Whether another day may give another version.</summary>
    public bool IsFloating => Range.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether a reference means a package, well written or not.</summary>
    public static bool IsOne(string reference) => reference.TrimStart().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a reference for which <see cref="IsOne"/> holds.</summary>
    /// <exception cref="PackageException">The name or the version cannot be one.</exception>
    public static PackageRequest Parse(string reference)
    {
        var words = reference.Trim()[Prefix.Length..].Split(',', 2, StringSplitOptions.TrimEntries);
        if (!Name().IsMatch(words[0]))
            throw new PackageException(PackagesText.BadName, words[0]);

        var version = words is [_, { Length: > 0 } text] ? text : null;
        return version is null || Number().IsMatch(version)
            ? new(words[0], version)
            : throw new PackageException(PackagesText.BadVersion, words[0], version);
    }

    /// <summary>Whether a version that is there already will do.</summary>
    /// <param name="version">The version that is there.</param>
    public bool IsMetBy(string version)
    {
        if (Version is null or "*" or "*-*")
            return true;

        return Version.EndsWith(".*", StringComparison.Ordinal)
            ? (version + ".").StartsWith(Version[..^1], StringComparison.OrdinalIgnoreCase)
            : Normal(Version) == Normal(version);
    }

    // NuGet takes 1.2 and 1.2.0.0 for 1.2.0, and [1.2.0] for exactly that.
    private static string Normal(string version)
    {
        var words = version.Trim('[', ']').TrimStart('v', 'V').Split('+')[0].Split('-', 2);
        var numbers = words[0].Split('.').Select(number => number.TrimStart('0') is { Length: > 0 } digits ? digits : "0").ToList();
        while (numbers.Count > 3 && numbers[^1] == "0")
            numbers.RemoveAt(numbers.Count - 1);
        while (numbers.Count < 3)
            numbers.Add("0");

        return (string.Join('.', numbers) + (words.Length > 1 ? "-" + words[1] : "")).ToUpperInvariant();
    }

    [GeneratedRegex(@"^\w[\w.-]{0,99}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(\*(-\*)?|v?\d+(\.\d+){0,3}(\.\*)?(-[0-9A-Za-z.*-]+)?(\+[0-9A-Za-z.-]+)?|[\[(][0-9A-Za-z.,*\s-]*[\])])$")]
    private static partial Regex Number();
}
