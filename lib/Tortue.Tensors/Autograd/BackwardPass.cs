using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors.Autograd;

/// <summary>
/// Reverse-mode differentiation. Nodes are visited in descending order of their numbers, which is a topological order because an operation
/// is always recorded after those that made its inputs; there is no recursion, so depth is no limit.
/// </summary>
internal sealed class BackwardPass
{
    private readonly Dictionary<GradientNode, Tensor> _pending = new(ReferenceEqualityComparer.Instance);
    private readonly PriorityQueue<GradientNode, long> _queue = new();
    private readonly Dictionary<GradientNode, Tensor?>? _captured;
    private readonly bool _retainGraph;

    private BackwardPass(bool retainGraph, IEnumerable<GradientNode>? capture)
    {
        _retainGraph = retainGraph;
        if (capture is null)
            return;

        _captured = new(ReferenceEqualityComparer.Instance);
        foreach (var node in capture)
            _captured.TryAdd(node, null);
    }

    /// <summary>Accumulates the gradients of all leaves.</summary>
    /// <param name="roots">Where to start.</param>
    /// <param name="gradients">The gradient with respect to each root.</param>
    /// <param name="retainGraph">Whether the graph is to be used again.</param>
    public static void Run(IReadOnlyList<Tensor> roots, IReadOnlyList<Tensor> gradients, bool retainGraph) =>
        new BackwardPass(retainGraph, null).Run(roots, gradients);

    /// <summary>Computes the gradients of some tensors and accumulates none.</summary>
    /// <param name="roots">Where to start.</param>
    /// <param name="gradients">The gradient with respect to each root.</param>
    /// <param name="retainGraph">Whether the graph is to be used again.</param>
    /// <param name="wanted">Whose gradients are wanted.</param>
    /// <returns>For each, its gradient, or null where the roots do not depend on it.</returns>
    public static Tensor?[] Run(
        IReadOnlyList<Tensor> roots, IReadOnlyList<Tensor> gradients, bool retainGraph, IReadOnlyList<GradientNode> wanted)
    {
        var pass = new BackwardPass(retainGraph, wanted);
        pass.Run(roots, gradients);
        return [.. wanted.Select(node => pass._captured![node])];
    }

    private void Run(IReadOnlyList<Tensor> roots, IReadOnlyList<Tensor> gradients)
    {
        using var mode = GradMode.Set(false);
        using var scope = DisposeScopeManager.Enter();
        try
        {
            for (var i = 0; i < roots.Count; i++)
                Send(roots[i].GradientTarget!, gradients[i].Share());
            while (_queue.TryDequeue(out var node, out _))
            {
                _pending.Remove(node, out var gradient);
                Visit(node, gradient!, scope);
            }
        }
        finally
        {
            foreach (var gradient in _pending.Values)
                gradient.Invalidate();
        }
    }

    private void Visit(GradientNode node, Tensor gradient, DisposeScope scope)
    {
        node.RetainsGradientFor?.KeepGradient(gradient);
        Capture(node, gradient);
        foreach (var edge in node.Edges)
        {
            if (edge.Derivative(gradient) is { } result)
                Send(edge.Target, Owned(Conform(result, edge), gradient));
        }

        if (!_retainGraph)
            node.Release();
        gradient.Invalidate();
        scope.DisposeEverything();
    }

    /// <summary>Adds a contribution to what a node will receive. The handle passes to the pass.</summary>
    private void Send(GradientNode target, Tensor gradient)
    {
        if (target is LeafNode leaf && _captured is null)
        {
            leaf.Accumulate(gradient);
            gradient.Invalidate();
        }
        else if (_pending.TryGetValue(target, out var sum))
        {
            _pending[target] = Sum(sum, gradient);
        }
        else
        {
            _pending.Add(target, gradient);
            // A leaf has no number in the order of recording: the first operation that uses it has a lower one. It comes last.
            _queue.Enqueue(target, target is LeafNode ? long.MaxValue : -target.Sequence);
        }
    }

    private void Capture(GradientNode node, Tensor gradient)
    {
        if (_captured is not null && _captured.ContainsKey(node))
            _captured[node] = gradient.Share();
    }

    /// <summary>A sum that overwrites the first operand when nobody else can see it.</summary>
    private static Tensor Sum(Tensor sum, Tensor gradient)
    {
        if (sum.IsPacked && sum.Storage.IsExclusive)
        {
            sum.AddInPlace(gradient);
            gradient.Invalidate();
            return sum;
        }

        var total = sum.add(gradient).DetachFromDisposeScope();
        sum.Invalidate();
        gradient.Invalidate();
        return total;
    }

    /// <summary>A handle of the pass's own, where the derivative handed on what it was given.</summary>
    private static Tensor Owned(Tensor result, Tensor gradient) =>
        ReferenceEquals(result, gradient) ? gradient.Share() : result.DetachFromDisposeScope();

    /// <summary>Sums over what was broadcast, and converts the element type.</summary>
    private static Tensor Conform(Tensor gradient, GradientNode.Edge edge)
    {
        if (!Shapes.Same(gradient.Sizes, edge.Sizes))
            gradient = gradient.SumTo(edge.Sizes);
        return gradient.As(edge.Type);
    }
}
