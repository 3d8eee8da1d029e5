using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Chapters;

/// <summary>
/// A run of a notebook as a file: a line of JSON on the run, then the notebook with its outputs as nbformat has it, compressed together.
/// Solutions are in that line, for a notebook's file never gives them away.
/// </summary>
/// <param name="Record">What is known of the run.</param>
/// <param name="Document">The notebook with its outputs.</param>
internal sealed record ChapterRun(RunRecord Record, NotebookDocument Document)
{
    /// <summary>A run that has just ended.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="result">How the run ended.</param>
    /// <param name="now">When.</param>
    public static ChapterRun Of(NotebookDocument document, NotebookRunResult result, DateTimeOffset now) =>
        new(new RunRecord(now, result.Elapsed, result.Failure, [.. CodeCells(document).Select(cell => cell.Solutions)]), document);

    /// <summary>Reads a run.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The run; null where there is none, or the file is damaged.</returns>
    public static ChapterRun? TryRead(string path) => Try(path, (record, reader) =>
        new ChapterRun(record, NotebookDocument.Parse(reader.ReadToEnd(), path)));

    /// <summary>Reads what is known of a run, without its outputs.</summary>
    /// <inheritdoc cref="TryRead"/>
    public static RunRecord? TryReadRecord(string path) => Try(path, (record, _) => record);

    /// <summary>Writes the run, to the side and then into place.</summary>
    /// <param name="path">The file, in an existing folder.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string path)
    {
        var side = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var writer = new StreamWriter(new GZipStream(File.Create(side), CompressionLevel.Optimal), new UTF8Encoding(false)))
            {
                writer.Write(JsonSerializer.Serialize(Record) + "\n");
                writer.Write(Document.ToJson());
            }

            File.Move(side, path, overwrite: true);
        }
        catch
        {
            File.Delete(side);
            throw;
        }
    }

    /// <summary>Puts the outputs of the run into a notebook with the same code; its text may be another.</summary>
    /// <param name="document">The notebook; cells that are not to be run keep what they have.</param>
    /// <returns>Whether the code cells are the same; otherwise nothing has changed.</returns>
    public bool TryApply(NotebookDocument document)
    {
        var pairs = CodeCells(Document).Zip(CodeCells(document)).ToList();
        if (pairs.Count != CodeCells(document).Count() || pairs.Count != Record.Solutions.Count) return false;
        if (pairs.Any(pair => pair.First.Id != pair.Second.Id || pair.First.Source != pair.Second.Source)) return false;
        for (var index = 0; index < pairs.Count; index++)
        {
            var (from, to) = pairs[index];
            if (to.Tags.Contains("skip-execution")) continue;
            to.Outputs = (JsonArray)from.Outputs.DeepClone();
            to.ExecutionCount = from.ExecutionCount;
            to.Solutions = Record.Solutions[index];
        }

        return true;
    }

    private static IEnumerable<NotebookCell> CodeCells(NotebookDocument document) =>
        document.Cells.Where(cell => cell.Kind == CellKind.Code);

    private static T? Try<T>(string path, Func<RunRecord, TextReader, T> read)
        where T : class
    {
        try
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
            var record = JsonSerializer.Deserialize<RunRecord>(reader.ReadLine() ?? "");
            return record is { Solutions: not null } ? read(record, reader) : null;
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or InvalidDataException or JsonException or NotebookFormatException)
        {
            return null;
        }
    }
}
