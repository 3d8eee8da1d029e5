using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd.Graphs;

internal static partial class GraphSteps
{
    private static GraphStep[] Views =>
    [
        new("transpose", (a, n) => a.transpose(n.Dim(a), n.Dim(a, 1))),
        new("permute", (a, _) => a.permute([.. Enumerable.Range(0, (int)a.ndim).Reverse().Select(d => (long)d)])),
        new("narrow", Narrowed),
        new("slice with a step", (a, n) => a.slice(n.Dim(a), n.Below(Math.Min(2, a.shape[n.Dim(a)]), 1), long.MaxValue, 2)),
        new("range from the end", (a, _) => a[TensorIndex.Ellipsis, TensorIndex.Slice(-2)]),
        new("select", (a, n) => a.select(n.Dim(a), n.Below(a.shape[n.Dim(a)], 1))),
        new("expand", (a, n) => a.unsqueeze(n.Dim(a)).expand([.. a.unsqueeze(n.Dim(a)).shape.Select(size => size == 1 ? 2 : size)])),
        new("unsqueeze", (a, n) => a.unsqueeze(n.Dim(a))),
        new("squeeze", (a, _) => a.squeeze()),
        new("reshape", (a, n) => a.reshape(a.shape[n.Dim(a)], -1)),
        new("reshape after a transpose", (a, _) => a.transpose(0, -1).reshape(-1, a.shape[0])),
        new("flatten", (a, n) => a.flatten(n.Dim(a))),
        new("flip", (a, n) => a.flip(n.Dim(a))),
        new("diagonal", (a, _) => a.ndim > 1 ? a.diagonal(0, 0, -1) : a.flip(0)),
        new("unfold", (a, n) => a.unfold(n.Dim(a), Math.Min(2, a.shape[n.Dim(a)]), 1)),
        new("tril", (a, n) => a.ndim > 1 ? a.tril(n.Below(3) - 1) : a),
        new("repeat", (a, _) => a.repeat([.. Enumerable.Repeat(1L, (int)a.ndim - 1), 2])),
    ];

    private static GraphStep[] Joins =>
    [
        new("cat with itself", (a, n) => cat([a, a * 0.5, a.flip(n.Dim(a))], n.Dim(a))),
        new("cat of parts", (a, n) => cat([.. a.split(2, n.Dim(a)).Reverse()], n.Dim(a))),
        new("stack", (a, b, n) => stack([a, Filled(b, a.shape)], n.Dim(a))),
        new("chunks multiplied", (a, n) => a.chunk(2, n.Dim(a)) is var parts ? parts[0] * parts[^1].mean() : a),
        new("unbind", (a, n) => a.unbind(n.Dim(a)) is var parts ? parts[0] + (0.3 * parts[^1]) : a),
    ];

    private static Tensor Narrowed(Tensor a, GraphNumbers n)
    {
        var size = a.shape[n.Dim(a)];
        var start = n.Below(size, 1);
        return a.narrow(n.Dim(a), start, 1 + n.Below(size - start, 2));
    }
}
