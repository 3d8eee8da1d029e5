using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using Tortue.Tensors.Tests.Autograd;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.linalg;

/// <summary>Decompositions multiply back, their gradients are those of differences, and hard matrices keep their digits.</summary>
[Collection(nn.RandomNumbersCollection.Name)]
public class LinearAlgebraTests
{
    private static readonly Tensor Square = Golden.GoldenGradients.Numbers(0.37, 3, 3) + eye(3);

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["det"] = torch.linalg.det,
        ["det, singular"] = x => torch.linalg.det(cat([x.narrow(0, 0, 2), x.narrow(0, 0, 1)], 0)),
        ["slogdet"] = x => torch.linalg.slogdet(x).Item2,
        ["inv"] = torch.linalg.inv,
        ["solve"] = x => torch.linalg.solve(x, x.sin()),
        ["svdvals"] = torch.linalg.svdvals,
        ["svd, tall"] = x => Together(x.narrow(1, 0, 2)),
        ["svd, wide"] = x => Together(x.narrow(0, 0, 2)),
        ["qr"] = x => torch.linalg.qr(x) is var (q, r) ? q.sin() + r.exp() : null!,
        ["qr, tall"] = x => torch.linalg.qr(x.narrow(1, 0, 2)).Q.sin(),
        ["qr, wide"] = x => torch.linalg.qr(x.narrow(0, 0, 2)) is var (q, r) ? q.mm(q.sin()).mm(r.exp()) : null!,
        ["eigh"] = x => torch.linalg.eigh(x + x.t()) is var (e, v) ? v.sin() * e : null!,
        ["cholesky"] = x => torch.linalg.cholesky(x.mm(x.t()) + 1),
        ["pinv, tall"] = x => torch.linalg.pinv(x.narrow(1, 0, 2)),
        ["pinv, wide"] = x => torch.linalg.pinv(x.narrow(0, 0, 2)),
        ["solve_triangular"] = x => torch.linalg.solve_triangular(x, x.cos(), upper: false),
        ["matrix_exp"] = matrix_exp,
        ["matrix_power"] = x => x.matrix_power(3),
        ["lstsq"] = x => torch.linalg.lstsq(x.narrow(1, 0, 2), x.sin()).Solution,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsAreFiniteDifferences(string name) => GradientCheck.Run(x => Functions[name](x[0]), 1e-5, Square);

    [Fact]
    public void DecompositionsMultiplyBackToTheMatrix() => Prop.ForAll(
        Gen.Choose(1, 9).Three().Select(n => (Rows: n.Item1, Columns: n.Item2, Rank: n.Item3)).ToArbitrary(),
        n =>
        {
            var a = randn([2, n.Rows, n.Rank], float64).matmul(randn([2, n.Rank, n.Columns], float64));
            foreach (var full in new[] { false, true })
            {
                var (u, s, vh) = torch.linalg.svd(a, full);
                var k = Math.Min(n.Rows, n.Columns);
                Assert.True(Close((u.narrow(-1, 0, k) * s.unsqueeze(-2)).matmul(vh.narrow(-2, 0, k)), a));
                Assert.True(Close(u.mT.matmul(u), eye(u.shape[^1], dtype: float64).expand(2, -1, -1)));
                Assert.True(Close(vh.matmul(vh.mT), eye(vh.shape[^2], dtype: float64).expand(2, -1, -1)));
                Assert.True((s.narrow(-1, 1, k - 1) <= s.narrow(-1, 0, k - 1)).all().item<bool>());
            }

            var (q, r) = torch.linalg.qr(a);
            var (frame, upper) = torch.linalg.qr(a, torch.linalg.QRMode.Complete);
            var symmetric = a.matmul(a.mT);
            var (values, vectors) = torch.linalg.eigh(symmetric);
            return Close(q.matmul(r), a) && Close(frame.matmul(upper), a) && Close(upper, upper.triu())
                && Close(frame.mT.matmul(frame), eye(n.Rows, dtype: float64).expand(2, -1, -1))
                && Close((vectors * values.unsqueeze(-2)).matmul(vectors.mT), symmetric)
                && Close(vectors.mT.matmul(vectors), eye(n.Rows, dtype: float64).expand(2, -1, -1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void SmallSingularValuesKeepTheirDigits()
    {
        // A matrix with singular values from 1 to 10⁻¹² between random frames; relative errors stay far below those of A Aᵀ.
        manual_seed(1);
        var (left, right) = (torch.linalg.qr(randn([30, 13], float64)).Q, torch.linalg.qr(randn([13, 13], float64)).Q);
        var expected = tensor(Enumerable.Range(0, 13).Select(i => Math.Pow(10, -i)).ToArray());
        var s = torch.linalg.svdvals((left * expected).mm(right.t()));
        Assert.True(((s - expected) / expected).abs().max().item<double>() < 1e-3);
        Assert.True((s - expected).abs().max().item<double>() < 1e-15);
    }

    [Fact]
    public void AnOrthogonalMatrixHasUnitSingularValues()
    {
        var weights = empty(64, 48, dtype: float64);
        torch.nn.init.orthogonal_(weights);
        var tolerance = Engine.IsOurs ? 1e-13 : 1e-5; // Theirs computes in Float32.
        Assert.True((torch.linalg.svdvals(weights) - 1).abs().max().item<double>() < tolerance);
        Assert.Equal(1, torch.linalg.matrix_norm(weights, 2).item<double>(), Engine.IsOurs ? 13 : 5);
    }

    [Fact]
    public void WhatLeastSquaresLeaveIsOrthogonalToTheColumns()
    {
        manual_seed(2);
        var (a, b) = (randn([9, 4], float64), randn([9, 2], float64));
        var (x, residuals, rank, values) = torch.linalg.lstsq(a, b);
        Assert.True(a.t().mm(a.mm(x) - b).abs().max().item<double>() < 1e-13);
        Engine.OnlyOurs("has no residuals unless one names the driver");
        Assert.True(Close(residuals, (a.mm(x) - b).square().sum(0L)));
        Assert.Equal(4, rank.item<long>());
        Assert.Equal([4], values.shape);
    }

    [Fact]
    public void EmptyMatricesAreAllowed()
    {
        Assert.Equal([0], torch.linalg.svdvals(zeros(0, 3)).shape);
        Assert.Equal(1f, torch.linalg.det(zeros(0, 0)).item<float>());
        Assert.Equal([2, 0, 0], torch.linalg.inv(zeros(2, 0, 0)).shape);
        Assert.Equal([0, 3], torch.linalg.svdvals(zeros(0, 3, 3)).shape);
    }

    [Fact]
    public void FloatsAreComputedInDoublePrecision()
    {
        // Hilbert's matrix of order 5, whose condition number is 5e5: single precision would leave two digits.
        var i = arange(1, 6, float64);
        var hilbert = 1 / (i.unsqueeze(1) + i - 1);
        var solution = torch.linalg.solve(hilbert.to_type(float32), hilbert.to_type(float32).to_type(float64).sum(1L).to_type(float32));
        Assert.True((solution - 1).abs().max().item<float>() < 0.02f);
        Assert.Equal(float32, solution.dtype);
    }

    public static TheoryData<string, Action> Mistakes => new()
    {
        { "linalg.det: The input tensor A must have at least 2 dimensions.", () => torch.linalg.det(ones(3)) },
        {
            "linalg.inv: A must be batches of square matrices, but they are 2 by 3 matrices", () => torch.linalg.inv(ones(2, 3))
        },
        {
            "linalg.inv: The diagonal element 2 is zero, the inversion could not be completed because the input matrix is singular.",
            () => torch.linalg.inv(ones(2, 2))
        },
        { "linalg.solve: (Batch element 1): The solver failed because the input matrix is singular.", () => torch.linalg.solve(
            stack([eye(2), ones(2, 2)]), ones(2, 2)) },
        {
            "linalg.solve: Incompatible shapes of A and B for the equation AX = B (2x2 and 3x1)",
            () => torch.linalg.solve(eye(2), ones(3, 1))
        },
        {
            "linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading minor of " +
            "order 2 is not positive-definite).", () => torch.linalg.cholesky(ones(2, 2))
        },
        {
            "linalg.svd: Expected a floating point or complex tensor as input. Got Long",
            () => torch.linalg.svd(ones(2, 2, dtype: int64))
        },
        { "Expected UPLO argument to be 'L' or 'U', but got X", () => torch.linalg.eigh(eye(2), 'X') },
        { "linalg.matrix_norm: Order 3 not supported.", () => torch.linalg.matrix_norm(eye(2), 3) },
        { "linalg.matrix_norm: Order other not supported.", () => torch.linalg.matrix_norm(eye(2), "other") },
        { "multi_dot(): expected at least 2 tensors but got 1", () => torch.linalg.multi_dot([eye(2)]) },
        { "torch.linalg.lstsq: input.size(-2) should match other.size(-2)", () => torch.linalg.lstsq(eye(2), ones(3, 1)) },
        {
            "The QR decomposition is not differentiable when mode='complete' and nrows > ncols",
            () => torch.linalg.qr(ones(3, 2).requires_grad_(), torch.linalg.QRMode.Complete).R.sum().backward()
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakesAreExplainedInPyTorchsWords(string message, Action mistake)
    {
        if (message.StartsWith("multi_dot", StringComparison.Ordinal) || message.Contains("Order other", StringComparison.Ordinal))
            Engine.OnlyOurs("takes it");
        Engine.Says(message, Assert.Throws<ExternalException>(mistake));
    }

    private static Tensor Together(Tensor x) =>
        torch.linalg.svd(x, false) is var (u, s, vh) ? u.sin().mm(vh.exp()) + (u * s).mm(vh) : null!;

    private static bool Close(Tensor actual, Tensor expected) =>
        (actual - expected).abs().sum().item<double>() <= 1e-12 * Math.Max(1, expected.abs().sum().item<double>());
}
