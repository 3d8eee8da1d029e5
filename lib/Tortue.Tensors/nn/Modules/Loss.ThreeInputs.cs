using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of three inputs.</summary>
/// <typeparam name="T1">The first input.</typeparam>
/// <typeparam name="T2">The second input.</typeparam>
/// <typeparam name="T3">The third input.</typeparam>
/// <typeparam name="TResult">The loss.</typeparam>
public abstract class Loss<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    /// <summary>Makes the module.</summary>
    /// <param name="reduction">What becomes of the losses of the single examples.</param>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean)
        : this("Loss", reduction)
    {
    }

    private protected Loss(string name, nn.Reduction reduction)
        : base(name) => this.reduction = reduction;

    /// <summary>What becomes of the losses of the single examples.</summary>
    public nn.Reduction reduction { get; }
}
