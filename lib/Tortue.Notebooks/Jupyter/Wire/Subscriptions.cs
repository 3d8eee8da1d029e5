namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>The topics that a subscriber asked for; each as often as it was asked for. Safe to use from several threads.</summary>
internal sealed class Subscriptions
{
    // More than any client needs, and a bound to what one that never stops asking can cost.
    private const int Most = 1024;

    private readonly Lock _lock = new();
    private readonly List<byte[]> _topics = [];

    /// <summary>Called with each new topic.</summary>
    public Action<byte[]>? Added { get; set; }

    public void Add(ReadOnlySpan<byte> topic)
    {
        var added = topic.ToArray();
        lock (_lock)
        {
            if (_topics.Count >= Most)
                return;
            _topics.Add(added);
        }

        Added?.Invoke(added);
    }

    public void Remove(ReadOnlySpan<byte> topic)
    {
        lock (_lock)
        {
            for (var i = 0; i < _topics.Count; i++)
            {
                if (!topic.SequenceEqual(_topics[i]))
                    continue;
                _topics.RemoveAt(i);
                return;
            }
        }
    }

    /// <summary>Whether the first frame of a message starts with a topic that was asked for.</summary>
    public bool Match(ReadOnlySpan<byte> first)
    {
        lock (_lock)
        {
            foreach (var topic in _topics)
            {
                if (first.StartsWith(topic))
                    return true;
            }

            return false;
        }
    }
}
