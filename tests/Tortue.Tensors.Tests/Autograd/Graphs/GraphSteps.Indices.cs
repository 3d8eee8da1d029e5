using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd.Graphs;

internal static partial class GraphSteps
{
    private static GraphStep[] Indices =>
    [
        new("index tensor", (a, n) => a[n.Positions(a.shape[0], 3)]),
        new("index tensor last", (a, n) => a[TensorIndex.Ellipsis, TensorIndex.Tensor(n.Positions(a.shape[^1], 2))]),
        new("two index tensors", (a, n) => a.ndim > 1 ? a[n.Positions(a.shape[0], 4), n.Positions(a.shape[1], 4)] : a),
        new("mask", (a, n) => a[n.Mask(a.shape)]),
        new("mask of rows", (a, n) => a[n.Mask(a.shape[0])]),
        new("masked_select", (a, n) => a.masked_select(n.Mask(a.shape))),
        new("masked_fill", (a, n) => a.masked_fill(n.Mask(a.shape), 0.7)),
        new("index_select", (a, n) => a.index_select(n.Dim(a), n.Positions(a.shape[n.Dim(a)], 3))),
        new("gather", (a, n) => a.gather(0, n.Positions(a.shape[0], (int)a.numel()).reshape(a.shape))),
        new("scatter_add", (a, b, n) => a.scatter_add(0, n.Positions(a.shape[0], (int)a.numel()).reshape(a.shape), Filled(b, a.shape))),
        new("where", (a, b, n) => where(n.Mask(a.shape), a, Filled(b, a.shape))),
        new("values sorted", (a, n) => a.sort(n.Dim(a)).Values, Apart),
        new("largest two", (a, n) => a.topk(Math.Min(2, (int)a.shape[n.Dim(a)]), n.Dim(a)).values, Apart),
    ];

    private static GraphStep[] InPlace =>
    [
        new("own copy changed", (a, b, _) => a.clone().mul_(0.5).add_(Filled(b, a.shape), 0.3)),
        new("result changed", (a, b, _) => (a + 1).mul_(Filled(b, a.shape)).sub_(0.2).tanh_()),
        new("result used before and after", (a, b, _) => Twice(a, y => y.add_(Filled(b, a.shape)))),
        new("row changed", (a, b, n) => Twice(a, y => y[n.Below(a.shape[0])].mul_(b.mean()))),
        new("narrowed changed", (a, b, n) => Twice(a, y => Narrowed(y, n).mul_(Filled(b, Narrowed(y, n).shape)))),
        new("every second changed", (a, n) => Twice(a, y => y.slice(n.Dim(a), 0, long.MaxValue, 2).sin_())),
        new("transposed changed", (a, b, _) => Twice(a, y => y.transpose(0, -1).add_(Filled(b, y.transpose(0, -1).shape)))),
        new("view of a view changed", (a, b, _) => Twice(a, y => y.unsqueeze(0).transpose(0, -1)[0].mul_(b.mean()))),
        new("diagonal changed", (a, _) => Twice(a, y => (y.ndim > 1 ? y.diagonal() : y).sin_())),
        new("copied into", (a, b, n) => Twice(a, y => y.select(n.Dim(a), 0).copy_(b.mean()))),
        new("assigned", (a, b, _) => Twice(a, y => y[TensorIndex.Ellipsis, 0] = b.mean())),
        new("assigned by mask", (a, b, n) => Twice(a, y => y[n.Mask(a.shape)] = b.mean())),
        new("assigned by index", (a, b, n) => Twice(a, y => y[tensor(new[] { (long)n.Below(a.shape[0]) })] = b.mean())),
        new("masked_fill_", (a, n) => Twice(a, y => y.masked_fill_(n.Mask(a.shape), -0.4))),
        new("zeroed in part", (a, n) => Twice(a, y => y.select(n.Dim(a), -1).fill_(0))),
    ];

    /// <summary>What is saved for the gradient before the change must be what it was; what comes after has the change.</summary>
    private static Tensor Twice(Tensor a, Action<Tensor> change)
    {
        var y = a * 1.5;
        var before = y.sum();
        change(y);
        return (y * y) + before;
    }
}
