using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss: how far a prediction is from its target.</summary>
/// <typeparam name="T1">The prediction.</typeparam>
/// <typeparam name="T2">The target.</typeparam>
/// <typeparam name="TResult">The loss.</typeparam>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
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

/// <summary>A loss with weights.</summary>
/// <typeparam name="T1">The prediction.</typeparam>
/// <typeparam name="T2">The target.</typeparam>
/// <typeparam name="TResult">The loss.</typeparam>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>Makes the module.</summary>
    /// <param name="weight">The weights, such as one a class; none when null.</param>
    /// <param name="reduction">What becomes of the losses of the single examples.</param>
    public WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : this("WeightedLoss", weight, reduction)
    {
    }

    private protected WeightedLoss(string name, Tensor? weight, nn.Reduction reduction)
        : base(name, reduction) => this.weight = weight;

    /// <summary>The weights, such as one a class; null for none.</summary>
    public Tensor? weight { get; }
}
