namespace Tortue.Display;

/// <summary>An output of a cell that can be replaced: progress, a chart that grows. Handles may be used from any thread.</summary>
public sealed class DisplayHandle
{
    private readonly Lock _updating = new();
    private readonly IOutput _output;

    internal DisplayHandle(IOutput output) => _output = output;

    /// <summary>Replaces what the output shows.</summary>
    /// <param name="value">The new value.</param>
    public void Update(IMimeBundle value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Update(value.ToMimeBundle());
    }

    /// <summary>Replaces what the output shows.</summary>
    /// <param name="bundle">The new forms by MIME type, text/plain among them.</param>
    public void Update(IReadOnlyDictionary<string, string> bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        lock (_updating)
            _output.Update(bundle);
    }

    /// <summary>Takes the output away; a later update does nothing.</summary>
    public void Remove()
    {
        lock (_updating)
            _output.Remove();
    }
}
