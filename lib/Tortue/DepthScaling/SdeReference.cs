namespace Tortue.DepthScaling;

/// <summary>To what the error of a network is measured that tends to a stochastic differential equation.</summary>
public enum SdeReference
{
    /// <summary>The network of the finest depth, which stands for the equation's solution.</summary>
    Finest,

    /// <summary>The network of twice the depth: this needs no stand-in for a solution.</summary>
    Doubled,
}
