namespace TorchSharp;

/// <summary>Counts of one thread: tensors made, disposed, detached.</summary>
public class ThreadDisposeScopeStatistics
{
    internal ThreadDisposeScopeStatistics()
    {
    }

    /// <summary>Counts of tensors.</summary>
    public LifetimeStatistics TensorStatistics { get; } = new();

    /// <summary>Tensors made inside a scope.</summary>
    public long CreatedInScopeCount => TensorStatistics.CreatedInScopeCount;

    /// <summary>Tensors made outside any scope.</summary>
    public long CreatedOutsideScopeCount => TensorStatistics.CreatedOutsideScopeCount;

    /// <summary>Tensors disposed while they belonged to a scope.</summary>
    public long DisposedInScopeCount => TensorStatistics.DisposedInScopeCount;

    /// <summary>Tensors disposed that belonged to no scope.</summary>
    public long DisposedOutsideScopeCount => TensorStatistics.DisposedOutsideScopeCount;

    /// <summary>Tensors taken out of scopes.</summary>
    public long DetachedFromScopeCount => TensorStatistics.DetachedFromScopeCount;

    /// <summary>Tensors made and not disposed; those that the garbage collector took count as alive.</summary>
    public long ThreadTotalLiveCount => TensorStatistics.ThreadTotalLiveCount;

    /// <summary>Starts counting anew.</summary>
    public void Reset() => TensorStatistics.Reset();
}
