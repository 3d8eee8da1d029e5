using System.Text;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Tests.Scripting;

/// <summary>Keeps what a cell wrote and showed, in order, and signals a text that a test waits for.</summary>
internal sealed class RecordingSink : IOutputSink
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    /// <summary>What came, in order: "stdout:…", "stderr:…", "display:…", "update:…" with the plain text, "clear:…".</summary>
    public List<string> Events { get; } = [];

    public List<IReadOnlyDictionary<string, string>> Bundles { get; } = [];

    public string Text
    {
        get
        {
            lock (_lock)
                return _text.ToString();
        }
    }

    public void OnStream(string name, string text)
    {
        lock (_lock)
        {
            Events.Add($"{name}:{text}");
            _text.Append(text);
            foreach (var (awaited, seen) in _awaited)
            {
                if (_text.ToString().Contains(awaited, StringComparison.Ordinal))
                    seen.TrySetResult();
            }
        }
    }

    public void OnDisplay(string? displayId, IReadOnlyDictionary<string, string> bundle, bool isUpdate)
    {
        lock (_lock)
        {
            Events.Add($"{(isUpdate ? "update" : "display")}:{bundle.GetValueOrDefault("text/plain")}");
            Bundles.Add(bundle);
        }
    }

    public void OnClear(bool wait)
    {
        lock (_lock)
            Events.Add($"clear:{wait}");
    }

    /// <summary>Ends once the cell has written <paramref name="text"/>.</summary>
    public Task WhenWritten(string text)
    {
        lock (_lock)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_text.ToString().Contains(text, StringComparison.Ordinal))
                seen.SetResult();

            _awaited.Add((text, seen));
            return seen.Task;
        }
    }
}
