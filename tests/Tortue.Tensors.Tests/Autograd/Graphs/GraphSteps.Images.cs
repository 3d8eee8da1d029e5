using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Tortue.Tensors.Tests.Autograd.Graphs;

internal static partial class GraphSteps
{
    private static GraphStep[] Images =>
    [
        new("conv2d", (a, b, n) => conv2d(
            a.ToImage(), Filled(b, 2, a.ToImage().shape[1], 1 + n.Below(2), 2), Filled(b, 2),
            [1 + n.Below(2, 1), 1], [1 + n.Below(2, 2), 1])),
        new("conv2d, dilated", (a, b, _) => conv2d(
            a.ToImage(), Filled(b, 1, a.ToImage().shape[1], 2, 2), padding: [2, 1], dilation: [2, 1])),
        new("conv2d in groups", (a, b, _) => conv2d(a.ToImage(), Filled(b, 2 * a.ToImage().shape[1], 1, 1, 2), padding: [0, 1],
            groups: a.ToImage().shape[1])),
        new("conv1d", (a, b, _) => conv1d(a.reshape(1, -1, a.shape[^1]), Filled(b, 2, a.numel() / a.shape[^1], 2), padding: 1)),
        new("avg_pool2d", (a, n) => avg_pool2d(a.ToImage(), [2L, 2], [1L, 1], [1L, 1], count_include_pad: n.Below(2) == 0)),
        new("max_pool2d", (a, _) => max_pool2d(a.ToImage(), [2L, 2], [1L, 1], [1L, 1]), Apart),
        new("adaptive_avg_pool2d", (a, n) => adaptive_avg_pool2d(a.ToImage(), [2, 1 + n.Below(3)])),
        new("batch_norm in training", (a, b, _) => a.ToImage() is var image && image.numel() / image.shape[1] > 1
            ? batch_norm(image, null, null, Filled(b, image.shape[1]), Filled(b, image.shape[1]), true, eps: 0.1) : a),
        new("batch_norm with kept statistics", (a, b, _) => batch_norm(
            a.ToImage(), zeros(a.ToImage().shape[1], dtype: float64), full([a.ToImage().shape[1]], 2, dtype: float64),
            Filled(b, a.ToImage().shape[1]), Filled(b, a.ToImage().shape[1]))),
        new("layer_norm", (a, b, _) => layer_norm(a, [a.shape[^1]], Filled(b, a.shape[^1]), Filled(b, a.shape[^1]), 0.1)),
        new("group_norm", (a, _) => group_norm(a.ToImage(), 1, eps: 0.1)),
        new("interpolate, nearest", (a, _) => interpolate(a.ToImage(), [3, 4])),
        new("interpolate, bilinear", (a, n) => interpolate(
            a.ToImage(), [3, 4], mode: InterpolationMode.Bilinear, align_corners: n.Below(2) == 0)),
        new("pad", (a, _) => pad(a.ToImage(), [1L, 0, 2, 1], PaddingModes.Constant, 0.5)),
        new("pad by repetition", (a, _) => pad(a.ToImage(), [1L, 2, 0, 1], PaddingModes.Replicate)),
        new("unfolded windows", (a, _) => unfold(a.ToImage(), 2, padding: 1)),
    ];

    /// <summary>One image: the last two dimensions are its rows and columns, those before its channels.</summary>
    private static Tensor ToImage(this Tensor a) =>
        a.ndim < 2 ? a.reshape(1, 1, 1, -1) : a.reshape([1, -1, a.shape[^2], a.shape[^1]]);
}
