using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// The running cell, as seen by whatever it calls: flows with the execution context into tasks and threads, also past the end of the cell.
/// </summary>
/// <param name="sink">Receives what the cell writes and shows.</param>
/// <param name="input">What the cell reads from; null for nothing.</param>
/// <param name="guard">Ends the cell's calls to the host once it is to stop.</param>
/// <param name="cancellation">Asks the cell to end.</param>
internal sealed class CellContext(IOutputSink sink, TextReader? input, CellGuard guard, CancellationToken cancellation)
{
    private static readonly AsyncLocal<CellContext?> Ambient = new();
    private const int LongestPrompt = 200;
    private readonly Lock _lock = new();
    private string _openLine = "";
    private volatile bool _hasHandedOutToken;

    /// <summary>The cell on whose behalf this code runs; null outside of cells.</summary>
    public static CellContext? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public TextReader? Input => input;

    /// <summary>What was written to standard output since its last line ended: the question of a cell that reads next.</summary>
    public string OpenLine
    {
        get
        {
            lock (_lock)
                return _openLine;
        }
    }

    public CancellationToken Cancellation => cancellation;

    /// <summary>Whether the cell has asked for its token, and so may end by itself when it is cancelled.</summary>
    public bool HasHandedOutToken => _hasHandedOutToken;

    public CellGuard Guard => guard;

    /// <summary>The token, for code of the cell that heeds it.</summary>
    public CancellationToken HandOutToken()
    {
        _hasHandedOutToken = true;
        return cancellation;
    }

    public void Write(string name, string text) => guard.Call(() =>
    {
        lock (_lock)
        {
            if (name == "stdout")
                _openLine = OpenLineAfter(text);
            sink.OnStream(name, text);
        }
    });

    public void Clear(bool wait) => guard.Call(() =>
    {
        lock (_lock)
        {
            _openLine = "";
            sink.OnClear(wait);
        }
    });

    /// <summary>Asks whoever runs the cell for a line.</summary>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public async Task<string> AskAsync(string prompt, bool isPassword)
    {
        if (input is QuestionReader reader)
            return await reader.AskAsync(prompt, isPassword, cancellation).ConfigureAwait(false);

        if (input is null)
            throw new InvalidOperationException(ScriptingText.NoInput);

        Write("stdout", prompt);
        return await input.ReadLineAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException(ScriptingText.NoInput);
    }

    public void Show(string? displayId, IReadOnlyDictionary<string, string> bundle, bool isUpdate) => guard.Call(() =>
    {
        lock (_lock)
            sink.OnDisplay(displayId, bundle, isUpdate);
    });

    public void Check(string id, string state, int attempts, string message) => guard.Call(() =>
    {
        lock (_lock)
            sink.OnExercise(id, state, attempts, message);
    });

    public void Solve(ExerciseSolution solution) => guard.Call(() =>
    {
        lock (_lock)
            sink.OnSolution(solution);
    });

    private string OpenLineAfter(string text)
    {
        var line = text.LastIndexOfAny(['\n', '\r']) is >= 0 and var end ? text[(end + 1)..] : _openLine + text;
        return line.Length <= LongestPrompt ? line : line[^LongestPrompt..];
    }
}
