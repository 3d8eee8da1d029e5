using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd;

/// <summary>Gradients of products, reductions, views, joins and indexing against central differences.</summary>
public class StructureGradientTests
{
    public static TheoryData<string> Names => [.. Functions.Keys];

    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, long[][] Shapes)> Functions = new()
    {
        ["mm"] = (x => x[0].mm(x[1]), [[2, 3], [3, 4]]),
        ["mm with a transposed factor"] = (x => x[0].mm(x[1].t()), [[2, 3], [4, 3]]),
        ["bmm"] = (x => x[0].bmm(x[1]), [[2, 2, 3], [2, 3, 2]]),
        ["mv"] = (x => x[0].mv(x[1]), [[2, 3], [3]]),
        ["dot"] = (x => x[0].dot(x[1]), [[4], [4]]),
        ["outer"] = (x => x[0].outer(x[1]), [[2], [3]]),
        ["addmm"] = (x => x[0].addmm(x[1], x[2], 0.5f, 2), [[4], [2, 3], [3, 4]]),
        ["matmul 1D 2D"] = (x => matmul(x[0], x[1]), [[3], [3, 2]]),
        ["matmul 3D 2D"] = (x => matmul(x[0], x[1]), [[2, 2, 3], [3, 2]]),
        ["matmul 3D 1D"] = (x => matmul(x[0], x[1]), [[2, 2, 3], [3]]),
        ["matmul 1D 3D"] = (x => matmul(x[0], x[1]), [[3], [2, 3, 2]]),
        ["matmul broadcast"] = (x => matmul(x[0], x[1]), [[2, 1, 2, 3], [2, 3, 2]]),
        ["sum"] = (x => x[0].sum(), [[2, 3]]),
        ["sum over one"] = (x => x[0].sum(1), [[2, 3, 2]]),
        ["sum over two, kept"] = (x => x[0].sum([0, 2], true), [[2, 3, 2]]),
        ["mean"] = (x => x[0].mean(), [[2, 3]]),
        ["mean over some"] = (x => x[0].mean([0, -1]), [[2, 3, 2]]),
        ["prod"] = (x => x[0].prod(), [[2, 3]]),
        ["prod over one"] = (x => x[0].prod(1, true), [[2, 3, 2]]),
        ["prod with a zero"] = (x => (x[0] * tensor(new[] { 1.0, 0, 1 })).prod(1), [[2, 3]]),
        ["prod with two zeros"] = (x => (x[0] * tensor(new[] { 0.0, 0, 1 })).prod(1), [[2, 3]]),
        ["var"] = (x => x[0].var(), [[2, 3]]),
        ["var over one, biased"] = (x => x[0].var(0, false), [[3, 2]]),
        ["std over some"] = (x => x[0].std([0, 2], true, true), [[2, 3, 2]]),
        ["norm"] = (x => x[0].norm(), [[2, 3]]),
        ["norm over one"] = (x => x[0].norm(1), [[2, 3, 2]]),
        ["norm 1"] = (x => x[0].norm(1, true, 1f), [[2, 3]]),
        ["norm 3"] = (x => x[0].norm(3f), [[2, 3]]),
        ["norm ∞"] = (x => x[0].norm(float.PositiveInfinity), [[2, 3]]),
        ["max"] = (x => x[0].max(), [[2, 3]]),
        ["max over one"] = (x => x[0].max(1).values, [[2, 3, 2]]),
        ["min over one, kept"] = (x => x[0].min(0, true).values, [[3, 2]]),
        ["amax"] = (x => x[0].amax(0, 2), [[2, 3, 2]]),
        ["logsumexp"] = (x => x[0].logsumexp(1), [[2, 3, 2]]),
        ["view"] = (x => x[0].contiguous().view(3, -1), [[2, 3, 2]]),
        ["reshape"] = (x => x[0].reshape(4, 3), [[2, 3, 2]]),
        ["flatten"] = (x => x[0].flatten(1), [[2, 3, 2]]),
        ["transpose"] = (x => x[0].transpose(0, 2), [[2, 3, 2]]),
        ["permute"] = (x => x[0].permute(2, 0, 1), [[2, 3, 4]]),
        ["T"] = (x => x[0].T, [[2, 3]]),
        ["squeeze"] = (x => x[0].squeeze(), [[2, 1, 3, 1]]),
        ["unsqueeze"] = (x => x[0].unsqueeze(1), [[2, 3]]),
        ["expand"] = (x => x[0].expand(4, 2, 3), [[2, 1]]),
        ["repeat"] = (x => x[0].repeat(2, 1, 3), [[2, 3]]),
        ["select"] = (x => x[0].select(1, -1), [[2, 3, 2]]),
        ["slice"] = (x => x[0].slice(1, 1, 5, 2), [[2, 6]]),
        ["narrow"] = (x => x[0].narrow(0, 1, 2), [[4, 2]]),
        ["diagonal"] = (x => x[0].diagonal(1), [[3, 4]]),
        ["chunk"] = (x => x[0].chunk(2, 1)[1], [[2, 5]]),
        ["split, both parts"] = (x => x[0].split([1, 2], 1)[0] * x[0].split([1, 2], 1)[1], [[2, 3]]),
        ["index"] = (x => x[0][1], [[3, 2]]),
        ["index range"] = (x => x[0][TensorIndex.Ellipsis, TensorIndex.Slice(null, -1)], [[2, 3, 4]]),
        ["index tensor"] = (x => x[0][tensor(new long[] { 0, 2, 0 })], [[3, 2]]),
        ["index tensors"] = (x => x[0][tensor(new long[] { 0, 1 }), tensor(new long[] { 2, 2 })], [[2, 3, 2]]),
        ["index tensor in the middle"] = (x => x[0][.., TensorIndex.Tensor(tensor(new long[,] { { 0, 2 }, { 1, 1 } }))], [[2, 3, 2]]),
        ["mask"] = (x => x[0][tensor(new[,] { { true, false, true }, { false, true, true } })], [[2, 3]]),
        ["gather"] = (x => x[0].gather(1, tensor(new long[,] { { 0, 0 }, { 2, 1 } })), [[2, 3]]),
        ["index_select"] = (x => x[0].index_select(1, tensor(new long[] { 2, 0, 2 })), [[2, 3]]),
        ["scatter"] = (x => x[0].scatter(1, tensor(new long[,] { { 0, 2 }, { 2, 1 } }), x[1]), [[2, 3], [2, 2]]),
        ["scatter_add"] = (x => x[0].scatter_add(0, tensor(new long[,] { { 0, 0, 0 }, { 0, 1, 1 } }), x[1]), [[2, 3], [2, 3]]),
        ["cat"] = (x => cat([x[0], x[1], x[0]], 1), [[2, 3], [2, 1]]),
        ["stack"] = (x => stack([x[0], x[1]], -1), [[2, 3], [2, 3]]),
        ["unbind"] = (x => x[0].unbind(1)[2] * x[0].unbind(1)[0], [[2, 3]]),
        ["eye times"] = (x => eye(2, dtype: float64).matmul(x[0]), [[2, 3]]),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void AgreesWithDifferences(string name)
    {
        var (function, shapes) = Functions[name];
        GradientCheck.Run(function, 1e-6, [.. shapes.Select((shape, i) => Values(0.2 + (0.11 * i), shape))]);
    }

    /// <summary>Positive numbers, all different, in an order that is not sorted, and the same at every run.</summary>
    private static Tensor Values(double phase, params long[] shape)
    {
        var count = (int)shape.TotalSize();
        return tensor(Enumerable.Range(0, count).Select(i => 0.3 + (1.7 * ((phase + (i * 0.6180339887)) % 1))).ToArray(), shape);
    }
}
