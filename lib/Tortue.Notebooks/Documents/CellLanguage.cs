using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Documents;

/// <summary>How notebooks and cells say which language they are in.</summary>
internal static class CellLanguage
{
    /// <summary>Our name for C#.</summary>
    public const string CSharp = "csharp";

    /// <summary>First lines that choose a language; other lines with <c>#!</c> (such as <c>#!time</c>) are commands of the C# cell they stand in.</summary>
    private static readonly Dictionary<string, string> ByMagic = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CSharp,
        ["c#"] = CSharp,
        ["cs"] = CSharp,
        ["fsharp"] = "fsharp",
        ["f#"] = "fsharp",
        ["pwsh"] = "pwsh",
        ["powershell"] = "pwsh",
        ["markdown"] = "markdown",
        ["md"] = "markdown",
        ["html"] = "html",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["mermaid"] = "mermaid",
        ["sql"] = "sql",
        ["kql"] = "kql",
        ["http"] = "http",
        ["value"] = "value",
        ["python"] = "python",
        ["r"] = "r",
    };

    /// <summary>The words that choose a language behind <c>#!</c>.</summary>
    public static IReadOnlyCollection<string> Magics => ByMagic.Keys;

    private static readonly Dictionary<string, string> KernelNames = new(StringComparer.OrdinalIgnoreCase)
    {
        [".net-csharp"] = CSharp,
        [".net-fsharp"] = "fsharp",
        [".net-pwsh"] = "pwsh",
        ["python3"] = "python",
        ["ir"] = "r",
    };

    /// <summary>The language a cell names for itself; null where it says nothing.</summary>
    public static string? Find(JsonObject metadata, string source)
    {
        var magic = FirstLineMagic(source);
        return magic
            ?? Normalize(Text(metadata, "polyglot_notebook", "kernelName"))
            ?? Normalize(Text(metadata, "dotnet_interactive", "language"))
            ?? Normalize(Text(metadata, "vscode", "languageId"));
    }

    /// <summary>The language of a whole notebook; null where its metadata says nothing.</summary>
    public static string? OfDocument(JsonObject metadata)
    {
        var named = Normalize(Text(metadata, "kernelspec", "language")) ?? Normalize(Text(metadata, "language_info", "name"));
        if (named is not null)
            return named;

        // "polyglot-notebook" alone names no language: the kernel's name or .NET Interactive's own entry does.
        return KernelNames.GetValueOrDefault(Text(metadata, "kernelspec", "name") ?? "")
            ?? Normalize(Text(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName"))
            ?? (Text(metadata, "language_info", "name") == "polyglot-notebook" ? CSharp : null);
    }

    /// <summary>The language that the text's first line with content chooses; null for none.</summary>
    public static string? FirstLineMagic(string source)
    {
        var text = source.AsSpan().TrimStart();
        if (!text.StartsWith("#!"))
            return null;

        var word = text[2..];
        var end = word.IndexOfAny(" \t\r\n");
        return ByMagic.GetValueOrDefault((end < 0 ? word : word[..end]).ToString());
    }

    /// <summary>One spelling for a language; null for nothing or a name that means any language.</summary>
    private static string? Normalize(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;

        var lower = name.Trim().ToLowerInvariant();
        if (lower.StartsWith("dotnet-interactive.", StringComparison.Ordinal))
            lower = lower["dotnet-interactive.".Length..];

        return lower switch
        {
            "polyglot-notebook" => null,
            "c#" => CSharp,
            "f#" => "fsharp",
            _ => lower,
        };
    }

    private static string? Text(JsonObject metadata, params ReadOnlySpan<string> path)
    {
        JsonNode? node = metadata;
        foreach (var name in path)
            node = (node as JsonObject)?[name];

        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }
}
