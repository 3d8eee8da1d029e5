using static TorchSharp.torch;

namespace Tortue.Data;

/// <summary>Random changes of training images that leave their class as it is.</summary>
/// <param name="Shift">Largest shift in pixels, each way in height and in width; what comes in is 0, the mean of normalised images.
/// At least 0.</param>
/// <param name="Flip">Whether half of the images are mirrored, left and right.</param>
public sealed record Augmentation(int Shift = 0, bool Flip = false)
{
    /// <summary>Changes a minibatch.</summary>
    /// <param name="images">N×channels×height×width; they stay as they are.</param>
    /// <param name="generator">Gives the random numbers.</param>
    /// <returns>Changed copies, of the same shape.</returns>
    /// <exception cref="ArgumentException">The shift is negative, or not smaller than the images.</exception>
    public Tensor Apply(Tensor images, Generator generator)
    {
        if (images.dim() != 4)
            throw new ArgumentException(Text.Format(DataText.NoImages, string.Join('×', images.shape)));
        if (Shift < 0 || Shift >= Math.Min(images.shape[2], images.shape[3]))
            throw new ArgumentException(Text.Format(DataText.BadShift, Shift, images.shape[2], images.shape[3]));
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        var result = images;
        if (Flip)
        {
            var mirrored = rand([images.shape[0], 1, 1, 1], generator: generator).lt(0.5);
            result = where(mirrored, result.flip(3), result);
        }

        if (Shift > 0)
            result = Shifted(result, randint(-Shift, Shift + 1, [images.shape[0], 2], generator: generator));
        return ReferenceEquals(result, images) ? images.clone().MoveToOuterDisposeScope() : result.MoveToOuterDisposeScope();
    }

    private static Tensor Shifted(Tensor images, Tensor shifts)
    {
        var result = zeros_like(images);
        var (height, width) = (images.shape[2], images.shape[3]);
        var moves = shifts.to(int64).data<long>().ToArray();
        for (long i = 0; i < images.shape[0]; i++)
        {
            using var scope = NewDisposeScope();
            var (down, right) = (moves[2 * i], moves[2 * i + 1]);
            Window(result[i], Math.Max(0, down), Math.Max(0, right), height - Math.Abs(down), width - Math.Abs(right))
                .copy_(Window(images[i], Math.Max(0, -down), Math.Max(0, -right), height - Math.Abs(down), width - Math.Abs(right)));
        }

        return result;
    }

    private static Tensor Window(Tensor image, long row, long column, long height, long width) =>
        image.narrow(1, row, height).narrow(2, column, width);
}
