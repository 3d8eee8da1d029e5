namespace TorchSharp;

/// <summary>How many objects of a kind were made and disposed.</summary>
public class LifetimeStatistics
{
    internal LifetimeStatistics()
    {
    }

    /// <summary>Made inside a scope.</summary>
    public long CreatedInScopeCount { get; internal set; }

    /// <summary>Made outside any scope.</summary>
    public long CreatedOutsideScopeCount { get; internal set; }

    /// <summary>Disposed while they belonged to a scope.</summary>
    public long DisposedInScopeCount { get; internal set; }

    /// <summary>Disposed while they belonged to none.</summary>
    public long DisposedOutsideScopeCount { get; internal set; }

    /// <summary>Taken out of scopes.</summary>
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Made and not disposed; those that the garbage collector took count as alive.</summary>
    public long ThreadTotalLiveCount =>
        CreatedInScopeCount + CreatedOutsideScopeCount - DisposedInScopeCount - DisposedOutsideScopeCount;

    /// <summary>Starts counting anew.</summary>
    public void Reset() =>
        CreatedInScopeCount = CreatedOutsideScopeCount = DisposedInScopeCount = DisposedOutsideScopeCount = DetachedFromScopeCount = 0;
}
