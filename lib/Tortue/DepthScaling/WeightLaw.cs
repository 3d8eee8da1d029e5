namespace Tortue.DepthScaling;

/// <summary>The law of the independent weights at initialisation; both have mean 0 and variance 1/d.</summary>
public enum WeightLaw
{
    /// <summary>Uniform on (−√(3/d), √(3/d)).</summary>
    Uniform,

    /// <summary>Normal with standard deviation 1/√d.</summary>
    Normal,
}
