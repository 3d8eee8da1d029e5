using System.Numerics;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Sequences and images of another size, with their history.</summary>
internal static class Interpolating
{
    /// <summary>Interpolates the last one or two dimensions.</summary>
    /// <param name="input">Batch × channels × length, or × rows × columns.</param>
    /// <param name="size">The sizes wanted; null where factors are given.</param>
    /// <param name="factors">The factors wanted; null where sizes are given.</param>
    /// <param name="mode">How.</param>
    /// <param name="alignCorners">Whether the outermost pixels of both fall together; null where not said.</param>
    /// <param name="recompute">Whether places are computed from the sizes, though factors are given.</param>
    public static Tensor Run(
        Tensor input, long[]? size, double[]? factors, InterpolationMode mode, bool? alignCorners, bool recompute)
    {
        var linear = mode is InterpolationMode.Linear or InterpolationMode.Bilinear;
        if (!linear && mode is not (InterpolationMode.Bicubic or InterpolationMode.Trilinear) && alignCorners is not null)
        {
            throw TorchError.Because(
                "align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear");
        }

        CheckDimensions(input, mode);
        var outputs = Outputs(input, ref size, factors);
        var given = recompute || size is not null ? null : factors;
        if (input.Rank == 4)
            return OfImages(input, outputs, given, mode, alignCorners ?? false);
        (outputs, given) = ([1, .. outputs], given is null ? null : [1, .. given]);
        using var rows = input.unsqueeze(2);
        using var results = OfImages(rows, outputs, given, mode, alignCorners ?? false);
        return results.squeeze(2);
    }

    private static Tensor OfImages(Tensor input, long[] outputs, double[]? factors, InterpolationMode mode, bool alignCorners)
    {
        switch (mode)
        {
            case InterpolationMode.Area:
                return PoolingAverages.Adaptive(input, outputs);
            case InterpolationMode.Nearest or InterpolationMode.NearestExact:
                using (var tall = Nearest(input, 2, outputs[0], factors?[0], mode))
                    return Nearest(tall, 3, outputs[1], factors?[1], mode);
            default:
                PoolingOptions.CheckType(input, "compute_indices_weights_linear");
                return input.dtype == ScalarType.Float32
                    ? Linear<float>(input, outputs, factors, alignCorners)
                    : Linear<double>(input, outputs, factors, alignCorners);
        }
    }

    private static Tensor Linear<T>(Tensor input, long[] outputs, double[]? factors, bool alignCorners)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (sizes, height, width) = (input.Sizes, (int)input.Sizes[2], (int)input.Sizes[3]);
        var kernel = new Interpolation<T>(
            (int)(sizes[0] * sizes[1]), height, width, InterpolationAxis<T>.Linear(height, (int)outputs[0], factors?[0], alignCorners),
            InterpolationAxis<T>.Linear(width, (int)outputs[1], factors?[1], alignCorners));
        var result = Tensor.Empty([.. sizes[..2], .. outputs], input.dtype);
        using var x = Operand.InOrder(input);
        kernel.Forward(x.Tensor.Elements<T>(), result.Elements<T>());
        return GradientNode.Begin("UpsampleBilinear2DBackward0", input)?.Input(input, g =>
        {
            var gradient = Tensor.Empty(sizes, g.dtype);
            kernel.Backward(g.Packed().Elements<T>(), gradient.Elements<T>());
            return gradient;
        }).Output(result) ?? result;
    }

    // In single precision, as PyTorch computes it for every element type.
    private static Tensor Nearest(Tensor input, int dim, long count, double? factor, InterpolationMode mode)
    {
        var (size, shift) = (input.Sizes[dim], mode == InterpolationMode.NearestExact ? 0.5f : 0);
        if (size == count)
            return input.alias();

        var step = factor is > 0 ? (float)(1 / factor.Value) : (float)size / count;
        using var places = tensor([.. Enumerable.Range(0, (int)count)
            .Select(i => Math.Min((long)MathF.Floor((i + shift) * step), size - 1))]);
        return input.index_select(dim, places);
    }

    private static long[] Outputs(Tensor input, ref long[]? size, double[]? factors)
    {
        if (size is { Length: 0 })
            size = null;
        if (factors is { Length: 0 })
            factors = null;
        if (size is null && factors is null)
            throw TorchError.Because("either size or scale_factor should be defined");
        if (size is not null && factors is not null)
            throw TorchError.Because("only one of size or scale_factor should be defined");

        var (spatial, given) = (input.Sizes[2..], size?.Length ?? factors!.Length);
        if (given != spatial.Length)
        {
            throw TorchError.Because("Input and output must have the same number of spatial dimensions, but got input with spatial " +
                $"dimensions of {Shapes.Text(spatial)} and " + (size is null ? "scale_factor" : "output size") + " of shape " +
                $"[{(size is null ? string.Join(", ", factors!) : string.Join(", ", size))}]. Please provide input tensor in " +
                "(N, C, d1, d2, ...,dK) format and output size or scale_factor in (o1, o2, ...,oK) format.");
        }

        long[] outputs = size ?? [.. spatial.Select((extent, d) => (long)Math.Floor(extent * factors![d]))];
        if (outputs.Any(extent => extent <= 0) || spatial.Any(extent => extent <= 0))
        {
            throw TorchError.Because("Input and output sizes should be greater than 0, but got input " +
                $"({string.Join(" x ", spatial)}) output ({string.Join(" x ", outputs)})");
        }

        return outputs;
    }

    private static void CheckDimensions(Tensor input, InterpolationMode mode)
    {
        if (mode is InterpolationMode.Bicubic or InterpolationMode.Trilinear)
        {
            throw new NotSupportedException(
                $"interpolate(): mode {mode} is not available in this engine: use Bilinear, Linear, Nearest, NearestExact or Area.");
        }

        if (input.Rank is not (3 or 4))
        {
            throw TorchError.Because($"interpolate(): expected batch x channels x length or batch x channels x rows x columns, but got " +
                Shapes.Text(input.Sizes));
        }

        if (mode == InterpolationMode.Linear && input.Rank != 3)
            throw TorchError.Because($"Got {input.Rank}D input, but linear mode needs 3D input");
        if (mode == InterpolationMode.Bilinear && input.Rank != 4)
            throw TorchError.Because($"Got {input.Rank}D input, but bilinear mode needs 4D input");
    }
}
