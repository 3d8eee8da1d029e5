namespace Tortue.DepthScaling;

/// <summary>What is done, or not done, about the growth of a deep network: the curves of <see cref="BatchNormGrowth"/>. f is the residual
/// branch, V relu(W h) for res-3, and BN normalizes every entry over the batch to mean 0 and variance 1.</summary>
public enum BatchNormVariant
{
    /// <summary>Nothing: h + f(h).</summary>
    Unscaled,

    /// <summary>The scaling factor: h + α_L f(h), with the shape's β.</summary>
    Scaled,

    /// <summary>Batch normalization at the end of the branch: h + BN(f(h)), where ResNets have it.</summary>
    Branch,

    /// <summary>Batch normalization of the hidden state after every layer: BN(h + f(h)).</summary>
    State,

    /// <summary>Batch normalization without the skip connection: BN(f(h)).</summary>
    Chain,
}
