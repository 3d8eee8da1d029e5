using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Jupyter.Kernelspecs;

/// <summary>What tells Jupyter's clients how to start a kernel: the file kernel.json in a folder of the kernel's name.</summary>
public sealed record Kernelspec
{
    /// <summary>The name of the kernel where none is asked for, which the course's notebooks ask for.</summary>
    public const string DefaultName = "tortue";

    /// <summary>What lists of kernels show where nothing else is asked for, and the course's notebooks name beside the name.</summary>
    public const string DefaultDisplayName = "C# (Tortue)";

    /// <summary>The item of the command line that clients replace by the path of the connection file.</summary>
    /// <remarks>It stands alone: in a part of an item VS Code would put quotes around a path with spaces, and they would stay.</remarks>
    public const string ConnectionFileItem = "{connection_file}";

    private const string FileName = "kernel.json";
    private static readonly string[] OwnPrograms = ["tortue.cli", "tortue"];
    private static readonly string[] OwnCommand = ["kernel", "run"];
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // "C# (Tortue)" and paths as a person writes them
        NewLine = "\n",
    };

    /// <summary>The command line that starts the kernel, one item a word.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>What lists of kernels show.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The language. Default: C#.</summary>
    public string Language { get; init; } = "C#";

    /// <summary>Whether the kernel is this program's: its command line ends in the command of Tortue that runs a kernel.</summary>
    public bool IsTortue => Program() is { Count: > 0 } program && OwnPrograms.Contains(BaseName(program[^1]));

    /// <summary>The first file of the program that is not there; null where all are, or where the system looks it up.</summary>
    public string? MissingFile => Program().FirstOrDefault(item => Path.IsPathRooted(item) && !File.Exists(item));

    /// <summary>The kernelspec that runs this program's kernel.</summary>
    /// <param name="program">What starts the program: its executable, or <c>dotnet</c> and its assembly, by full paths.</param>
    /// <param name="displayName">What lists of kernels show.</param>
    public static Kernelspec ForTortue(IEnumerable<string> program, string displayName) =>
        new() { Arguments = [.. program, .. OwnCommand, ConnectionFileItem], DisplayName = displayName };

    /// <summary>Reads the kernelspec of a folder.</summary>
    /// <param name="folder">The folder of one kernel.</param>
    /// <returns>The kernelspec; null where the folder has none.</returns>
    /// <exception cref="KernelspecException">The file is not a kernelspec.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Kernelspec? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return new()
            {
                Arguments = [.. root.GetProperty("argv").EnumerateArray().Select(Word)],
                DisplayName = Word(root.GetProperty("display_name")),
                Language = root.TryGetProperty("language", out var language) ? Word(language) : "",
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new KernelspecException(string.Format(CultureInfo.InvariantCulture, KernelspecsText.NotAKernelspec, path));
        }
    }

    /// <summary>Writes the kernelspec, to the side and then into place.</summary>
    /// <param name="folder">The folder of the kernel; it is made where it is not there.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Write(string folder)
    {
        var file = new JsonObject
        {
            ["argv"] = new JsonArray([.. Arguments.Select(item => (JsonNode)item)]),
            ["display_name"] = DisplayName,
            ["language"] = Language,
            ["interrupt_mode"] = "message", // signals would not reach the running cell alone, and not at all on Windows
            ["metadata"] = new JsonObject(),
        };
        Directory.CreateDirectory(folder);
        AtomicFile.WriteAllText(Path.Combine(folder, FileName), file.ToJsonString(Readable) + "\n");
    }

    private static string Word(JsonElement element) =>
        element.GetString() ?? throw new InvalidOperationException("A null stands where a text belongs.");

    // What stands before the command; nothing where the command line has another.
    private List<string> Program()
    {
        var words = Arguments.TakeWhile(item => item != OwnCommand[0]).ToList();
        return Arguments.Skip(words.Count).Take(OwnCommand.Length).SequenceEqual(OwnCommand) ? words : [];
    }

    // Of paths of any system: a folder of kernels can be shared between several.
    private static string BaseName(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        return name.EndsWith(".dll", StringComparison.Ordinal) || name.EndsWith(".exe", StringComparison.Ordinal) ? name[..^4] : name;
    }
}
