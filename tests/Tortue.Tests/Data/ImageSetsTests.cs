using TorchSharp;
using Tortue.Data;
using Xunit;

namespace Tortue.Tests.Data;

public sealed class ImageSetsTests
{
    [Theory]
    [InlineData(ImageSource.Generated16, 3, 16)]
    [InlineData(ImageSource.Generated28, 1, 28)]
    [InlineData(ImageSource.Generated32, 3, 32)]
    public void GeneratedSetsHaveTheirShapeAndAreNormalisedByTheTrainingSet(ImageSource source, long channels, long side)
    {
        var (training, test) = ImageSets.Make(source, 200, 100, seed: 3);
        Assert.Equal([200, channels, side, side], training.Inputs.shape);
        Assert.Equal([100, channels, side, side], test.Inputs.shape);
        Assert.Equal(0, training.Inputs.mean().ToDouble(), 1e-4);
        Assert.NotEqual(0, test.Inputs.mean().ToDouble(), 1e-4);
    }

    [Fact]
    public void PixelsAreTheImagesThatMakeNormalises()
    {
        var (training, test) = ImageSets.Pixels(ImageSource.Generated28, 200, 100, seed: 3);
        var normalised = ImageSets.Make(ImageSource.Generated28, 200, 100, seed: 3);
        Assert.InRange(training.Inputs.min().ToDouble(), 0, 0.01);
        Assert.InRange(test.Inputs.max().ToDouble(), 0.9, 1);
        Assert.Equal(training.Labels.data<long>().ToArray(), normalised.Training.Labels.data<long>().ToArray());
        var expected = Normalization.Of(training).Apply(test).Inputs;
        Assert.Equal(expected.data<float>().ToArray(), normalised.Test.Inputs.data<float>().ToArray());
    }

    [Fact]
    public void MnistsTestPartIsDividedWithoutOverlap()
    {
        if (Environment.GetEnvironmentVariable("TORTUE_TEST_DATA") is not { Length: > 0 } folder)
        {
            Assert.Skip("TORTUE_TEST_DATA names no folder with published files.");
            return;
        }

        var (training, test) = ImageSets.Make(ImageSource.MnistTestPart, 9_000, 1_000, seed: 2, folder);
        Assert.Equal((9_000, 1_000), (training.Count, test.Count));
        var sums = training.Inputs.sum([1, 2, 3]).data<float>().ToArray().ToHashSet();
        // Two images may have the same sum of pixels; that most of a thousand do means that they are the same images.
        Assert.InRange(test.Inputs.sum([1, 2, 3]).data<float>().ToArray().Count(sums.Contains), 0, 200);
        var tooMany = Assert.Throws<ArgumentException>(() => ImageSets.Make(ImageSource.MnistTestPart, 9_500, 1_000, seed: 2, folder));
        Assert.Contains("10000", tooMany.Message, StringComparison.Ordinal);
    }
}
