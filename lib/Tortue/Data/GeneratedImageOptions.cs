namespace Tortue.Data;

/// <summary>The settings of <see cref="GeneratedImages"/>.</summary>
public sealed record GeneratedImageOptions
{
    /// <summary>Smallest side, in pixels.</summary>
    public const int SmallestSide = 12;

    /// <summary>Largest side, in pixels.</summary>
    public const int LargestSide = 128;

    /// <summary>16×16 in colour: quick to train on.</summary>
    public static GeneratedImageOptions Small { get; } = new();

    /// <summary>28×28 in grey, the shape of MNIST.</summary>
    public static GeneratedImageOptions Grey28 { get; } = new() { Side = 28, Channels = 1 };

    /// <summary>32×32 in colour, the shape of CIFAR-10.</summary>
    public static GeneratedImageOptions Color32 { get; } = new() { Side = 32 };

    /// <summary>How many images, at least 10. Classes are equally frequent. Default: 5,000.</summary>
    public int Count { get; init; } = 5000;

    /// <summary>Height and width in pixels, <see cref="SmallestSide"/> to <see cref="LargestSide"/>. Default: 16.</summary>
    public int Side { get; init; } = 16;

    /// <summary>1 for grey, 3 for colour. Default: 3.</summary>
    public int Channels { get; init; } = 3;

    /// <summary>Standard deviation of the noise on each pixel, 0 to 1; pixels lie in [0, 1]. Default: 0.06.</summary>
    public double Noise { get; init; } = 0.06;

    /// <summary>The seed. An image is a function of the seed and its index: a longer set begins with a shorter one. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Count < ImageClass.Count)
            throw new ArgumentException(Text.Format(DataText.BadCount, Count, ImageClass.Count));
        if (Side is < SmallestSide or > LargestSide)
            throw new ArgumentException(Text.Format(DataText.BadSide, Side, SmallestSide, LargestSide));
        if (Channels is not (1 or 3))
            throw new ArgumentException(Text.Format(DataText.BadChannels, Channels));
        if (Noise is not (>= 0 and <= 1))
            throw new ArgumentException(Text.Format(DataText.BadNoise, Noise));
    }
}
