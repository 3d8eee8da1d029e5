using System.Collections.Concurrent;
using System.Text.Json;

namespace Tortue.Experiments;

/// <summary>
/// Keeps finished parts of a run in memory, for as long as the notebook's kernel lives: a cell that was interrupted, and is run again with
/// the same settings, goes on from there. A run that was finished is not computed again.
/// </summary>
public sealed class CellMemory : ICellStore
{
    private static readonly ConcurrentDictionary<string, CellMemory> Known = new();

    private readonly ConcurrentDictionary<string, string> _cells = new();
    private TimeSpan _spent;

    private CellMemory()
    {
    }

    /// <summary>How many parts are kept.</summary>
    public int Count => _cells.Count;

    /// <inheritdoc/>
    public TimeSpan Spent
    {
        get
        {
            lock (_cells)
                return _spent;
        }
    }

    /// <summary>The parts of runs with these settings: the same memory for equal settings, another for others.</summary>
    /// <typeparam name="TOptions">The record of the settings.</typeparam>
    /// <param name="options">The settings.</param>
    public static CellMemory Of<TOptions>(TOptions options)
        where TOptions : IExperimentOptions<TOptions>
    {
        ArgumentNullException.ThrowIfNull(options);
        return Known.GetOrAdd(typeof(TOptions).FullName + JsonSerializer.Serialize(options, ExperimentJson.Options), _ => new());
    }

    /// <inheritdoc/>
    public string? Find(string key) => _cells.GetValueOrDefault(key);

    /// <inheritdoc/>
    public void Keep(string key, string json, TimeSpan spent)
    {
        _cells[key] = json;
        lock (_cells)
            _spent = spent > _spent ? spent : _spent;
    }
}
