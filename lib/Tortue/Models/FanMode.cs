namespace Tortue.Models;

/// <summary>Which side of a layer sets the size of its initial weights.</summary>
public enum FanMode
{
    /// <summary>The inputs of a unit, fan-in: keeps the variance of the forward pass.</summary>
    In,

    /// <summary>The units that an input goes to, fan-out: keeps the variance of the backward pass.</summary>
    Out,

    /// <summary>The mean of the two: Glorot and Bengio's compromise.</summary>
    Average,
}
