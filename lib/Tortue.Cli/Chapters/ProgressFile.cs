using System.Text;
using System.Text.Json;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Chapters;

/// <summary>Writes how far a run is, a line of JSON for each cell, at once: the process may end at any moment.</summary>
internal sealed class ProgressFile : IProgress<NotebookProgress>, IDisposable
{
    private readonly StreamWriter _writer;

    /// <summary>Begins the file.</summary>
    /// <param name="path">Its path; it must not be there yet.</param>
    public ProgressFile(string path) =>
        _writer = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            AutoFlush = true,
        };

    /// <inheritdoc/>
    public void Report(NotebookProgress value) => _writer.Write(JsonSerializer.Serialize(value) + "\n");

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>Follows the file from another process.</summary>
    /// <param name="path">Its path; the file need not be there yet.</param>
    /// <param name="progress">Told of each line.</param>
    internal sealed class Follower(string path, IProgress<NotebookProgress> progress) : IDisposable
    {
        private readonly StringBuilder _line = new();
        private StreamReader? _reader;

        /// <summary>The last line that was read.</summary>
        public NotebookProgress? Last { get; private set; }

        /// <summary>Passes on what is new; the beginning of a line waits for its end.</summary>
        public void Read()
        {
            if (_reader is null && !File.Exists(path)) return;
            _reader ??= new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            while (_reader.Read() is >= 0 and var character)
            {
                if (character != '\n')
                {
                    _line.Append((char)character);
                    continue;
                }
                Last = JsonSerializer.Deserialize<NotebookProgress>(_line.ToString())!;
                _line.Clear();
                progress.Report(Last);
            }
        }

        /// <inheritdoc/>
        public void Dispose() => _reader?.Dispose();
    }
}
