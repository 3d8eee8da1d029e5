namespace Tortue.Initialization;

/// <summary>What <see cref="GlorotHistograms"/> looks at in each layer.</summary>
public enum GlorotQuantity
{
    /// <summary>The values of the units: figure 6 of the paper.</summary>
    Activation,

    /// <summary>The back-propagated gradient δ = ∂C/∂z of each image's loss: figure 7.</summary>
    Delta,

    /// <summary>The gradient ∂C/∂w of the batch's mean loss: figure 8.</summary>
    WeightGradient,
}
