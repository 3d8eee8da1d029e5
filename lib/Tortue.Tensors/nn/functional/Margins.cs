using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Margins that repeat an image's own pixels.</summary>
internal static class Margins
{
    /// <summary>Widens the last two dimensions.</summary>
    /// <param name="image">… × rows × columns.</param>
    /// <param name="padding">Pixels at either end, vertical and horizontal.</param>
    /// <param name="after">Pixels below and to the right.</param>
    /// <param name="mode">Which pixels are repeated.</param>
    public static Tensor Add(Tensor image, long[] padding, long[] after, PaddingModes mode)
    {
        using var tall = Add(image, image.Rank - 2, padding[0], after[0], mode);
        return Add(tall, image.Rank - 1, padding[1], after[1], mode);
    }

    /// <summary>Widens one dimension; negative numbers make it shorter.</summary>
    public static Tensor Add(Tensor image, int dim, long before, long after, PaddingModes mode)
    {
        var size = image.Sizes[dim];
        var largest = Math.Max(before, after);
        if (mode == PaddingModes.Circular && largest > size)
            throw TorchError.Because("Padding value causes wrapping around more than once.");
        if (mode == PaddingModes.Reflect && largest >= size)
        {
            throw TorchError.Because("Padding size should be less than the corresponding input dimension, but got: padding " +
                $"({before}, {after}) at dimension {dim} of input {Shapes.Text(image.Sizes)}");
        }

        var places = new long[before + size + after];
        for (var i = 0; i < places.Length; i++)
            places[i] = Source(i - before, size, mode);
        using var index = tensor(places);
        return image.index_select(dim, index);
    }

    private static long Source(long place, long size, PaddingModes mode) => mode switch
    {
        PaddingModes.Circular => (place + size) % size,
        PaddingModes.Reflect => place < 0 ? -place : place >= size ? (2 * (size - 1)) - place : place,
        _ => Math.Clamp(place, 0, size - 1),
    };
}
