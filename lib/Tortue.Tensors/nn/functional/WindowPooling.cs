using System.Numerics;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>The largest pixels and the averages of windows of the last two dimensions, with their history.</summary>
internal static class WindowPooling
{
    /// <summary>The largest pixel of each window that slides over images.</summary>
    /// <param name="input">(batch ×) channels × rows × columns.</param>
    /// <param name="options">How the windows slide.</param>
    /// <param name="indices">Whether their numbers, row × columns + column, are wanted.</param>
    public static (Tensor Values, Tensor? Indices) Largest(Tensor input, PoolingOptions options, bool indices)
    {
        var (rows, columns) = options.Windows(input);
        return input.dtype == ScalarType.Float32
            ? Largest<float>(input, rows, columns, indices)
            : Largest<double>(input, rows, columns, indices);
    }

    /// <summary>The largest pixels of as many windows as are asked for, which cover the image evenly.</summary>
    public static (Tensor Values, Tensor Indices) AdaptiveLargest(Tensor input, long[] outputs)
    {
        if (input.Rank is not (3 or 4))
            throw TorchError.Because($"adaptive_max_pool2d(): Expected 3D or 4D tensor, but got: {Shapes.Text(input.Sizes)}");
        if (outputs.Length != 2)
            throw TorchError.Because("adaptive_max_pool2d(): internal error: output_size.size() must be 2");
        if (input.Sizes[^1] * input.Sizes[^2] * input.Sizes[^3] == 0)
        {
            throw TorchError.Because("adaptive_max_pool2d(): Expected input to have non-zero size for non-batch dimensions, but input " +
                $"has sizes {Shapes.Text(input.Sizes)}");
        }

        if (outputs.Any(size => size < 0))
        {
            throw TorchError.Because($"Trying to create tensor with negative dimension {outputs.First(size => size < 0)}: " +
                Shapes.Text([.. input.Sizes[..^2], .. outputs]));
        }

        PoolingOptions.CheckType(input, "adaptive_max_pool2d");
        var rows = PoolingWindow.Even((int)input.Sizes[^2], (int)outputs[0]);
        var columns = PoolingWindow.Even((int)input.Sizes[^1], (int)outputs[1]);
        return input.dtype == ScalarType.Float32
            ? Located<float>("AdaptiveMaxPool2DBackward0", input, rows, columns, (1, 1))
            : Located<double>("AdaptiveMaxPool2DBackward0", input, rows, columns, (1, 1));
    }

    /// <summary>The average of each window that slides over images.</summary>
    /// <param name="input">(batch ×) channels × rows × columns.</param>
    /// <param name="options">How the windows slide.</param>
    /// <param name="countMargins">Whether pixels of the margins, which are zero, count.</param>
    /// <param name="divisor">What sums are divided by; null for the number of their pixels.</param>
    public static Tensor Average(Tensor input, PoolingOptions options, bool countMargins, long? divisor)
    {
        var (rows, columns) = options.Windows(input);
        return input.dtype == ScalarType.Float32
            ? Average<float>(input, rows, columns, countMargins, divisor)
            : Average<double>(input, rows, columns, countMargins, divisor);
    }

    private static (Tensor Values, Tensor? Indices) Largest<T>(Tensor input, WindowAxis rows, WindowAxis columns, bool indices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const string Name = "MaxPool2DWithIndicesBackward0";
        var dilation = (rows.Dilation, columns.Dilation);
        if (indices)
            return Located<T>(Name, input, rows.Inside(), columns.Inside(), dilation);

        var result = Tensor.Empty([.. input.Sizes[..^2], rows.Count, columns.Count], input.dtype);
        using var x = Operand.InOrder(input);
        new WindowFold<T, LargestFold<T>>(Planes(input), rows, columns).Run(x.Tensor.Elements<T>(), result.Elements<T>());
        return (Recorded<T>(Name, input, result, rows.Inside(), columns.Inside(), dilation), null);
    }

    private static (Tensor Values, Tensor Indices) Located<T>(
        string name, Tensor input, PoolingWindow[] rows, PoolingWindow[] columns, (int, int) dilation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        long[] sizes = [.. input.Sizes[..^2], rows.Length, columns.Length];
        var (values, places) = (Tensor.Empty(sizes, input.dtype), Tensor.Empty(sizes, ScalarType.Int64));
        using var x = Operand.InOrder(input);
        new LargestPixels<T>(Planes(input), Image(input), rows, columns, dilation).Find(
            x.Tensor.Elements<T>(), values.Elements<T>(), places.Elements<long>());
        return (Recorded<T>(name, input, values, rows, columns, dilation), places);
    }

    private static Tensor Recorded<T>(
        string name, Tensor input, Tensor result, PoolingWindow[] rows, PoolingWindow[] columns, (int, int) dilation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (GradientNode.Begin(name, input) is not { } node)
            return result;

        // The places of the largest pixels are found again: cheaper than to note them, as most passes have no way back.
        var saved = node.Save(input);
        return node.Input(input, g =>
        {
            var (gradient, x) = (Tensor.Empty(saved.Value.Sizes, g.dtype), saved.Value);
            new LargestPixels<T>(Planes(x), Image(x), rows, columns, dilation).Backward(
                g.Packed().Elements<T>(), x.Packed().Elements<T>(), gradient.Elements<T>());
            return gradient;
        }).Output(result);
    }

    private static Tensor Average<T>(Tensor input, WindowAxis rows, WindowAxis columns, bool countMargins, long? divisor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = Tensor.Empty([.. input.Sizes[..^2], rows.Count, columns.Count], input.dtype);
        var (kernel, sizes) = (new WindowAverages<T>(Planes(input), rows, columns, countMargins, divisor), input.Sizes);
        using var x = Operand.InOrder(input);
        kernel.Forward(x.Tensor.Elements<T>(), result.Elements<T>());
        return GradientNode.Begin("AvgPool2DBackward0", input)?.Input(input, g =>
        {
            var gradient = Tensor.Empty(sizes, g.dtype);
            kernel.Backward(g.Packed().Elements<T>(), gradient.Elements<T>());
            return gradient;
        }).Output(result) ?? result;
    }

    private static int Planes(Tensor input) => (int)Shapes.Count(input.Sizes.AsSpan(0, input.Rank - 2));

    private static (int Y, int X) Image(Tensor input) => ((int)input.Sizes[^2], (int)input.Sizes[^1]);
}
