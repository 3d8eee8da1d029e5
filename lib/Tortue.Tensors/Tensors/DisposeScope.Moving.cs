namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Hands an object to the scope around this one, or to nobody where there is none.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="disposable">The object.</param>
    /// <returns>The same object.</returns>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(Outer!, disposable);

    /// <summary>Hands two objects to the scope around this one, or to nobody where there is none.</summary>
    /// <typeparam name="T1">The first one's type.</typeparam>
    /// <typeparam name="T2">The second one's type.</typeparam>
    /// <param name="first">The first object.</param>
    /// <param name="second">The second object.</param>
    /// <returns>The same objects.</returns>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Hands objects to the scope around this one, or to nobody where there is none.</summary>
    /// <param name="disposables">The objects.</param>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <summary>Hands objects to the scope around this one, or to nobody where there is none.</summary>
    /// <param name="disposables">The objects.</param>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(Outer!, disposables);

    /// <summary>Hands an object to another scope.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="scope">The scope that is to dispose it.</param>
    /// <param name="disposable">The object.</param>
    /// <returns>The same object.</returns>
    public T MoveToOther<T>(DisposeScope scope, T disposable)
        where T : IDisposable
    {
        Remove(disposable);
        Adopt(disposable, scope);
        return disposable;
    }

    /// <summary>Hands objects to another scope.</summary>
    /// <param name="scope">The scope that is to dispose them.</param>
    /// <param name="disposables">The objects.</param>
    public void MoveToOther(DisposeScope scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <summary>Hands objects to another scope.</summary>
    /// <param name="scope">The scope that is to dispose them.</param>
    /// <param name="disposables">The objects.</param>
    public void MoveToOther(DisposeScope scope, IEnumerable<IDisposable> disposables)
    {
        // With its type argument: without, the overload with params is preferred, which comes back here.
        foreach (var disposable in disposables.ToList())
            MoveToOther<IDisposable>(scope, disposable);
    }

    /// <summary>Takes an object out of the scope: its owner disposes it, or the garbage collector.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="disposable">The object.</param>
    /// <returns>The same object.</returns>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        if (disposable is torch.Tensor)
            DisposeScopeManager.Statistics.TensorStatistics.DetachedFromScopeCount++;
        return MoveToOther(null!, disposable);
    }

    /// <summary>Takes two objects out of the scope: their owner disposes them, or the garbage collector.</summary>
    /// <typeparam name="T1">The first one's type.</typeparam>
    /// <typeparam name="T2">The second one's type.</typeparam>
    /// <param name="first">The first object.</param>
    /// <param name="second">The second object.</param>
    /// <returns>The same objects.</returns>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    /// <summary>Takes objects out of the scope: their owner disposes them, or the garbage collector.</summary>
    /// <param name="disposables">The objects.</param>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes objects out of the scope: their owner disposes them, or the garbage collector.</summary>
    /// <param name="disposables">The objects.</param>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables.ToList())
            Detach<IDisposable>(disposable);
    }
}
