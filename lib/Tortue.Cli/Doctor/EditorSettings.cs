using System.Text.Json;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Doctor;

/// <summary>The user's settings of VS Code and its kin.</summary>
internal static class EditorSettings
{
    private const string Setting = "jupyter.completionTriggerCharacters";

    // What people call it, the folder of its settings, and its command.
    private static readonly (string Name, string Folder, string Command)[] Kin =
        [("VS Code", "Code", "code"), ("VS Code Insiders", "Code - Insiders", "code-insiders"), ("VSCodium", "VSCodium", "codium")];

    /// <summary>The editors that are here: those with a folder of the user's, or on the PATH.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <param name="onPath">Finds a program.</param>
    /// <returns>Their names and their files of settings, which need not exist.</returns>
    public static IEnumerable<(string Name, string File)> Find(Func<string, string?> environment, Func<string, string?> onPath) =>
        from editor in Kin
        let folder = Path.Combine(Root(environment), editor.Folder)
        where Directory.Exists(folder) || onPath(editor.Command) is not null
        select (editor.Name, Path.Combine(folder, "User", "settings.json"));

    /// <summary>Whether a file of settings lets the kernel complete after a dot; null where it is no JSON.</summary>
    /// <param name="file">The file; it may have comments.</param>
    public static bool? CompletesAfterDot(string file)
    {
        if (!File.Exists(file)) return false;
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllBytes(file), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(Setting, out var languages) && languages.ValueKind == JsonValueKind.Object
                && languages.TryGetProperty("csharp", out var characters) && characters.ValueKind == JsonValueKind.Array
                && characters.EnumerateArray().Any(character => character.ValueKind == JsonValueKind.String && character.GetString() == ".");
        }
        catch (Exception exception) when (exception is JsonException || FileErrors.Covers(exception))
        {
            return null;
        }
    }

    private static string Root(Func<string, string?> environment)
    {
        if (OperatingSystem.IsWindows())
            return Set("APPDATA") ?? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData);

        var home = Set("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS()
            ? Path.Combine(home, "Library", "Application Support")
            : Set("XDG_CONFIG_HOME") ?? Path.Combine(home, ".config");

        string? Set(string variable) => environment(variable) is { Length: > 0 } value ? value : null;
    }
}
