namespace Tortue.Data;

/// <summary>Training and test sets for experiments.</summary>
public static class ImageSets
{
    /// <summary>Makes or reads a training and a test set, both normalised by the mean and standard deviation of the training set.</summary>
    /// <param name="source">Where the images come from.</param>
    /// <param name="examples">Training images; of a real set at most as many as there are.</param>
    /// <param name="testExamples">Test images; likewise.</param>
    /// <param name="seed">The seed: of generated images, and of which image of <see cref="ImageSource.MnistTestPart"/> is in which part. Of
    /// other real sets the first images are taken.</param>
    /// <param name="folder">Where the files of a real set are; null looks in <see cref="DataFolder.Root"/>.</param>
    /// <exception cref="ArgumentException">There are not as many images as the two parts need.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    public static (LabelledData Training, LabelledData Test) Make(
        ImageSource source, int examples, int testExamples, ulong seed, string? folder = null)
    {
        var (training, test) = Pixels(source, examples, testExamples, seed, folder);
        var normalization = Normalization.Of(training);
        return (normalization.Apply(training), normalization.Apply(test));
    }

    /// <summary>As <see cref="Make"/>, with pixels as they are, from 0 to 1.</summary>
    /// <param name="source">Where the images come from.</param>
    /// <param name="examples">Training images; of a real set at most as many as there are.</param>
    /// <param name="testExamples">Test images; likewise.</param>
    /// <param name="seed">The seed, as in <see cref="Make"/>.</param>
    /// <param name="folder">Where the files of a real set are; null looks in <see cref="DataFolder.Root"/>.</param>
    /// <exception cref="ArgumentException">There are not as many images as the two parts need.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    public static (LabelledData Training, LabelledData Test) Pixels(
        ImageSource source, int examples, int testExamples, ulong seed, string? folder = null)
    {
        switch (source)
        {
            case ImageSource.Cifar10 or ImageSource.Mnist:
                var (training, test) = RealData.Load(source == ImageSource.Cifar10 ? "cifar10" : "mnist", folder);
                return (AtMost(training, examples), AtMost(test, testExamples));
            case ImageSource.MnistTestPart:
                var part = RealData.Part("mnist", DataPart.Test, folder);
                if (examples + testExamples > part.Count)
                    throw new ArgumentException(Text.Format(DataText.TooManyOfOnePart, examples, testExamples, part.Count));
                var (first, second) = part.Split(testExamples, seed);
                return (AtMost(first, examples), second);
            default:
                var options = source switch
                {
                    ImageSource.Generated28 => GeneratedImageOptions.Grey28,
                    ImageSource.Generated32 => GeneratedImageOptions.Color32,
                    _ => GeneratedImageOptions.Small,
                };
                return GeneratedImages.Make(options with { Count = examples + testExamples, Seed = seed }).Split(testExamples, seed);
        }
    }

    /// <summary>The files that a source reads, as far as they are there; none for images that are generated.</summary>
    internal static IReadOnlyList<string> Files(ImageSource source) => source switch
    {
        ImageSource.Cifar10 => [.. RealData.Files("cifar10", DataPart.Training), .. RealData.Files("cifar10", DataPart.Test)],
        ImageSource.Mnist => [.. RealData.Files("mnist", DataPart.Training), .. RealData.Files("mnist", DataPart.Test)],
        ImageSource.MnistTestPart => RealData.Files("mnist", DataPart.Test),
        _ => [],
    };

    private static LabelledData AtMost(LabelledData data, int count) => count < data.Count ? data.First(count) : data;
}
