using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>How windows slide over images; the arrays hold (vertical, horizontal).</summary>
/// <param name="Name">The function's name in messages.</param>
/// <param name="Kernel">Rows and columns of a window.</param>
/// <param name="Stride">Pixels from one window to the next.</param>
/// <param name="Padding">Pixels at each margin.</param>
/// <param name="Dilation">Pixels from one pixel of a window to its next.</param>
/// <param name="Ceiling">Whether a last window may reach beyond the image.</param>
internal sealed record PoolingOptions(string Name, long[] Kernel, long[] Stride, long[] Padding, long[] Dilation, bool Ceiling)
{
    /// <summary>Checks what a user gave: one number for both directions, or two; the stride is the kernel's size when null.</summary>
    public static PoolingOptions From(string name, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceiling)
    {
        Check(kernel, "kernel_size must either be");
        Check(stride, "stride must either be omitted,");
        Check(padding, "padding must either be");
        Check(dilation, "dilation must be either");
        var pair = Pair(kernel, 1);
        return new PoolingOptions(
            name, pair, stride is null or { Length: 0 } ? pair : Pair(stride, 1), Pair(padding, 0), Pair(dilation, 1), ceiling);

        void Check(long[]? values, string what)
        {
            if (values is { Length: > 2 } || (values is { Length: 0 } && !what.StartsWith("stride", StringComparison.Ordinal)))
                throw TorchError.Because($"{name}: {what} a single int, or a tuple of two ints");
        }
    }

    /// <summary>Windows that slide along sequences, taken for images of one row.</summary>
    public static PoolingOptions OfSequences(
        string name, Tensor input, long kernel, long? stride, long padding, long dilation, bool ceiling)
    {
        if (input.Rank is not (2 or 3))
        {
            throw TorchError.Because($"{name}: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:" +
                Shapes.Text(input.Sizes));
        }

        return From(name, [1, kernel], [1, stride ?? kernel], [0, padding], [1, dilation], ceiling);
    }

    /// <summary>As PyTorch prints it: one number where both are equal.</summary>
    public static string Text(long[] values) =>
        values.All(value => value == values[0]) ? $"{values[0]}" : $"({string.Join(", ", values)})";

    /// <summary>The windows over images of a size.</summary>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">The options or the images do not allow any.</exception>
    public (WindowAxis Rows, WindowAxis Columns) Windows(Tensor input)
    {
        CheckNumbers();
        if (input.Rank is not (3 or 4) || input.Sizes.AsSpan(input.Rank - 3).Contains(0))
        {
            throw TorchError.Because("Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:" +
                Shapes.Text(input.Sizes));
        }

        CheckType(input, Name);
        var rows = WindowAxis.Sliding(input.Sizes[^2], Kernel[0], Stride[0], Padding[0], Dilation[0], Ceiling);
        var columns = WindowAxis.Sliding(input.Sizes[^1], Kernel[1], Stride[1], Padding[1], Dilation[1], Ceiling);
        if (rows.Count < 1 || columns.Count < 1)
        {
            throw TorchError.Because($"Given input size: ({string.Join('x', input.Sizes[^3..])}). Calculated output size: " +
                $"({input.Sizes[^3]}x{rows.Count}x{columns.Count}). Output size is too small");
        }

        return (rows, columns);
    }

    /// <summary>Refuses integers and truth values.</summary>
    public static void CheckType(Tensor input, string name)
    {
        if (!input.is_floating_point())
            throw TorchError.Because($"\"{name}\" not implemented for '{ScalarTypes.ShortName(input.dtype)}'");
    }

    private static long[] Pair(long[]? values, long missing) => values switch
    {
        null or { Length: 0 } => [missing, missing],
        { Length: 1 } => [values[0], values[0]],
        _ => [values[0], values[1]],
    };

    private void CheckNumbers()
    {
        if (Stride.Any(s => s == 0))
            throw TorchError.Because("stride should not be zero");
        if (Kernel.Any(k => k <= 0))
            throw TorchError.Because($"kernel size should be greater than zero, but got kH: {Kernel[0]} kW: {Kernel[1]}");
        if (Stride.Any(s => s <= 0))
            throw TorchError.Because($"stride should be greater than zero, but got dH: {Stride[0]} dW: {Stride[1]}");
        if (Dilation.Any(d => d <= 0))
        {
            throw TorchError.Because(
                $"dilation should be greater than zero, but got dilationH: {Dilation[0]} dilationW: {Dilation[1]}");
        }

        for (var d = 0; d < 2; d++)
        {
            if (Padding[d] < 0)
                throw TorchError.Because($"pad must be non-negative, but got pad: {Padding[d]}");
            if (Padding[d] > Kernel[d] / 2)
            {
                throw TorchError.Because(
                    $"pad should be at most half of kernel size, but got pad={Padding[d]} and kernel_size={Kernel[d]}");
            }
        }
    }
}
