namespace Tortue.Gradients;

/// <summary>At which inputs <see cref="ShatteredGradients"/> looks at its networks.</summary>
public enum GradientInputs
{
    /// <summary>Evenly spaced numbers from −2 to 2; the gradient is df/dx.</summary>
    Grid,

    /// <summary>
    /// Inputs that have nothing in common, as the paper's theorems assume: independent directions in as many dimensions as there are units.
    /// The gradient is the derivative along one more direction, the same for all.
    /// </summary>
    Unrelated,
}
