using Tortue.Data;
using static TorchSharp.torch;

namespace Tortue.CriticalPeriods;

/// <summary>The deficits as changes of a set of images. A. Achille, M. Rovere, S. Soatto, "Critical learning periods in deep neural
/// networks", 2017 (arXiv 1711.08856).</summary>
public static class Deficits
{
    /// <summary>A blurred image keeps so many times fewer pixels along each side.</summary>
    public const int BlurFactor = 4;

    /// <summary>A set as it looks under a deficit. Each image is changed once and for all: it looks the same in every epoch.</summary>
    /// <param name="deficit">What is wrong.</param>
    /// <param name="data">Images, N×channels×height×width, normalised or not.</param>
    /// <param name="seed">The seed of noise and permutation; the other deficits do not look at it. Default: 1.</param>
    /// <returns>A set of the same size and classes; for <see cref="Deficit.None"/> the set itself.</returns>
    /// <exception cref="ArgumentException">The examples are no images, or too small for a blur, or there is one class alone.</exception>
    public static LabelledData Apply(this Deficit deficit, LabelledData data, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(data);
        return deficit switch
        {
            Deficit.None => data,
            Deficit.Blur => data.WithInputs(Blur(data.Inputs)),
            Deficit.VerticalFlip => data.WithInputs(VerticalFlip(data.Inputs)),
            Deficit.LabelPermutation => data.WithLabels(Renamed(data.Labels, Permutation(data.Classes.Count, seed))),
            Deficit.Noise => data.WithInputs(NoiseLike(data, seed)),
            _ => throw new ArgumentOutOfRangeException(nameof(deficit), deficit, null),
        };
    }

    /// <summary>
    /// Averages over blocks of 4×4 pixels, then bilinear interpolation back to the old size (<c>interpolate</c> with Area, then with
    /// Bilinear, corners not aligned). Where a side is no multiple of 4 its quarter is rounded down, and blocks overlap.
    /// </summary>
    /// <param name="images">N×channels×height×width; they stay as they are.</param>
    /// <exception cref="ArgumentException">The images are smaller than 4×4.</exception>
    public static Tensor Blur(Tensor images)
    {
        var (height, width) = SidesOf(images);
        if (Math.Min(height, width) < BlurFactor)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.TooSmallToBlur, height, width, BlurFactor));
        using var withoutGradients = no_grad();
        using var small = nn.functional.interpolate(images, [height / BlurFactor, width / BlurFactor], mode: InterpolationMode.Area);
        return nn.functional.interpolate(small, [height, width], mode: InterpolationMode.Bilinear, align_corners: false);
    }

    /// <summary>Turns every image upside down.</summary>
    /// <param name="images">N×channels×height×width; they stay as they are.</param>
    public static Tensor VerticalFlip(Tensor images)
    {
        _ = SidesOf(images);
        return images.flip(2);
    }

    /// <summary>What class is called what: a random permutation in which no class keeps its name, each as likely.</summary>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The new number of each class.</returns>
    /// <exception cref="ArgumentException">There is one class, or none.</exception>
    public static IReadOnlyList<int> Permutation(int classes, ulong seed)
    {
        if (classes < 2)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.TooFewToPermute, classes));
        var random = new Random(unchecked((int)seed));
        var names = Enumerable.Range(0, classes).ToArray();
        do
            random.Shuffle(names);
        while (names.Where((name, c) => name == c).Any());
        return names;
    }

    private static Tensor Renamed(Tensor labels, IReadOnlyList<int> permutation)
    {
        using var names = tensor(permutation.Select(name => (long)name).ToArray());
        return names.index_select(0, labels);
    }

    // Each channel with the mean and deviation that it has over the set.
    private static Tensor NoiseLike(LabelledData data, ulong seed)
    {
        _ = SidesOf(data.Inputs);
        using var scope = NewDisposeScope();
        using var random = new Generator(seed);
        var like = Normalization.Of(data);
        var noise = randn(data.Inputs.shape, generator: random);
        long[] shape = [1, like.Means.Count, 1, 1];
        return (noise * tensor(like.Deviations.ToArray()).view(shape) + tensor(like.Means.ToArray()).view(shape)).MoveToOuterDisposeScope();
    }

    private static (long Height, long Width) SidesOf(Tensor images) => images.dim() == 4
        ? (images.shape[2], images.shape[3])
        : throw new ArgumentException(Text.Format(CriticalPeriodsText.NoImages, string.Join('×', images.shape)));
}
