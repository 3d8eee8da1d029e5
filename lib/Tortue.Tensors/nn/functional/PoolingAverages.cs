using System.Numerics;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Averages of windows of the last two dimensions, with their history.</summary>
internal static class PoolingAverages
{
    /// <summary>Averages over as many windows as are asked for.</summary>
    public static Tensor Adaptive(Tensor input, long[] outputs)
    {
        if (input.Rank is not (3 or 4))
            throw TorchError.Because($"adaptive_avg_pool2d(): Expected 3D or 4D tensor, but got {Shapes.Text(input.Sizes)}");
        if (outputs.Length != 2)
            throw TorchError.Because("adaptive_avg_pool2d: output_size must be 2");
        if (outputs.Any(size => size < 0))
        {
            throw TorchError.Because("adaptive_avg_pool2d: elements of output_size must be greater than or equal to 0 but received " +
                $"{{{outputs[0]}, {outputs[1]}}}");
        }

        return Average(
            input, PoolingWindow.Even((int)input.Sizes[^2], (int)outputs[0]), PoolingWindow.Even((int)input.Sizes[^1], (int)outputs[1]));
    }

    private static Tensor Average(Tensor input, PoolingWindow[] rows, PoolingWindow[] columns)
    {
        if (!input.is_floating_point())
            throw TorchError.Because($"\"adaptive_avg_pool2d\" not implemented for '{ScalarTypes.ShortName(input.dtype)}'");
        return input.dtype == ScalarType.Float32 ? Average<float>(input, rows, columns) : Average<double>(input, rows, columns);
    }

    private static Tensor Average<T>(Tensor input, PoolingWindow[] rows, PoolingWindow[] columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = Tensor.Empty([.. input.Sizes[..^2], rows.Length, columns.Length], input.dtype);
        var pixels = input.Sizes[^2] * input.Sizes[^1];
        var planes = (int)(pixels == 0 ? 0 : input.Count / pixels);
        var kernel = new Pooling<T>(planes, ((int)input.Sizes[^2], (int)input.Sizes[^1]), rows, columns);
        var sizes = input.Sizes;
        using var x = Operand.InOrder(input);
        kernel.Average(x.Tensor.Elements<T>(), result.Elements<T>());
        return GradientNode.Begin("AdaptiveAvgPool2DBackward0", input)?.Input(input, g =>
        {
            var gradient = Tensor.Empty(sizes, g.dtype);
            kernel.AverageBackward(g.Packed().Elements<T>(), gradient.Elements<T>());
            return gradient;
        }).Output(result) ?? result;
    }
}
