using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>The cells of this session, by their number. Safe to use from several threads.</summary>
internal sealed class History
{
    // A notebook that runs all day stays far below; what is older is forgotten.
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    private sealed record Entry(int Number, string Code)
    {
        public string? Output { get; set; }
    }

    public void Add(int number, string code)
    {
        lock (_lock)
        {
            if (_entries.Count == Most)
                _entries.RemoveAt(0);
            _entries.Add(new(number, code));
        }
    }

    public void SetOutput(int number, IReadOnlyDictionary<string, string> value)
    {
        lock (_lock)
        {
            if (_entries.FindLast(entry => entry.Number == number) is { } entry)
                entry.Output = value.GetValueOrDefault("text/plain");
        }
    }

    /// <summary>The last entries.</summary>
    /// <param name="count">At most so many.</param>
    /// <param name="withOutput">Whether to give what they showed.</param>
    public JsonArray Tail(int count, bool withOutput) => Select(entries => entries.TakeLast(count), withOutput);

    /// <summary>The entries of some numbers.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="stop">The number after the last.</param>
    /// <param name="withOutput">Whether to give what they showed.</param>
    public JsonArray Range(int start, int stop, bool withOutput) =>
        Select(entries => entries.Where(entry => entry.Number >= start && entry.Number < stop), withOutput);

    /// <summary>The last entries whose code matches.</summary>
    /// <param name="pattern">* stands for any text, ? for any character; the whole code must match.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="isUnique">Whether each code is given once.</param>
    /// <param name="withOutput">Whether to give what they showed.</param>
    public JsonArray Search(string pattern, int count, bool isUnique, bool withOutput) => Select(
        entries =>
        {
            var found = entries.Where(entry => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, entry.Code, ignoreCase: false));
            return (isUnique ? found.Reverse().DistinctBy(entry => entry.Code).Reverse() : found).TakeLast(count);
        },
        withOutput);

    private JsonArray Select(Func<IReadOnlyList<Entry>, IEnumerable<Entry>> choose, bool withOutput)
    {
        lock (_lock)
        {
            return new([.. choose(_entries).Select(entry => new JsonArray(
                0, entry.Number, withOutput ? new JsonArray(entry.Code, entry.Output) : JsonValue.Create(entry.Code)))]);
        }
    }
}
