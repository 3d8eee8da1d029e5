namespace Tortue.DepthScaling;

/// <summary>What becomes of a ratio as the depth grows.</summary>
public enum GrowthRegime
{
    /// <summary>It tends to 0: the network is the identity.</summary>
    Vanishes,

    /// <summary>It stays of the same order: the one regime in which a deep network does something and can be trained.</summary>
    Stays,

    /// <summary>It tends to infinity.</summary>
    Explodes,
}
