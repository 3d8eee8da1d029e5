using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>Rare inputs, where random programs found the engine and PyTorch to differ. The values are PyTorch's.</summary>
public class CornerCaseTests
{
    private static readonly double NaN = double.NaN;
    private static readonly double Infinity = double.PositiveInfinity;

    [Fact]
    public void RepeatingOnceIsACopy()
    {
        var x = ones(2, 1);
        var (same, wide) = (x.repeat(1, 1), x.expand(2, 3).repeat(1, 1));
        x.fill_(5);

        Assert.Equal(2, same.sum().item<float>());
        Assert.Equal(6, wide.sum().item<float>());
    }

    [Fact]
    public void AVectorOfNothingCountsForTheTypeOfAConcatenation()
    {
        var nothing = zeros(0, dtype: float64, requires_grad: true);
        var joined = cat([ones(2), nothing]);
        joined.sum().backward();

        Assert.Equal(float64, joined.dtype);
        Assert.Equal([0], nothing.grad!.shape);
        Assert.Equal(float32, cat([zeros(0, dtype: int64), zeros(0)]).dtype);
    }

    [Fact]
    public void FunctionsOfNothingAreNothing()
    {
        Assert.Equal([0], zeros(0).sigmoid().shape);
        Assert.Equal(double.NegativeInfinity, zeros(0, dtype: float64).logsumexp(0).item<double>());
        Assert.Equal([3, 2], zeros(3, 0, 2).logsumexp(1).shape);
        Assert.Equal(3, zeros(2, 0).chunk(3, 1).Length);
        Assert.Equal([2, 0], Assert.Single(zeros(2, 0).split(0, 1)).shape);
        Assert.Equal(0, zeros(0, dtype: int64).remainder(0).numel());
    }

    [Fact]
    public void ZerosOfEitherSignAreEqual()
    {
        var x = tensor(new[,] { { 1.0, 0.0, -0.0 }, { -1.0, -0.0, 0.0 } });

        Assert.Equal([1, 0], x.argmin(1).data<long>());
        Assert.Equal([0, 1], x.max(1).indexes.data<long>());
    }

    [Fact]
    public void WhatIsNoNumberHasNoSign() =>
        Assert.Equal([0, 1, -1, 0], tensor(new[] { NaN, Infinity, -2, 0 }).sign().data<double>());

    [Fact]
    public void GradientsWhereThereIsNoNumber()
    {
        var (x, y) = (tensor(new[] { NaN, 1, 1 }, requires_grad: true), tensor(new[] { 2, NaN, 1 }, requires_grad: true));
        x.maximum(y).sum().backward();
        Assert.Equal([1, 1, 0.5], x.grad!.data<double>());
        Assert.Equal([1, 1, 0.5], y.grad!.data<double>());

        var z = tensor(new[] { NaN, -1, 0.5, 1, 3 }, requires_grad: true);
        z.clamp(-1, 1).sum().backward();
        Assert.Equal([0, 1, 1, 1, 0], z.grad!.data<double>());
    }

    [Fact]
    public void RoundedQuotientsAndRemaindersFit()
    {
        var (x, y) = (tensor(new[] { 1, -1, Infinity, -0.5, 1e17, 5 }), tensor(new[] { 0.1, 0.1, 2, Infinity, 3, 0 }));

        Assert.Equal([9, -10, NaN, -1, 33333333333333332, Infinity], x.div(y, RoundingMode.floor).data<double>());
        var rest = x.remainder(y).data<double>().ToArray();
        Assert.Equal([1 % 0.1, 0.1 - (1 % 0.1), NaN], rest[..3]);
        Assert.Equal([Infinity, 1e17 % 3, NaN], rest[3..]);
    }

    [Fact]
    public void ANumberDoesNotWidenARemainder()
    {
        Assert.Equal(float32, tensor(1.5f).remainder(0.5).dtype);
        Assert.Equal(float32, tensor(3L).remainder(0.5).dtype);
    }

    [Fact]
    public void ARoundedQuotientHasAGradientOfZero()
    {
        var (x, y) = (tensor(new[] { 5.0, 7 }, requires_grad: true), tensor(2.0, requires_grad: true));
        x.div(y, RoundingMode.floor).add(x.div(y, RoundingMode.trunc)).sum().backward();

        Assert.Equal([0, 0], x.grad!.data<double>());
        Assert.Equal(0, y.grad!.item<double>());
    }

    [Fact]
    public void AMultipleIsTakenInTheTypeOfTheSum()
    {
        var third = tensor(1f / 3);

        Assert.Equal(1 + (3 * (double)(1f / 3)), ones(1, dtype: float64).add(third, 3).item<double>());
        Assert.Equal(@bool, tensor(true).add(tensor(true), 1).dtype);
    }

    [Fact]
    public void NumbersWithoutDimensionsAreSelectedToo()
    {
        var x = tensor(2.5);

        Assert.Equal([2.5], x.masked_select(tensor(true)).data<double>());
        Assert.Equal([0], x.masked_select(tensor(false)).shape);
        Assert.Equal([], x.index_select(0, tensor(new long[] { 0 })).shape);
    }
}
