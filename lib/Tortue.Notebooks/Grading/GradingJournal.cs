using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tortue.Notebooks.Grading;

/// <summary>
/// What happens while a notebook is graded, a line of JSON each, written at once: the process that runs it may end at any moment, and what
/// it had found until then counts.
/// </summary>
public sealed class GradingJournal : IDisposable
{
    /// <summary>Characters of a message that are kept.</summary>
    public const int MostMessage = 2_000;

    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly StreamWriter _writer;

    /// <summary>Begins a journal.</summary>
    /// <param name="path">Its file, which must not be there yet.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public GradingJournal(string path)
    {
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        _writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true };
    }

    /// <summary>Adds a line.</summary>
    /// <param name="happened">What happened; a long message is cut.</param>
    public void Add(GradingEvent happened)
    {
        var message = happened.Message.Length <= MostMessage ? happened.Message : happened.Message[..MostMessage] + "…";
        _writer.Write(JsonSerializer.Serialize(happened with { Message = message }, Options) + "\n");
    }

    /// <summary>Reads a journal, also one whose process ended in the middle of a line.</summary>
    /// <param name="path">Its file; one that was never begun is empty.</param>
    /// <returns>What happened, in order.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<GradingEvent> Read(string path)
    {
        if (!File.Exists(path))
            return [];

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var events = new List<GradingEvent>();
        while (reader.ReadLine() is { } line)
        {
            if (Parse(line) is { } happened)
                events.Add(happened);
        }

        return events;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static GradingEvent? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<GradingEvent>(line, Options);
        }
        catch (JsonException)
        {
            // The line that the process was writing when it ended.
            return null;
        }
    }
}
