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
    private readonly Lock _lock = new();

    /// <summary>The cell on whose behalf this code runs; null outside of cells.</summary>
    public static CellContext? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public TextReader? Input => input;

    public CancellationToken Cancellation => cancellation;

    public CellGuard Guard => guard;

    public void Write(string name, string text) => guard.Call(() =>
    {
        lock (_lock)
            sink.OnStream(name, text);
    });

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
}
