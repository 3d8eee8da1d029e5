using System.Collections;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Tortue.Tensors.Data;

/// <summary>
/// One pass over a loader's data set. What making a batch leaves behind is disposed with the batch, when the next one is asked for.
/// </summary>
internal sealed class BatchEnumerator<T, S>(DataLoader<T, S> loader) : IEnumerator<S>
{
    private IEnumerator<long> _order = loader.sampler.GetEnumerator();
    private IReadOnlyList<IDisposable> _made = [];
    private S? _current;

    /// <inheritdoc/>
    public S Current => _current!;

    object IEnumerator.Current => _current!;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        DisposeBatch();
        var indices = NextIndices();
        if (indices.Length == 0 || (loader.drop_last && indices.Length < loader.batch_size))
            return false;

        // Not in the caller's scope: a scope around a whole pass would hold every batch until its end.
        using var scope = NewDisposeScope();
        _current = loader.Batch(indices);
        var made = scope.DisposablesView;
        scope.Detach(made);
        if (loader.DisposeBatch)
            _made = made;
        return true;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Dispose();
        _order = loader.sampler.GetEnumerator();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        DisposeBatch();
        _order.Dispose();
    }

    private long[] NextIndices()
    {
        var indices = new List<long>(loader.batch_size);
        while (indices.Count < loader.batch_size && _order.MoveNext())
            indices.Add(_order.Current);
        return [.. indices];
    }

    private void DisposeBatch()
    {
        foreach (var made in _made)
            made.Dispose();
        _made = [];
        _current = default;
    }
}
