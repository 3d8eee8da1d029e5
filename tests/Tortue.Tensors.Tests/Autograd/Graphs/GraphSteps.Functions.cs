using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Tortue.Tensors.Tests.Autograd.Graphs;

internal static partial class GraphSteps
{
    private static GraphStep[] Pointwise =>
    [
        new("+", (a, b, _) => a + Fit(b, a)),
        new("−", (a, b, _) => a - (0.5 * Fit(b, a))),
        new("×", (a, b, _) => a * Fit(b, a)),
        new("÷", (a, b, _) => a / (Fit(b, a).square() + 1)),
        new("times itself", (a, _) => a * a),
        new("exp", (a, _) => a.tanh().exp()),
        new("log", (a, _) => (a.square() + 0.5).log()),
        new("sqrt", (a, _) => (a.square() + 1).sqrt()),
        new("tanh", (a, _) => a.tanh()),
        new("sigmoid", (a, _) => a.sigmoid()),
        new("sin", (a, _) => a.sin()),
        new("erf", (a, _) => a.erf()),
        new("pow 3", (a, _) => a.pow(3) * 0.1),
        new("pow", (a, b, _) => (a.square() + 0.5).pow(Fit(b, a).tanh())),
        new("gelu", (a, _) => gelu(a)),
        new("silu", (a, _) => silu(a)),
        new("softplus", (a, _) => softplus(a)),
        new("relu", (a, _) => relu(a), AwayFromZero),
        new("leaky_relu", (a, _) => leaky_relu(a, 0.2), AwayFromZero),
        new("abs", (a, _) => a.abs(), AwayFromZero),
        new("maximum", (a, _) => maximum(a, a * 0.5), AwayFromZero),
    ];

    private static GraphStep[] Products =>
    [
        new("mm with its transpose", (a, _) => a.ToMatrix().mm(a.ToMatrix().t()) * 0.3),
        new("matmul", (a, b, _) => matmul(a, Filled(b, a.shape[^1], 2))),
        new("matmul with a vector", (a, b, _) => matmul(a, Filled(b, a.shape[^1]))),
        new("matmul of a transpose", (a, b, _) => matmul(Filled(b, 2, a.shape[0]), a.ToMatrix())),
        new("bmm", (a, b, _) => a.reshape(1, -1, a.shape[^1]).expand(2, -1, -1).bmm(Filled(b, 2, a.shape[^1], 2))),
        new("outer", (a, b, n) => a.reshape(-1).outer(b.reshape(-1)[n.Positions(b.numel(), 2)])),
        new("linear", (a, b, _) => linear(a, Filled(b, 3, a.shape[^1]), Filled(b, 3))),
        new("einsum ij,kj", (a, b, _) => einsum("ij,kj->ik", a.ToMatrix(), Filled(b, 2, a.ToMatrix().shape[1]))),
        new("einsum ij,j", (a, b, _) => einsum("ij,j->i", a.ToMatrix(), Filled(b, a.ToMatrix().shape[1]))),
        new("einsum bij,bjk", (a, b, _) => einsum("bij,bjk->bik", a.ToMatrix().unsqueeze(0).expand(2, -1, -1),
            Filled(b, 2, a.ToMatrix().shape[1], 2))),
    ];

    private static GraphStep[] Reductions =>
    [
        new("sum over one", (a, n) => a.sum(n.Dim(a), keepdim: n.Below(2, 1) == 0)),
        new("sum over two", (a, n) => a.sum([0L, .. a.ndim > 1 ? new[] { -1L } : []], n.Below(2) == 0)),
        new("mean", (a, n) => a - a.mean([n.Dim(a)], true)),
        new("mean over one", (a, n) => a.mean([n.Dim(a)])),
        new("var", (a, n) => a.var(n.Dim(a), false, true)),
        new("std", (a, n) => a.shape[n.Dim(a)] > 1 ? a.std(n.Dim(a)) : a.squeeze(n.Dim(a)), Apart),
        new("norm", (a, n) => a.norm(n.Dim(a), true), AwayFromZero),
        new("prod", (a, n) => a.prod(n.Dim(a))),
        new("logsumexp", (a, n) => a.logsumexp(n.Dim(a), n.Below(2, 1) == 0)),
        new("softmax", (a, n) => a.softmax(n.Dim(a))),
        new("log_softmax", (a, n) => a.log_softmax(n.Dim(a))),
        new("cumsum", (a, n) => a.cumsum(n.Dim(a)) * 0.5),
        new("cumprod", (a, n) => a.cumprod(n.Dim(a)), AwayFromZero),
        new("max", (a, n) => a.max(n.Dim(a)).values, Apart),
        new("amin", (a, n) => a.amin(n.Dim(a)), Apart),
    ];

    private static Tensor ToMatrix(this Tensor a) => a.reshape(a.shape[0], -1);
}
