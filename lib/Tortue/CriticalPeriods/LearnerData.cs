namespace Tortue.CriticalPeriods;

/// <summary>What networks of this chapter learn to tell apart.</summary>
public enum LearnerData
{
    /// <summary>Generated images, 3×16×16: silhouettes, which survive the blur, each striped or dotted, which do not.</summary>
    Generated16,

    /// <summary>The same, 3×32×32.</summary>
    Generated32,

    /// <summary>CIFAR-10, 3×32×32, where it is there: <c>tortue data get cifar10</c>.</summary>
    Cifar10,
}
