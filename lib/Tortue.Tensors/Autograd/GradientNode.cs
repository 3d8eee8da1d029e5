using static TorchSharp.torch;

namespace Tortue.Tensors.Autograd;

/// <summary>Turns the gradient with respect to an output into the one with respect to an input; null stands for zero.</summary>
internal delegate Tensor? Derivative(Tensor gradient);

/// <summary>
/// One recorded operation: for each input that wants a gradient, how to compute it from the gradient of the output (a vector-Jacobian
/// product). Nodes are numbered in the order in which they are made, so an operation always has a higher number than those that made its
/// inputs.
/// </summary>
internal class GradientNode(string name)
{
    private static long counter;

    private readonly List<Edge> _edges = new(2);
    private List<SavedTensor>? _saved;

    /// <summary>The operation's name in PyTorch's messages, such as TanhBackward0.</summary>
    public string Name { get; } = name;

    /// <summary>The position of the operation in the order of recording.</summary>
    public long Sequence { get; } = Interlocked.Increment(ref counter);

    /// <summary>Where the gradient goes from here.</summary>
    public IReadOnlyList<Edge> Edges => _edges;

    /// <summary>The output, when it asked to keep its gradient.</summary>
    public Tensor? RetainsGradientFor { get; set; }

    /// <summary>A node to record an operation on these inputs, or null when there is nothing to record.</summary>
    public static GradientNode? Begin(string name, Tensor input) =>
        GradMode.IsEnabled && input.requires_grad ? new GradientNode(name) : null;

    /// <inheritdoc cref="Begin(string, Tensor)"/>
    public static GradientNode? Begin(string name, Tensor first, Tensor second) =>
        GradMode.IsEnabled && (first.requires_grad || second.requires_grad) ? new GradientNode(name) : null;

    /// <inheritdoc cref="Begin(string, Tensor)"/>
    public static GradientNode? Begin(string name, params ReadOnlySpan<Tensor> inputs)
    {
        if (!GradMode.IsEnabled)
            return null;

        foreach (var input in inputs)
        {
            if (input.requires_grad)
                return new GradientNode(name);
        }

        return null;
    }

    /// <summary>
    /// Says how an input's gradient is computed. The result may be the gradient it was given, or a new tensor; it may have the shape to
    /// which the input was broadcast and another element type: it is summed and converted.
    /// </summary>
    public GradientNode Input(Tensor input, Derivative derivative)
    {
        if (input.GradientTarget is { } target)
            _edges.Add(new Edge(target, derivative, input.Sizes, input.dtype));
        return this;
    }

    /// <summary>Keeps a tensor for the backward pass.</summary>
    /// <param name="tensor">An input or the output.</param>
    /// <param name="when">Whether the backward pass will read it.</param>
    public SavedTensor Save(Tensor tensor, bool when = true)
    {
        var saved = new SavedTensor(when ? tensor : null);
        if (when)
            (_saved ??= new(2)).Add(saved);
        return saved;
    }

    /// <summary>Says which tensor the operation made.</summary>
    public Tensor Output(Tensor result)
    {
        result.GradientNode = this;
        foreach (var saved in _saved ?? [])
            saved.NoteResult(result, Name);
        return result;
    }

    /// <summary>Takes over another node's inputs and what it kept, with a step before each of its derivatives.</summary>
    public void Adopt(GradientNode other, Derivative before)
    {
        foreach (var edge in other._edges)
            _edges.Add(edge with { Derivative = gradient => before(gradient) is { } g ? edge.Derivative(g) : null });
        _saved = other._saved;
    }

    /// <summary>Frees what was kept; a second backward pass that needs it is an error.</summary>
    public void Release()
    {
        if (_saved is null)
            return;
        foreach (var saved in _saved)
            saved.Release();
    }

    /// <summary>Where a gradient goes, how it is computed, and what it must look like.</summary>
    internal readonly record struct Edge(GradientNode Target, Derivative Derivative, long[] Sizes, ScalarType Type);
}
