using System.Text;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>
/// Publishes what one cell writes and shows, also after it has ended. Text that is written in many small pieces goes out some twenty times a second, and always
/// before anything that comes after it.
/// </summary>
internal sealed class CellOutput : IOutputSink, IDisposable
{
    private const int Enough = 64 << 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly Publisher _publisher;
    private readonly byte[] _parent;
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly ITimer _timer;
    private string _stream = "";
    private bool _isTimed;
    private bool _hasEnded;

    public CellOutput(Publisher publisher, byte[] parentHeader, TimeProvider time)
    {
        _publisher = publisher;
        _parent = parentHeader;
        _timer = time.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void OnStream(string name, string text)
    {
        lock (_lock)
        {
            if (name != _stream)
                FlushLocked();
            _stream = name;
            _text.Append(text);
            if (_hasEnded || _text.Length >= Enough)
            {
                FlushLocked();
            }
            else if (!_isTimed)
            {
                _isTimed = true;
                _timer.Change(Pause, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void OnDisplay(string? displayId, IReadOnlyDictionary<string, string> bundle, bool isUpdate)
    {
        var content = new JsonObject
        {
            ["data"] = MessageBundle.Of(bundle),
            ["metadata"] = new JsonObject(),
            ["transient"] = displayId is null ? new JsonObject() : new JsonObject { ["display_id"] = displayId },
        };
        Publish(isUpdate ? "update_display_data" : "display_data", content);
    }

    public void OnClear(bool wait) => Publish("clear_output", new() { ["wait"] = wait });

    /// <summary>Publishes a message of the cell after all that was written before.</summary>
    public void Publish(string type, JsonObject content)
    {
        lock (_lock)
        {
            FlushLocked();
            _publisher.Publish(type, _parent, content);
        }
    }

    /// <summary>Publishes what was written.</summary>
    public void Flush()
    {
        lock (_lock)
            FlushLocked();
    }

    /// <summary>The cell has ended. What its tasks write from now on goes out at once.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _hasEnded = true;
            FlushLocked();
        }

        _timer.Dispose();
    }

    private void FlushLocked()
    {
        _isTimed = false;
        if (_text.Length == 0)
            return;
        _publisher.Publish("stream", _parent, new() { ["name"] = _stream, ["text"] = _text.ToString() });
        _text.Clear();
    }
}
