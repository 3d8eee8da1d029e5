using Tortue.Data;
using Xunit;

namespace Tortue.Tests.Data;

public sealed class GeneratedImagesTests
{
    [Fact]
    public void An_image_is_a_function_of_seed_and_index()
    {
        var few = GeneratedImages.Make(new() { Count = 20, Seed = 3 });
        var many = GeneratedImages.Make(new() { Count = 40, Seed = 3 });
        var other = GeneratedImages.Make(new() { Count = 20, Seed = 4 });

        Assert.True(few.Inputs.allclose(many.First(20).Inputs, 0, 0));
        Assert.False(few.Inputs.allclose(other.Inputs, 0, 0));
    }

    [Theory]
    [InlineData(16, 3)]
    [InlineData(28, 1)]
    [InlineData(32, 3)]
    public void Images_have_their_shape_lie_in_0_to_1_and_show_every_class_as_often(int side, int channels)
    {
        var images = GeneratedImages.Make(new() { Count = 100, Side = side, Channels = channels });

        Assert.Equal([100, channels, side, side], images.Inputs.shape);
        Assert.InRange(images.Inputs.min().item<float>(), 0, 1);
        Assert.InRange(images.Inputs.max().item<float>(), 0, 1);
        Assert.Equal(10, images.Classes.Distinct().Count());
        Assert.All(Enumerable.Range(0, 10), label => Assert.Equal(10, images.Labels.eq(label).sum().item<long>()));
    }

    [Fact]
    public void Mean_and_variance_of_the_pixels_tell_neither_texture_from_the_other()
    {
        var images = GeneratedImages.Make(new() { Count = 4000, Noise = 0 });
        var striped = images.Labels.remainder(2).eq(0);
        var means = images.Inputs.mean([1, 2, 3]);
        var deviations = images.Inputs.flatten(1).std(1);

        // The means over 2,000 images of each texture; their standard errors are about 0.004 and 0.001.
        Assert.Equal(means[striped].mean().item<float>(), means[striped.logical_not()].mean().item<float>(), 0.02);
        Assert.Equal(deviations[striped].mean().item<float>(), deviations[striped.logical_not()].mean().item<float>(), 0.008);
    }

    [Fact]
    public void A_setting_out_of_its_range_is_refused_with_the_range()
    {
        Assert.Contains("between 12 and 128", Refusal(new() { Side = 8 }), StringComparison.Ordinal);
        Assert.Contains("at least 10", Refusal(new() { Count = 3 }), StringComparison.Ordinal);
        Assert.Contains("1 (grey) or 3", Refusal(new() { Channels = 2 }), StringComparison.Ordinal);
        Assert.Contains("between 0 and 1", Refusal(new() { Noise = double.NaN }), StringComparison.Ordinal);
    }

    private static string Refusal(GeneratedImageOptions options) =>
        Assert.Throws<ArgumentException>(() => GeneratedImages.Make(options)).Message;
}
