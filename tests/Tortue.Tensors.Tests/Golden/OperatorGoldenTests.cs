using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>Operators, with their shapes and element types, against PyTorch.</summary>
public class OperatorGoldenTests
{
    private static readonly Tensor A = Numbers(-1.5, 1.5, 0.37, 2, 3, 4);
    private static readonly Tensor B = Numbers(-1.5, 1.5, 0.11, 3, 1);
    private static readonly Tensor P = Numbers(0.2, 3, 0.37, 2, 3);
    private static readonly Tensor M = Numbers(-1.5, 1.5, 0.37, 3, 4);
    private static readonly Tensor N = Numbers(-1.5, 1.5, 0.5, 4, 2);
    private static readonly Tensor I = tensor(new long[,] { { 3, -2, 7 }, { 0, 5, -4 } });
    private static readonly Tensor T = I > 1;

    private static readonly TensorIndex All = TensorIndex.Colon;

    public static TheoryData<string> Names => [.. Operators.Keys];

    private static readonly Dictionary<string, Func<Tensor>> Operators = new()
    {
        ["add"] = () => A + B,
        ["sub"] = () => A - B,
        ["mul"] = () => A * B,
        ["div"] = () => A / B,
        ["pow"] = () => P.pow(B[TensorIndex.Slice(0, 2)]),
        ["exp"] = () => A.exp(),
        ["log"] = () => P.log(),
        ["sqrt"] = () => P.sqrt(),
        ["sin"] = () => A.sin(),
        ["cos"] = () => A.cos(),
        ["tanh"] = () => A.tanh(),
        ["sigmoid"] = () => A.sigmoid(),
        ["relu"] = () => A.relu(),
        ["square"] = () => A.square(),
        ["reciprocal"] = () => P.reciprocal(),
        ["round"] = () => (A * 3).round(),
        ["remainder"] = () => A % 0.4,
        ["leaky_relu"] = () => A.leaky_relu(0.2),
        ["clamp"] = () => A.clamp(-0.5, 0.7),
        ["sign"] = () => A.sign(),
        ["log1p"] = () => P.log1p(),
        ["expm1"] = () => A.expm1(),
        ["rsqrt"] = () => P.rsqrt(),
        ["atan"] = () => A.atan(),
        ["asin"] = () => (A / 2).asin(),
        ["softmax"] = () => A.softmax(1),
        ["log_softmax"] = () => A.log_softmax(-1),
        ["logsumexp"] = () => A.logsumexp(2),
        ["mm"] = () => M.mm(N),
        ["matmul"] = () => A.matmul(N),
        ["mv"] = () => M.mv(N[All, 0]),
        ["outer"] = () => M[0].outer(N[All, 1]),
        ["sum"] = () => A.sum(),
        ["sum dims"] = () => A.sum([0, 2], true),
        ["mean"] = () => A.mean([1]),
        ["var"] = () => A.var(),
        ["std"] = () => A.std(2),
        ["var biased"] = () => A.var(0, false),
        ["norm"] = () => A.norm(),
        ["norm 1"] = () => A.norm(1, false, 1f),
        ["prod"] = () => P.prod(),
        ["max"] = () => A.max(),
        ["max values"] = () => A.max(1).values,
        ["max indices"] = () => A.max(1).indexes,
        ["min indices"] = () => A.min(2, true).indexes,
        ["argmax"] = () => A.argmax(),
        ["argmin"] = () => A.argmin(0),
        ["all"] = () => T.all(),
        ["any"] = () => T.any(1),
        ["integer add"] = () => I + 2,
        ["integer add fraction"] = () => I + 0.5,
        ["integer div"] = () => I / 2,
        ["integer pow"] = () => I.pow(2),
        ["integer floor"] = () => I.div(3, RoundingMode.floor),
        ["integer trunc"] = () => I.div(3, RoundingMode.trunc),
        ["integer remainder"] = () => I % 3,
        ["integer sum"] = () => I.sum(1),
        ["bool sum"] = () => T.sum(),
        ["bool add"] = () => T + T,
        ["bool mul"] = () => T * 2,
        ["bool and integer"] = () => T + I,
        ["float and double"] = () => P + I.@double(),
        ["float and double number"] = () => P + tensor(2.0),
        ["integer and float number"] = () => I * tensor(0.5f),
        ["gt"] = () => A > B,
        ["eq"] = () => I == 5,
        ["where"] = () => where(T, P, -P),
        ["cat"] = () => cat([M, M[TensorIndex.Slice(0, 1)] * 2]),
        ["cat types"] = () => cat([I, P]),
        ["stack"] = () => stack([P, P + 1], 1),
        ["gather"] = () => M.gather(1, tensor(new long[,] { { 0, 3 }, { 2, 2 }, { 1, 0 } })),
        ["index"] = () => A[All, At(2, 0)],
        ["mask"] = () => P[T],
        ["index apart"] = () => A[At(0, 1, 1), All, At(3, 0, 1)],
        ["nonzero"] = () => T.nonzero(),
        ["index ellipsis"] = () => A[TensorIndex.Ellipsis, 1..3, TensorIndex.None],
        ["arange"] = () => arange(1, 2.5, 0.25),
        ["linspace"] = () => linspace(-1, 1, 7),
        ["eye"] = () => eye(2, 3),
        ["logspace"] = () => logspace(-1, 2, 4),
        ["to long"] = () => (A * 3).@long(),
        ["to bool"] = () => I.@bool(),
        ["diagonal"] = () => M.diagonal(1),
        ["maximum"] = () => maximum(A, B),
        ["logical_xor"] = () => T.logical_xor(I > 4),
        ["repeat"] = () => P.repeat(2, 2),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void TheOperatorIsPyTorchs(string name) =>
        GoldenValues.Compare(GoldenValues.Load("operators.json").GetProperty(name), Operators[name](), 1e-6);

    [Fact]
    public void EveryValueOfPyTorchsIsCompared() =>
        Assert.Equal(GoldenValues.Load("operators.json").EnumerateObject().Select(o => o.Name).Order(), Operators.Keys.Order());

    private static TensorIndex At(params long[] indices) => TensorIndex.Tensor(tensor(indices));

    private static Tensor Numbers(double low, double high, double phase, params long[] shape)
    {
        var values = Enumerable.Range(0, (int)shape.TotalSize()).Select(i => low + ((high - low) * ((phase + (i * 0.6180339887)) % 1)));
        return tensor(values.ToArray(), shape, float32);
    }
}
