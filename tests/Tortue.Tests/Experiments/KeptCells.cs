using System.Collections.Concurrent;
using Tortue.Experiments;

namespace Tortue.Tests.Experiments;

/// <summary>Cells kept in memory; cancels the run after some of them.</summary>
internal sealed class KeptCells : ICellStore
{
    private readonly ConcurrentDictionary<string, string> _cells = new();

    /// <summary>How many more cells may be computed.</summary>
    public int Allowance { get; set; } = int.MaxValue;

    public CancellationTokenSource? Interrupt { get; set; }

    /// <summary>Cells that were computed, not found.</summary>
    public int Computed { get; private set; }

    public int Count => _cells.Count;

    public TimeSpan Spent { get; set; }

    public string? Find(string key) => _cells.GetValueOrDefault(key);

    public void Keep(string key, string json, TimeSpan spent)
    {
        lock (_cells)
        {
            if (!_cells.TryAdd(key, json))
                throw new InvalidOperationException($"{key} was computed twice.");
            Computed++;
            if (--Allowance == 0)
                Interrupt!.Cancel();
        }
    }
}
