namespace TorchSharp;

/// <summary>Knows the scopes of each thread, and counts what they do.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScope? current;

    [ThreadStatic]
    private static ThreadDisposeScopeStatistics? statistics;

    /// <summary>Counts of this thread: tensors made, disposed, detached.</summary>
    public static ThreadDisposeScopeStatistics Statistics => statistics ??= new ThreadDisposeScopeStatistics();

    /// <summary>The innermost scope of this thread.</summary>
    internal static DisposeScope? Current => current;

    internal static DisposeScope Enter() => current = new DisposeScope(current);

    /// <summary>Scopes that were opened inside and not closed go with it.</summary>
    internal static void Leave(DisposeScope scope)
    {
        for (var inner = current; inner is not null; inner = inner.Outer)
        {
            if (ReferenceEquals(inner, scope))
            {
                current = scope.Outer;
                return;
            }
        }
    }

    /// <summary>Counts a new tensor and puts it into the innermost scope.</summary>
    internal static void Attach(torch.Tensor tensor)
    {
        var counts = Statistics.TensorStatistics;
        if (current is not { } scope)
        {
            counts.CreatedOutsideScopeCount++;
            return;
        }

        counts.CreatedInScopeCount++;
        tensor.OwningScope = scope;
        scope.Add(tensor);
    }

    /// <summary>Counts a tensor that is disposed by hand and takes it out of its scope.</summary>
    internal static void Forget(torch.Tensor tensor)
    {
        if (tensor.IsInvalid)
            return;

        var counts = Statistics.TensorStatistics;
        if (tensor.OwningScope is { } scope)
        {
            counts.DisposedInScopeCount++;
            scope.Remove(tensor);
            tensor.OwningScope = null;
        }
        else
        {
            counts.DisposedOutsideScopeCount++;
        }
    }
}
