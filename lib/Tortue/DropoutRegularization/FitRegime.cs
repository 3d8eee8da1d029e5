namespace Tortue.DropoutRegularization;

/// <summary>What limits a network: that it learns too little, or that what it learns does not carry over.</summary>
/// <remarks>By the definition of Z. Liu et al., ICML 2023: it underfits when it does better without dropout than with it from the first
/// step to the last, and overfits when it does better with it.</remarks>
public enum FitRegime
{
    /// <summary>It does better without dropout.</summary>
    Underfitting,

    /// <summary>It does better with dropout.</summary>
    Overfitting,
}
