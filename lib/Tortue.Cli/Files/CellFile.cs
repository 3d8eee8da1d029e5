using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tortue.Cli.Errors;
using Tortue.Experiments;

namespace Tortue.Cli.Files;

/// <summary>
/// The finished parts of runs that were stopped, one line of JSON each: {"run":…,"cell":…,"seconds":…,"value":…}. A line is written to the
/// end of the file as soon as its part is finished, so that killing the process loses what was under way and nothing else; a last line that
/// was torn is cut off. "run" is a digest of experiment, settings, library and engine: parts of other runs stay and are not looked at.
/// </summary>
internal sealed class CellFile : ICellStore, IDisposable
{
    private readonly ConcurrentDictionary<string, string> _cells = new();
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly string _run;
    private readonly FileStream _stream;

    private CellFile(string path, string run)
    {
        _path = path;
        _run = run;
        // Not even to be read by others: only that is a lock on every system.
        _stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>How many parts there are of this run.</summary>
    public int Count => _cells.Count;

    /// <inheritdoc/>
    public TimeSpan Spent { get; private set; }

    /// <summary>Opens or creates the file; no other process can meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="experiment">The experiment that runs.</param>
    /// <param name="options">Its settings.</param>
    /// <exception cref="IOException">The file cannot be opened, or another process has it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be opened.</exception>
    public static CellFile Open(string path, Experiment experiment, object options)
    {
        var file = new CellFile(path, Digest(experiment, options));
        file.Read();
        return file;
    }

    /// <inheritdoc/>
    public string? Find(string key) => _cells.GetValueOrDefault(key);

    /// <inheritdoc/>
    public void Keep(string key, string json, TimeSpan spent)
    {
        var (cell, seconds) = (JsonSerializer.Serialize(key), JsonSerializer.Serialize(spent.TotalSeconds));
        var line = $$"""{"run":"{{_run}}","cell":{{cell}},"seconds":{{seconds}},"value":{{json}}}""";
        lock (_gate)
        {
            try
            {
                _stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
                _stream.Flush();
            }
            catch (IOException exception)
            {
                throw new CellStoreException(
                    FilesText.CannotKeepCells.With(Path.GetFileName(_path), FileErrors.Reason(exception)), exception);
            }
        }
    }

    /// <summary>Takes this run's parts away, now that its result is written; the file goes when nothing else is in it.</summary>
    public void Remove()
    {
        _stream.Position = 0;
        var others = Encoding.UTF8.GetBytes(string.Concat(Lines().Where(line => Parse(line)?.Run != _run).Select(line => line + "\n")));
        _stream.SetLength(0);
        _stream.Write(others);
        _stream.Flush();
        if (others.Length == 0) File.Delete(_path);
    }

    /// <summary>Closes the file; one in which nothing was kept goes.</summary>
    public void Dispose()
    {
        if (_stream.Length == 0) File.Delete(_path);
        _stream.Dispose();
    }

    private void Read()
    {
        long whole = 0;
        foreach (var line in Lines())
        {
            whole = _stream.Position;
            if (Parse(line) is not { } cell || cell.Run != _run) continue;
            _cells[cell.Key] = cell.Value;
            Spent = TimeSpan.FromSeconds(Math.Max(Spent.TotalSeconds, cell.Seconds));
        }
        _stream.SetLength(whole);
        _stream.Position = whole;
    }

    // Whole lines only; the stream stands behind the last one that was given.
    private IEnumerable<string> Lines()
    {
        var bytes = new byte[_stream.Length];
        _stream.Position = 0;
        _stream.ReadExactly(bytes);
        int start = 0;
        for (int end; (end = Array.IndexOf(bytes, (byte)'\n', start)) >= 0; start = end + 1)
        {
            _stream.Position = end + 1;
            yield return Encoding.UTF8.GetString(bytes, start, end - start);
        }
    }

    private static (string Run, string Key, double Seconds, string Value)? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var cell = json.RootElement;
            return (
                cell.GetProperty("run").GetString()!,
                cell.GetProperty("cell").GetString()!,
                cell.GetProperty("seconds").GetDouble(),
                cell.GetProperty("value").GetRawText());
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string Digest(Experiment experiment, object options)
    {
        var settings =
            from setting in ExperimentSettings.Of(options.GetType())
            select $"{setting.Name}={ExperimentSettings.Value(options, setting)}";
        // Another build of the library may compute other numbers under the same version.
        var build = typeof(Experiment).Module.ModuleVersionId.ToString();
        var text = string.Join('\n', [experiment.Name, .. settings, build, Course.About().Engine]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
