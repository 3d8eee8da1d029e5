namespace Tortue.Notebooks.Scripting;

/// <summary>
/// The running cell, as seen by whatever it calls: flows with the execution context into tasks and threads, also past the end of the cell.
/// </summary>
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

    public TextReader? Input { get; } = input;

    public CancellationToken Cancellation { get; } = cancellation;

    public void Write(string name, string text)
    {
        lock (_lock)
            sink.OnStream(name, text);
    }

    public void Show(string? displayId, IReadOnlyDictionary<string, string> bundle, bool isUpdate)
    {
        lock (_lock)
            sink.OnDisplay(displayId, bundle, isUpdate);
    }
}
