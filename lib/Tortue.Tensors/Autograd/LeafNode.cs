using static TorchSharp.torch;

namespace Tortue.Tensors.Autograd;

/// <summary>The end of the way back: a tensor that the user made and whose gradient accumulates.</summary>
internal sealed class LeafNode(Tensor leaf) : GradientNode("AccumulateGrad")
{
    /// <summary>Adds to the leaf's gradient, in place where there is one.</summary>
    /// <param name="gradient">A handle that the pass owns; it keeps owning it.</param>
    public void Accumulate(Tensor gradient) => leaf.AccumulateGradient(gradient);
}
