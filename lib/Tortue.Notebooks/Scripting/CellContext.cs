namespace Tortue.Notebooks.Scripting;

/// <summary>
/// The running cell, as seen by whatever it calls: flows with the execution context into tasks and threads, also past the end of the cell.
/// </summary>
/// <param name="sink">Receives what the cell writes and shows.</param>
/// <param name="input">What the cell reads from; null for nothing.</param>
/// <param name="cancellation">Asks the cell to end.</param>
internal sealed class CellContext(IOutputSink sink, TextReader? input, CancellationToken cancellation)
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

    public CellGuard Guard { get; } = new();

    public void Write(string name, string text) => Guard.Call(() =>
    {
        lock (_lock)
            sink.OnStream(name, text);
    });

    public void Show(string? displayId, IReadOnlyDictionary<string, string> bundle, bool isUpdate) => Guard.Call(() =>
    {
        lock (_lock)
            sink.OnDisplay(displayId, bundle, isUpdate);
    });
}
