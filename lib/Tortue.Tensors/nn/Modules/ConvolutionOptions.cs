using TorchSharp;

namespace Tortue.Tensors;

/// <summary>
/// How a convolution's kernels move over its input; the arrays hold (vertical, horizontal), or one number for sequences.
/// </summary>
internal sealed record ConvolutionOptions
{
    public required long InChannels { get; init; }

    public required long OutChannels { get; init; }

    public required long[] KernelSize { get; init; }

    public required long[] Stride { get; init; }

    /// <summary>Pixels at each margin, when they are not given by name.</summary>
    public long[] Padding { get; init; } = [0, 0];

    public Padding? PaddingType { get; init; }

    public required PaddingModes PaddingMode { get; init; }

    public required long[] Dilation { get; init; }

    public required long Groups { get; init; }

    public required bool HasBias { get; init; }

    /// <summary>Margins above and to the left.</summary>
    public long[] Before => PaddingType switch
    {
        null => Padding,
        TorchSharp.Padding.Valid => new long[KernelSize.Length],
        _ => [.. KernelSize.Select((size, d) => Dilation[d] * (size - 1) / 2)],
    };

    /// <summary>Margins below and to the right.</summary>
    public long[] After => PaddingType == TorchSharp.Padding.Same
        ? [.. KernelSize.Select((size, d) => (Dilation[d] * (size - 1)) - Before[d])]
        : Before;

    /// <summary>Refuses what no convolution can have.</summary>
    /// <exception cref="ArgumentException">Groups do not divide the channels, or a strided convolution shall keep its size.</exception>
    public void Check()
    {
        if (Groups <= 0)
            throw new ArgumentException("groups must be a positive integer");
        if (InChannels % Groups != 0)
            throw new ArgumentException("in_channels must be divisible by groups");
        if (OutChannels % Groups != 0)
            throw new ArgumentException("out_channels must be divisible by groups");
        if (PaddingType == TorchSharp.Padding.Same && Stride.Any(s => s != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        if (PaddingMode == PaddingModes.Constant)
            throw new ArgumentException("A convolution's padding_mode is Zeros, Reflect, Replicate or Circular.");
    }

    /// <summary>As PyTorch prints them.</summary>
    public override string ToString()
    {
        var text = $"{InChannels}, {OutChannels}, kernel_size={Text(KernelSize)}, stride={Text(Stride)}";
        if (PaddingType is { } named)
            text += $", padding={named.ToString().ToLowerInvariant()}";
        else if (Padding.Any(p => p != 0))
            text += $", padding={Text(Padding)}";
        if (Dilation.Any(d => d != 1))
            text += $", dilation={Text(Dilation)}";
        text += Groups == 1 ? "" : $", groups={Groups}";
        text += HasBias ? "" : ", bias=False";
        return text + (PaddingMode == PaddingModes.Zeros ? "" : $", padding_mode={PaddingMode.ToString().ToLowerInvariant()}");
    }

    private static string Text(long[] values) => values.Length == 1 ? $"({values[0]},)" : $"({string.Join(", ", values)})";
}
