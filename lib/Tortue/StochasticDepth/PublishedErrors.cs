namespace Tortue.StochasticDepth;

/// <summary>Test errors of the paper; data/published/stochastic-depth.csv has them with their sources.</summary>
public static class PublishedErrors
{
    /// <summary>Constant against stochastic depth with p_L = ½ under the linear rule. G. Huang, Y. Sun, Z. Liu, D. Sedra, K. Weinberger,
    /// "Deep networks with stochastic depth", ECCV 2016. A plus is for images that are shifted and mirrored in training. On ImageNet there
    /// is no gain.</summary>
    public static IReadOnlyList<PublishedError> Huang { get; } =
    [
        new("CIFAR-10+", 110, 6.41, 5.25),
        new("CIFAR-100+", 110, 27.76, 24.98),
        new("CIFAR-10", 110, 13.63, 11.66),
        new("CIFAR-100", 110, 44.74, 37.8),
        new("SVHN", 152, 1.80, 1.75),
        new("ImageNet", 152, 21.78, 21.98),
        new("CIFAR-10+", 1202, 6.67, 4.91),
    ];
}
