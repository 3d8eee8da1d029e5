using System.Globalization;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Running;

/// <summary>
/// Collects the outputs of one cell in nbformat 4.5: neighbouring texts of one stream are one output. What comes after the cell has ended is dropped, and
/// so is text beyond <see cref="MostText"/>: a loop that prints and does not end would fill the memory, and then a file that no editor opens.
/// </summary>
internal sealed class OutputCollector(DisplayRegistry displays) : IOutputSink
{
    /// <summary>Characters of text that a cell may write.</summary>
    internal const int MostText = 1_000_000;

    private readonly Lock _lock = new();
    private readonly List<Func<JsonObject>> _outputs = [];
    private readonly List<ExerciseSolution> _solutions = [];
    private StreamText? _stream;
    private bool _isClosed;
    private bool _clearsNext;
    private int _room = MostText;

    public void OnStream(string name, string text)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;

            ClearIfAsked();
            if (_room == 0)
                return;

            var kept = Math.Min(text.Length, _room);
            _room -= kept;
            Append(name, text.AsSpan(0, kept));
            if (_room == 0)
                Append("stderr", "\n" + string.Format(CultureInfo.InvariantCulture, RunningText.TooMuchText, MostText) + "\n");
        }
    }

    public void OnDisplay(string? displayId, IReadOnlyDictionary<string, string> bundle, bool isUpdate)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;

            if (isUpdate)
            {
                displays.Update(displayId, bundle);
                return;
            }

            var output = OutputJson.Display(bundle);
            displays.Add(displayId, output);
            Add(output);
        }
    }

    public void OnClear(bool wait)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;

            _clearsNext = true;
            if (!wait)
                ClearIfAsked();
        }
    }

    /// <summary>Keeps a solution, once for each exercise however often the cell checks it.</summary>
    public void OnSolution(ExerciseSolution solution)
    {
        lock (_lock)
        {
            if (!_isClosed && !_solutions.Exists(known => known.Exercise == solution.Exercise))
                _solutions.Add(solution);
        }
    }

    public void AddResult(IReadOnlyDictionary<string, string> bundle, int executionCount) => Add(OutputJson.Result(bundle, executionCount));

    public void AddError(CellError error) => Add(OutputJson.Error(error));

    /// <summary>The solutions that the cell's checks told.</summary>
    public IReadOnlyList<ExerciseSolution> Solutions
    {
        get
        {
            lock (_lock)
                return [.. _solutions];
        }
    }

    /// <summary>Ends the cell and gives its outputs.</summary>
    public JsonArray Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            return new JsonArray([.. _outputs.Select(output => output()).Where(output => !DisplayRegistry.IsRemoved(output))]);
        }
    }

    private void Append(string name, ReadOnlySpan<char> text)
    {
        if (_stream?.Name != name)
        {
            _stream = new StreamText(name);
            _outputs.Add(_stream.ToJson);
        }

        _stream.Append(text);
    }

    // What was shown and cleared leaves no trace in the file, as with nbclient.
    private void ClearIfAsked()
    {
        if (!_clearsNext)
            return;

        _outputs.Clear();
        (_clearsNext, _stream, _room) = (false, null, MostText);
    }

    private void Add(JsonObject output)
    {
        lock (_lock)
        {
            ClearIfAsked();
            _stream = null;
            _outputs.Add(() => output);
        }
    }

    private sealed class StreamText(string name)
    {
        private readonly System.Text.StringBuilder _text = new();

        public string Name => name;

        public void Append(ReadOnlySpan<char> text) => _text.Append(text);

        public JsonObject ToJson() => OutputJson.Stream(name, _text.ToString());
    }
}
