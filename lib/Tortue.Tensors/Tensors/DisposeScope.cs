namespace TorchSharp;

/// <summary>
/// Disposes, at the end of a <c>using</c>, the tensors made on this thread in the meantime, except those detached or moved to another
/// scope. Made by <see cref="torch.NewDisposeScope"/>.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    /// <summary>In order of arrival, with holes where members left; a tensor knows its place.</summary>
    private readonly List<IDisposable?> _members = [];
    private bool _disposed;

    internal DisposeScope(DisposeScope? outer) => Outer = outer;

    /// <summary>The scope around this one.</summary>
    internal DisposeScope? Outer { get; }

    /// <summary>The number of objects that the scope will dispose.</summary>
    public int DisposablesCount => _members.Count(member => member is not null);

    /// <summary>The objects that the scope will dispose.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. _members.OfType<IDisposable>()];

    /// <summary>Whether the scope will dispose that object.</summary>
    /// <param name="disposable">The object.</param>
    /// <returns>True when it belongs to this scope.</returns>
    public bool Contains(IDisposable disposable) => PlaceOf(disposable) >= 0;

    /// <summary>Takes an object into the scope, out of the scope that had it.</summary>
    /// <param name="disposable">The object.</param>
    public void Attach(IDisposable disposable) => Adopt(disposable, this);

    /// <summary>Takes objects into the scope, out of the scopes that had them.</summary>
    /// <param name="disposables">The objects.</param>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes objects into the scope, out of the scopes that had them.</summary>
    /// <param name="disposables">The objects.</param>
    /// <returns>The same objects.</returns>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables) => AdoptAll(disposables, this);

    /// <summary>Disposes everything in the scope and then ends it.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;

        _disposed = true;
        DisposeEverything();
        DisposeScopeManager.Leave(this);
    }

    /// <summary>Disposes everything in the scope, which goes on.</summary>
    public void DisposeEverything()
    {
        for (var i = 0; i < _members.Count; i++)
        {
            // By index: what a member disposes in turn may leave the scope meanwhile.
            var member = _members[i];
            if (member is torch.Tensor tensor)
            {
                tensor.OwningScope = null;
                tensor.Invalidate();
                DisposeScopeManager.Statistics.TensorStatistics.DisposedInScopeCount++;
            }
            else
            {
                member?.Dispose();
            }
        }

        _members.Clear();
    }

    /// <summary>Disposes everything in the scope but some objects, which stay in it.</summary>
    /// <param name="keep">What stays.</param>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes everything in the scope but some objects, which stay in it.</summary>
    /// <param name="inKeep">What stays.</param>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = inKeep.Where(Remove).ToList();
        DisposeEverything();
        foreach (var member in keep)
            Attach(member);
    }

    /// <summary>Disposes everything in the scope but one object, which stays in it.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="keep">What stays.</param>
    /// <returns>What stays.</returns>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <summary>Forgets an object that was disposed by someone else.</summary>
    /// <param name="disposable">The object.</param>
    public void MarkAsDisposed(IDisposable disposable) => Remove(disposable);

    internal void Add(IDisposable member)
    {
        if (member is torch.Tensor tensor)
            tensor.PlaceInScope = _members.Count;
        _members.Add(member);
    }

    internal bool Remove(IDisposable member)
    {
        var place = PlaceOf(member);
        if (place < 0)
            return false;

        _members[place] = null;
        while (_members.Count > 0 && _members[^1] is null)
            _members.RemoveAt(_members.Count - 1);
        return true;
    }

    private int PlaceOf(IDisposable member)
    {
        var place = member is torch.Tensor tensor ? tensor.PlaceInScope : _members.IndexOf(member);
        return place >= 0 && place < _members.Count && ReferenceEquals(_members[place], member) ? place : -1;
    }

    /// <summary>Puts an object into a scope, or into none, whichever scope had it.</summary>
    private static void Adopt(IDisposable disposable, DisposeScope? scope)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningScope?.Remove(tensor);
            tensor.OwningScope = scope;
        }

        scope?.Add(disposable);
    }

    private static List<IDisposable> AdoptAll(IEnumerable<IDisposable> disposables, DisposeScope? scope)
    {
        var all = disposables.ToList();
        foreach (var disposable in all)
            Adopt(disposable, scope);
        return all;
    }
}
