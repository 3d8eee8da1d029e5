namespace Tortue.Data;

/// <summary>Where the images that an experiment's networks learn from are taken.</summary>
public enum ImageSource
{
    /// <summary><see cref="GeneratedImages"/> in colour, 3×16×16: quick to train on.</summary>
    Generated16,

    /// <summary>The same, 3×32×32: the shape of CIFAR-10.</summary>
    Generated32,

    /// <summary>CIFAR-10, 3×32×32, where it is there: <c>tortue data get cifar10</c>.</summary>
    Cifar10,

    /// <summary>Generated images in grey, 1×28×28: the shape of MNIST.</summary>
    Generated28,

    /// <summary>MNIST, 1×28×28, where it is there: <c>tortue data get mnist</c>.</summary>
    Mnist,

    /// <summary>MNIST's 10,000 test images alone, of which both parts are taken: for a machine that has no other, and for small sets.</summary>
    MnistTestPart,
}
