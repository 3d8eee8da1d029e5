using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Convolutions of sequences: those of images with one row.</summary>
internal static class SequenceConvolution
{
    public static Tensor Convolve(
        Tensor input, Tensor weight, Tensor? bias, long stride, long before, long after, long dilation, long groups)
    {
        if (input.Rank is not (2 or 3))
        {
            throw TorchError.Because("Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: " +
                Shapes.Text(input.Sizes));
        }

        if (weight.Rank != 3)
        {
            throw TorchError.Because("Expected 3-dimensional weight for conv1d (outputs x channels / groups x length), but got weight of " +
                $"size: {Shapes.Text(weight.Sizes)}");
        }

        if (groups > 0 && input.Sizes[^2] != weight.Sizes[1] * groups)
        {
            throw TorchError.Because($"Given groups={groups}, weight of size {Shapes.Text(weight.Sizes)}, expected input" +
                $"{Shapes.Text(input.Sizes)} to have {weight.Sizes[1] * groups} channels, but got {input.Sizes[^2]} channels instead");
        }

        var (padded, span) = (input.Sizes[^1] + before + after, (dilation * (weight.Sizes[2] - 1)) + 1);
        if (padded < span && before >= 0 && dilation > 0)
        {
            throw TorchError.Because($"Calculated padded input size per channel: ({padded}). Kernel size: ({span}). Kernel size can't be " +
                "greater than actual input size");
        }

        using var row = input.unsqueeze(-2);
        using var kernels = weight.unsqueeze(2);
        using var results = Convolving.Convolve(row, kernels, bias, [1, stride], [0, before], [0, after], [1, dilation], groups);
        return results.squeeze(-2);
    }
}
