using Tortue.Data;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Data;

public sealed class AugmentationTests
{
    [Fact]
    public void A_shifted_image_is_the_image_moved_with_zeros_coming_in()
    {
        var images = rand([200, 2, 5, 6], generator: new Generator(1)) + 1;
        var moved = new Augmentation(Shift: 2).Apply(images, new Generator(2));
        var seen = new HashSet<(int, int)>();

        for (int i = 0; i < 200; i++)
        {
            var match = Moves().Where(move => Moved(images[i], move.Down, move.Right).allclose(moved[i], 0, 0)).ToArray();
            seen.Add(Assert.Single(match));
        }

        Assert.Equal(25, seen.Count);
    }

    [Fact]
    public void About_half_of_the_images_are_mirrored_and_the_others_stay()
    {
        var images = rand([400, 1, 3, 4], generator: new Generator(1));
        var result = new Augmentation(Flip: true).Apply(images, new Generator(2));

        int mirrored = Enumerable.Range(0, 400).Count(i => result[i].allclose(images[i].flip(2), 0, 0));
        int kept = Enumerable.Range(0, 400).Count(i => result[i].allclose(images[i], 0, 0));

        Assert.Equal(400, mirrored + kept);
        Assert.InRange(mirrored, 150, 250);     // mean 200, deviation 10
    }

    [Fact]
    public void Nothing_asked_for_gives_a_copy()
    {
        var images = rand(2, 1, 3, 3);
        var result = new Augmentation().Apply(images, new Generator(1));

        Assert.True(result.allclose(images, 0, 0));
        result.fill_(0);
        Assert.NotEqual(0, images.sum().item<float>());
    }

    [Fact]
    public void A_shift_as_wide_as_the_image_and_inputs_that_are_no_images_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Augmentation(Shift: 3).Apply(zeros(1, 1, 3, 5), new Generator(1)));
        Assert.Throws<ArgumentException>(() => new Augmentation(Shift: -1).Apply(zeros(1, 1, 3, 5), new Generator(1)));
        Assert.Throws<ArgumentException>(() => new Augmentation(Shift: 1).Apply(zeros(4, 5), new Generator(1)));
    }

    private static IEnumerable<(int Down, int Right)> Moves() =>
        from down in Enumerable.Range(-2, 5) from right in Enumerable.Range(-2, 5) select (down, right);

    // Pixel by pixel, by the definition.
    private static Tensor Moved(Tensor image, int down, int right)
    {
        var result = zeros_like(image);
        for (int row = 0; row < image.shape[1]; row++)
        {
            for (int column = 0; column < image.shape[2]; column++)
            {
                if (row - down >= 0 && row - down < image.shape[1] && column - right >= 0 && column - right < image.shape[2])
                    result[.., row, column] = image[.., row - down, column - right];
            }
        }

        return result;
    }
}
