using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd.Graphs;

/// <summary>
/// One operation of a random graph. It computes from shapes and numbers alone what it does, so that it does the same again.
/// </summary>
/// <param name="Name">What it is called in a failing program.</param>
/// <param name="Of">Its result of two tensors with at least one dimension; the second need not be used.</param>
/// <param name="Applies">Whether it is smooth at these values; where not, the graph takes another function.</param>
internal sealed record GraphStep(string Name, Func<Tensor, Tensor, GraphNumbers, Tensor> Of, Func<Tensor, bool>? Applies = null)
{
    /// <summary>A step whose function takes no second tensor.</summary>
    public GraphStep(string name, Func<Tensor, GraphNumbers, Tensor> of, Func<Tensor, bool>? applies = null)
        : this(name, (a, _, n) => of(a, n), applies)
    {
    }
}
