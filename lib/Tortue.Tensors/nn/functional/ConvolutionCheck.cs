using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>What a convolution asks of its operands, in PyTorch's words.</summary>
internal static class ConvolutionCheck
{
    public static void Run(
        Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] paddingAfter, long[] dilation, long groups)
    {
        if (input.Rank is not (3 or 4))
        {
            throw TorchError.Because("Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: " +
                Shapes.Text(input.Sizes));
        }

        if (weight.Rank != 4)
        {
            throw TorchError.Because("Expected 4-dimensional weight for conv2d (outputs x channels / groups x rows x columns), but got " +
                $"weight of size: {Shapes.Text(weight.Sizes)}");
        }

        CheckSteps(stride, padding, dilation, groups);
        CheckTypes(input, weight, bias);
        CheckChannels(input, weight, bias, groups);
        CheckExtent(input, weight, padding, paddingAfter, dilation);
    }

    /// <summary>One number for both directions, or two.</summary>
    public static long[] Pair(long[]? values, long missing, string name) => values switch
    {
        null => [missing, missing],
        { Length: 1 } => [values[0], values[0]],
        { Length: 2 } => [values[0], values[1]],
        _ => throw TorchError.Because($"expected {name} to be a single integer value or a list of 2 values to match the convolution " +
            $"dimensions, but got {name}={Shapes.Text(values)}"),
    };

    private static void CheckSteps(long[] stride, long[] padding, long[] dilation, long groups)
    {
        if (padding.Any(p => p < 0))
            throw TorchError.Because("negative padding is not supported");
        if (stride.Any(s => s <= 0))
            throw TorchError.Because("non-positive stride is not supported");
        if (dilation.Any(d => d <= 0))
            throw TorchError.Because("non-positive dilation is not supported");
        if (groups <= 0)
            throw TorchError.Because("non-positive groups is not supported");
    }

    private static void CheckTypes(Tensor input, Tensor weight, Tensor? bias)
    {
        if (!input.is_floating_point())
            throw TorchError.Because($"\"slow_conv2d_cpu\" not implemented for '{ScalarTypes.ShortName(input.dtype)}'");
        foreach (var (other, name) in new[] { (weight, "weight"), (bias, "bias") })
        {
            if (other is not null && other.dtype != input.dtype)
            {
                throw TorchError.Because($"Input type ({ScalarTypes.ShortName(input.dtype).ToLowerInvariant()}) and {name} type " +
                    $"({ScalarTypes.ShortName(other.dtype).ToLowerInvariant()}) should be the same");
            }
        }
    }

    private static void CheckChannels(Tensor input, Tensor weight, Tensor? bias, long groups)
    {
        var (outputs, channels) = (weight.Sizes[0], weight.Sizes[1] * groups);
        if (outputs % groups != 0 || outputs < groups)
        {
            throw TorchError.Because($"Given groups={groups}, expected weight to be divisible by {groups} at dimension 0, but got weight " +
                $"of size {Shapes.Text(weight.Sizes)} instead");
        }

        if (input.Sizes[^3] != channels)
        {
            throw TorchError.Because($"Given groups={groups}, weight of size {Shapes.Text(weight.Sizes)}, expected " +
                $"input{Shapes.Text(input.Sizes)} to have {channels} channels, but got {input.Sizes[^3]} channels instead");
        }

        if (bias is not null && (bias.Rank != 1 || bias.Sizes[0] != outputs))
        {
            throw TorchError.Because($"Given weight of size {Shapes.Text(weight.Sizes)}, expected bias to be 1-dimensional with {outputs} " +
                $"elements, but got bias of size {Shapes.Text(bias.Sizes)} instead");
        }
    }

    private static void CheckExtent(Tensor input, Tensor weight, long[] padding, long[] paddingAfter, long[] dilation)
    {
        long[] padded = [.. Enumerable.Range(0, 2).Select(d => input.Sizes[^(2 - d)] + padding[d] + paddingAfter[d])];
        long[] span = [.. Enumerable.Range(0, 2).Select(d => (dilation[d] * (weight.Sizes[2 + d] - 1)) + 1)];
        if (weight.Sizes.Any(size => size == 0))
            throw TorchError.Because($"Expected weight without empty dimensions, but got weight of size: {Shapes.Text(weight.Sizes)}");
        if (padded[0] < span[0] || padded[1] < span[1])
        {
            throw TorchError.Because($"Calculated padded input size per channel: ({padded[0]} x {padded[1]}). Kernel size: ({span[0]} x " +
                $"{span[1]}). Kernel size can't be greater than actual input size");
        }
    }
}
