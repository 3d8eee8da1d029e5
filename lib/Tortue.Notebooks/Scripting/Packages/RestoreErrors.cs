using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>Says in a sentence why a restore has failed.</summary>
internal static partial class RestoreErrors
{
    /// <summary>The sentence for the errors of a restore.</summary>
    /// <param name="errors">What its file says: code, name of the package where it is about one, message.</param>
    /// <param name="output">What it wrote.</param>
    /// <param name="plan">What was asked for.</param>
    public static PackageException Describe(
        IReadOnlyList<(string Code, string Id, string Message)> errors, string output, PackagePlan plan)
    {
        if (output.Contains("No .NET SDKs were found", StringComparison.Ordinal))
            return new(PackagesText.NoSdk, "");

        var (code, id, message) = errors.FirstOrDefault() is { Code.Length: > 0 } first ? first : Written(output);
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var asked = plan.Packages.FirstOrDefault(package => string.Equals(package.Id, id, StringComparison.OrdinalIgnoreCase))?.Range ?? "";
        return code switch
        {
            "NU1101" => new(PackagesText.NotFound, id, After(message, "source(s): ", PackagesText.AllFeeds)),
            "NU1102" when Nearest().Match(message) is { Success: true } near => new(PackagesText.NoSuchVersion, id, asked, near.Groups[1].Value),
            "NU1102" => new(PackagesText.NoVersion, id, asked),
            "NU1103" => new(PackagesText.OnlyPreviews, id),
            "NU1202" or "NU1203" or "NU1213" => new(PackagesText.OtherFramework, id, PackagePlan.Framework),
            "NU1107" or "NU1109" or "NU1605" or "NU1608" => new(PackagesText.Conflict, id, Line(lines, 0)),
            "NU1300" or "NU1301" or "NU1302" or "NU1303" => new(PackagesText.NoFeed, "", Address().Match(message).Value, Line(lines, lines.Length - 1)),
            _ => new(PackagesText.Failed, id, Line(lines, 0) is { Length: > 0 } line ? line : output.Trim().Split('\n')[0]),
        };
    }

    // "/folder/Packages.csproj : error NU1301: message" of the program's own lines.
    private static (string Code, string Id, string Message) Written(string output)
    {
        var match = ErrorLine().Match(output);
        return match.Success ? (match.Groups[1].Value, "", match.Groups[2].Value) : ("", "", "");
    }

    private static string After(string message, string words, string other)
    {
        var start = message.IndexOf(words, StringComparison.Ordinal);
        return start < 0 ? other : message[(start + words.Length)..].Trim();
    }

    private static string Line(string[] lines, int index) => index >= 0 && index < lines.Length ? lines[index].TrimEnd('.') : "";

    [GeneratedRegex(@"Nearest version: ([^\s\]]+)")]
    private static partial Regex Nearest();

    [GeneratedRegex(@"https?://\S+?(?=\.?(\s|$))|'[^']+'")]
    private static partial Regex Address();

    [GeneratedRegex(@"error ([A-Z]+\d+)\s*: ([^\r\n]*)")]
    private static partial Regex ErrorLine();
}
