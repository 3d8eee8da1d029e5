namespace Tortue.DepthScaling;

/// <summary>What an entry of √d V may follow through the layers, at variance 1: the laws of the course, and some that (A1) rules
/// out.</summary>
public enum EntryLaw
{
    /// <summary>Uniform on (−√3, √3), every layer anew: <see cref="WeightLaw.Uniform"/>.</summary>
    Uniform,

    /// <summary>Standard normal, every layer anew: <see cref="WeightLaw.Normal"/>.</summary>
    Normal,

    /// <summary>Laplace's law with the density exp(−√2 |x|)/√2, every layer anew.</summary>
    Laplace,

    /// <summary>Student's law with five degrees of freedom, divided by its standard deviation √(5/3), every layer anew.</summary>
    StudentT,

    /// <summary>Samples of a smooth function of the depth: <see cref="WeightPath.Smooth"/>.</summary>
    Smooth,

    /// <summary>Fractional Gaussian noise along the depth with H = 0.2.</summary>
    Rough,

    /// <summary>Fractional Gaussian noise along the depth with H = 0.8.</summary>
    Persistent,
}
