using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.linalg;
using static Tortue.Tensors.Tests.Golden.GoldenGradients;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>Linear algebra, with its gradients, against PyTorch.</summary>
public class LinalgGoldenTests
{
    private static readonly Tensor A = Numbers(0.37, 4, 4) + eye(4);
    private static readonly Tensor Tall = Numbers(0.2, 5, 3);
    private static readonly Tensor Wide = Numbers(0.7, 3, 5);
    private static readonly Tensor Batch = Numbers(0.9, 2, 3, 3);
    private static readonly Tensor B = Numbers(0.5, 4, 2);
    private static readonly Tensor V = Numbers(0.8, 4);
    private static readonly Tensor Row = Numbers(0.1, 2, 4);
    private static readonly Tensor Positive = Tall.t().mm(Tall) + eye(3, dtype: float64);
    private static readonly Tensor Singular = tensor(new[,] { { 1.0, 2, 3 }, { 2, 4, 6 }, { 1, 0, -1 } });
    private static readonly Tensor Lacking = V.outer(Numbers(0.4, 3));

    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, Tensor[] Inputs)> Cases = new()
    {
        ["svdvals"] = (x => svdvals(x[0]), [A]),
        ["svdvals tall"] = (x => svdvals(x[0]), [Tall]),
        ["svdvals wide"] = (x => svdvals(x[0]), [Wide]),
        ["svdvals batch"] = (x => svdvals(x[0]), [Batch]),
        ["svdvals lacking"] = (_ => svdvals(Lacking), []),
        ["svd together"] = (x => torch.linalg.svd(x[0], false) is var (u, s, vh) ? (u * s).mm(vh) : null!, [Tall]),
        ["svd polar"] = (x => torch.linalg.svd(x[0], false) is var (u, _, vh) ? u.mm(vh) : null!, [Tall]),
        ["svd polar wide"] = (x => torch.linalg.svd(x[0], false) is var (u, _, vh) ? u.mm(vh) : null!, [Wide]),
        ["svd projection"] = (x => torch.linalg.svd(x[0], false).U.narrow(1, 0, 2) is var u ? u.mm(u.t()) : null!, [Tall]),
        ["qr q"] = (x => torch.linalg.qr(x[0]).Q, [Tall]),
        ["qr r"] = (x => torch.linalg.qr(x[0]).R, [Tall]),
        ["qr wide q"] = (x => torch.linalg.qr(x[0]).Q, [Wide]),
        ["qr wide r"] = (x => torch.linalg.qr(x[0]).R, [Wide]),
        ["qr square"] = (x => torch.linalg.qr(x[0]) is var (q, r) ? q + r : null!, [Batch]),
        ["qr complete"] = (_ => torch.linalg.qr(Tall, QRMode.Complete).R, []),
        ["qr r alone"] = (_ => torch.linalg.qr(Tall, QRMode.R).R, []),
        ["eigvalsh"] = (x => eigvalsh(x[0]), [A]),
        ["eigvalsh upper"] = (x => eigvalsh(x[0], 'U'), [A]),
        ["eigh square root"] = (x => torch.linalg.eigh(x[0]) is var (e, q) ? (q * e.sqrt()).mm(q.t()) : null!, [Positive]),
        ["eigh batch"] = (x => torch.linalg.eigh(x[0]).Item1, [Batch]),
        ["cholesky"] = (x => torch.linalg.cholesky(x[0]), [Positive]),
        ["cholesky batch"] = (x => torch.linalg.cholesky(x[0].matmul(x[0].mT) + 2), [Batch]),
        ["det"] = (x => torch.linalg.det(x[0]), [A]),
        ["det batch"] = (x => x[0].det(), [Batch]),
        ["det singular"] = (_ => torch.linalg.det(Singular), []),
        ["slogdet sign"] = (_ => torch.linalg.slogdet(Batch).Item1, []),
        ["slogdet"] = (x => torch.linalg.slogdet(x[0]).Item2, [Batch]),
        ["logdet"] = (x => logdet(x[0]), [Positive]),
        ["inv"] = (x => torch.linalg.inv(x[0]), [A]),
        ["inv batch"] = (x => x[0].inverse(), [Batch]),
        ["solve"] = (x => torch.linalg.solve(x[0], x[1]), [A, B]),
        ["solve vector"] = (x => torch.linalg.solve(x[0], x[1]), [A, V]),
        ["solve batch"] = (x => torch.linalg.solve(x[0], x[1]), [Batch, Numbers(0.37, 3, 2)]),
        ["solve vectors"] = (x => torch.linalg.solve(x[0], x[1]), [Batch, Numbers(0.37, 2, 3)]),
        ["solve right"] = (x => torch.linalg.solve(x[0], x[1], left: false), [A, Row]),
        ["triangular"] = (x => solve_triangular(x[0], x[1], upper: true), [A, B]),
        ["triangular lower"] = (x => solve_triangular(x[0], x[1], upper: false, unitriangular: true), [A, B]),
        ["triangular right"] = (x => solve_triangular(x[0], x[1], upper: true, left: false), [A, Row]),
        ["pinv"] = (x => torch.linalg.pinv(x[0]), [Tall]),
        ["pinv wide"] = (x => torch.linalg.pinv(x[0]), [Wide]),
        ["pinv square"] = (x => x[0].pinverse(), [Batch]),
        ["pinv lacking"] = (_ => torch.linalg.pinv(Lacking), []),
        ["rank"] = (_ => torch.linalg.matrix_rank(Lacking), []),
        ["rank batch"] = (_ => torch.linalg.matrix_rank(Batch), []),
        ["rank cut"] = (_ => torch.linalg.matrix_rank(A, rtol: 0.4), []),
        ["vector norm"] = (x => vector_norm(x[0]), [A]),
        ["vector norm 3"] = (x => vector_norm(x[0], 3, [0], true), [A]),
        ["matrix norm"] = (x => matrix_norm(x[0]), [Batch]),
        ["nuclear"] = (x => matrix_norm(x[0], "nuc"), [Batch]),
        ["spectral"] = (x => matrix_norm(x[0], 2), [Batch]),
        ["smallest"] = (x => matrix_norm(x[0], -2, keepdim: true), [Batch]),
        ["columns"] = (x => matrix_norm(x[0], 1), [Batch]),
        ["rows"] = (x => matrix_norm(x[0], double.PositiveInfinity, [0, 2]), [Batch]),
        ["spectral of others"] = (x => torch.linalg.norm(x[0], 2, [0, 1], true), [Batch]),
        ["norm"] = (x => torch.linalg.norm(x[0]), [Batch]),
        ["norm of a vector"] = (x => torch.linalg.norm(x[0], 1), [V]),
        ["cond"] = (x => torch.linalg.cond(x[0]), [A]),
        ["least squares"] = (x => torch.linalg.lstsq(x[0], x[1]).Solution, [Tall, Numbers(0.37, 5, 2)]),
        ["multi dot"] = (x => multi_dot([x[0], x[1], x[2]]), [V, A, B]),
        ["vecdot"] = (x => vecdot(x[0], x[1], 0), [A, V.unsqueeze(1)]),
        ["power"] = (x => matrix_power(x[0], 5), [Batch]),
        ["power negative"] = (x => x[0].matrix_power(-2), [Batch]),
        ["power zero"] = (_ => Batch.matrix_power(0), []),
        ["exponential"] = (x => torch.linalg.matrix_exp(x[0]), [Batch]),
        ["exponential large"] = (x => x[0].matrix_exp(), [A * 3]),
        ["float svdvals"] = (_ => svdvals(Tall.to_type(float32)), []),
        ["float solve"] = (_ => torch.linalg.solve(A.to_type(float32), B.to_type(float32)), []),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheResultAndItsGradientArePyTorchs(string name)
    {
        var (function, inputs) = Cases[name];
        Check(GoldenValues.Load("linalg.json").GetProperty(name), function, name.StartsWith("float") ? 1e-5 : 1e-8, inputs);
    }

    [Fact]
    public void EveryValueOfPyTorchsIsCompared() =>
        Assert.Equal(GoldenValues.Load("linalg.json").EnumerateObject().Select(o => o.Name).Order(), Cases.Keys.Order());
}
