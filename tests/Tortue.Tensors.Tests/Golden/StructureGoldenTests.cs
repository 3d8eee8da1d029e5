using Xunit;
using static TorchSharp.torch;
using static Tortue.Tensors.Tests.Golden.GoldenGradients;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>Operators that order, accumulate and contract, with their gradients, against PyTorch.</summary>
public class StructureGoldenTests
{
    private static readonly Tensor A = Numbers(0.37, 2, 3, 4);
    private static readonly Tensor M = Numbers(0.37, 3, 4);
    private static readonly Tensor N = Numbers(0.5, 4, 2);
    private static readonly Tensor S = Numbers(0.2, 3, 3);
    private static readonly Tensor Z = tensor(new[,] { { 0.5, 0, 2, -1 }, { 0, 3, 0, 1 }, { 1.5, -2, 0.25, 0 } });
    private static readonly Tensor I = tensor(new long[,] { { 3, -2, 7, 3 }, { 0, 5, -4, 0 }, { 1, 1, 1, 2 } });
    private static readonly Tensor T = I > 1;
    private static readonly Tensor X =
        tensor(new[] { double.NaN, 1, double.PositiveInfinity, -2, double.NaN, double.NegativeInfinity });

    private static readonly Tensor Wide = linspace(-6.5, 6.5, 53, dtype: float64);

    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, Tensor[] Inputs)> Cases = new()
    {
        ["sort"] = (x => x[0].sort().Values, [A]),
        ["sort descending"] = (x => sort(x[0], 1, descending: true).Item1, [A]),
        ["sort indices"] = (x => x[0].sort(0).Indices, [A]),
        ["sort integers"] = (x => x[0].sort(1, stable: true).Indices, [I]),
        ["sort integers descending"] = (x => x[0].sort(1, true, true).Indices, [I]),
        ["sort truth values"] = (x => x[0].sort(1).Values, [T]),
        ["sort no numbers"] = (x => x[0].sort().Values, [X]),
        ["sort no numbers descending"] = (x => x[0].sort(descending: true).Values, [X]),
        ["sort one number"] = (x => x[0].sort().Values, [A[0, 0, 0]]),
        ["argsort"] = (x => argsort(x[0], 1), [A]),
        ["msort"] = (x => msort(x[0]), [A]),
        ["topk"] = (x => x[0].topk(2).values, [A]),
        ["topk smallest"] = (x => topk(x[0], 2, 1, largest: false).values, [A]),
        ["topk indices"] = (x => x[0].topk(3, 2).indexes, [A]),
        ["topk of none"] = (x => x[0].topk(0).values, [M]),
        ["cumsum"] = (x => x[0].cumsum(1), [A]),
        ["cumsum integers"] = (x => cumsum(x[0], 1), [I]),
        ["cumsum truth values"] = (x => x[0].cumsum(0), [T]),
        ["cumsum float"] = (x => x[0].cumsum(0, float32), [I]),
        ["cumprod"] = (x => x[0].cumprod(1), [A]),
        ["cumprod zeros"] = (x => cumprod(x[0], 1), [Z]),
        ["cumprod integers"] = (x => x[0].cumprod(1), [I]),
        ["flip"] = (x => x[0].flip(0, 2), [A]),
        ["flip integers"] = (x => flip(x[0], 1), [I]),
        ["flip of a transpose"] = (x => x[0].t().flip(0), [M]),
        ["flip truth values"] = (x => x[0].flip(0), [T]),
        ["flip nothing"] = (x => x[0].flip(), [M]),
        ["fliplr"] = (x => fliplr(x[0]), [M]),
        ["flipud"] = (x => flipud(x[0]), [M]),
        ["tril"] = (x => x[0].tril(), [A]),
        ["tril above"] = (x => tril(x[0], 1), [M]),
        ["triu"] = (x => x[0].triu(), [A]),
        ["triu below"] = (x => triu(x[0], -1), [M]),
        ["tril integers"] = (x => x[0].tril(-1), [I]),
        ["triu truth values"] = (x => x[0].triu(), [T]),
        ["erf"] = (x => x[0].erf(), [Wide]),
        ["erfc"] = (x => erfc(x[0]), [Wide]),
        ["erf float"] = (x => erf(x[0].to(float32)), [Wide]),
        ["erf integers"] = (x => x[0].erf(), [I]),
        ["erf no numbers"] = (x => x[0].erf(), [X]),
        ["var_mean var"] = (x => x[0].var_mean([0, 2]).Item1, [A]),
        ["var_mean mean"] = (x => var_mean(x[0], 1, unbiased: false).mean, [A]),
        ["std_mean std"] = (x => x[0].std_mean(1, keepdim: true).std, [A]),
        ["std_mean mean"] = (x => std_mean(x[0]).mean, [A]),
        ["einsum product"] = (x => einsum("ij,jk->ik", x), [M, N]),
        ["einsum implied"] = (x => einsum("ba, ac", x), [M, N]),
        ["einsum batch"] = (x => einsum("bij,bkj->bik", x), [A, Numbers(0.8, 2, 5, 4)]),
        ["einsum trace"] = (x => einsum("ii", x), [S]),
        ["einsum diagonal"] = (x => einsum("ii->i", x), [S]),
        ["einsum transpose"] = (x => einsum("ijk->kij", x), [A]),
        ["einsum sum"] = (x => einsum("ijk->j", x), [A]),
        ["einsum outer"] = (x => einsum("i,j->ij", x), [M[0], N[.., 1]]),
        ["einsum dot"] = (x => einsum("i,i->", x), [M[0], N[.., 1]]),
        ["einsum elementwise"] = (x => einsum("ij,ij->ij", x), [M, M + 1]),
        ["einsum bilinear"] = (x => einsum("bn,nm,bm->b", x), [M, Numbers(0.37, 4, 5), Numbers(0.1, 3, 5)]),
        ["einsum summed apart"] = (x => einsum("ij,kl->jl", x), [M, N]),
        ["einsum broadcast"] = (x => einsum("ij,jk->ik", x), [M, N[..1]]),
        ["einsum repeated"] = (x => einsum("iji,jk->ik", x), [Numbers(0.37, 3, 4, 3), N]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheOperatorAndItsGradientArePyTorchs(string name)
    {
        var (function, inputs) = Cases[name];
        var tolerance = name is "erf float" or "erf integers" ? 1e-6 : 1e-12;
        Check(GoldenValues.Load("structure.json").GetProperty(name), function, tolerance, inputs);
    }

    [Fact]
    public void EveryValueOfPyTorchsIsCompared() =>
        Assert.Equal(GoldenValues.Load("structure.json").EnumerateObject().Select(o => o.Name).Order(), Cases.Keys.Order());

    [Fact]
    public void TheComplementIsExactWhereItIsSmall()
    {
        // Values of the C library.
        Assert.Equal(2.0884875837625446e-45, tensor(10.0).erfc().item<double>(), 2.0884875837625446e-45 * 1e-14);
        Assert.Equal(5.395865611607901e-176, tensor(20.0).erfc().item<double>(), 5.395865611607901e-176 * 1e-14);
        Assert.Equal(1.1283791670955126e-9, tensor(1e-9).erf().item<double>(), 1e-24);
    }
}
