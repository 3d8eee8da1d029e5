using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static Tortue.Tensors.Tests.Golden.GoldenGradients;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>Losses, with their gradients, against PyTorch: as functions and as modules.</summary>
public class LossGoldenTests
{
    private static readonly Tensor X = Numbers(0.37, 5, 4);
    private static readonly Tensor Y = Numbers(0.81, 5, 4);
    private static readonly Tensor Z = Numbers(0.13, 5, 4);
    private static readonly Tensor W = Numbers(0.5, 4) + 2;
    private static readonly Tensor Classes = tensor([0L, 3, 1, 1, 2]);
    private static readonly Tensor T = Probabilities();

    private static readonly Dictionary<string, (Func<Tensor[], Reduction, Tensor>[] Functions, Tensor[] Inputs)> Cases = new()
    {
        ["nll"] = ([(x, r) => functional.nll_loss(x[0], Classes, null, r), (x, r) => NLLLoss(null, r).call(x[0], Classes)], [X]),
        ["nll weighted"] = ([(x, r) => NLLLoss(W, r).call(x[0], Classes)], [X]),
        ["l1"] = ([(x, r) => functional.l1_loss(x[0], x[1], r), (x, r) => L1Loss(r).call(x[0], x[1])], [X, Y]),
        ["smooth"] = ([(x, r) => functional.smooth_l1_loss(x[0], x[1], r), (x, r) => SmoothL1Loss(r).call(x[0], x[1])], [X, Y]),
        ["smooth narrow"] = ([(x, r) => SmoothL1Loss(r, 0.4).call(x[0], x[1])], [X, Y]),
        ["logits"] = (
            [(x, r) => functional.binary_cross_entropy_with_logits(x[0], x[1], null, r),
             (x, r) => BCEWithLogitsLoss(null, r).call(x[0], x[1])],
            [X * 200, T]),
        ["logits weighted"] = ([(x, r) => BCEWithLogitsLoss(W, r, W + 0.5).call(x[0], T)], [X]),
        ["margin"] = (
            [(x, r) => functional.multi_margin_loss(x[0], Classes, reduction: r),
             (x, r) => MultiMarginLoss(reduction: r).call(x[0], Classes)], [X]),
        ["margin squared"] = ([(x, r) => MultiMarginLoss(2, 0.7, W, r).call(x[0], Classes)], [X]),
        ["triplet"] = (
            [(x, r) => functional.triplet_margin_loss(x[0], x[1], x[2], reduction: r),
             (x, r) => TripletMarginLoss(reduction: r).call(x[0], x[1], x[2])],
            [X, Y, Z]),
        ["triplet swapped"] = ([(x, r) => TripletMarginLoss(0.5, 3, 1e-3, true, r).call(x[0], x[1], x[2])], [X, Y, Z]),
        ["divergence"] = (
            [(x, r) => functional.kl_div(x[0], T, false, r), (x, r) => KLDivLoss(false, r).call(x[0], T)], [X]),
        ["divergence of logarithms"] = (
            [(x, r) => functional.kl_div(x[0], x[1], reduction: r),
             (x, r) => KLDivLoss(true, r).call(x[0], x[1])], [X, Y]),
    };

    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, Tensor[] Inputs)> Others = new()
    {
        ["margin of one example"] = (x => functional.multi_margin_loss(x[0], tensor([2L]), reduction: Reduction.None), [X[0]]),
        ["smooth beta 0"] = (x => functional.smooth_l1_loss(x[0], x[1], beta: 0), [X, Y]),
    };

    public static TheoryData<string, Reduction> Names =>
        [.. Cases.Keys.SelectMany(name => Enum.GetValues<Reduction>().Select(reduction => (name, reduction)))];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheLossAndItsGradientArePyTorchs(string name, Reduction reduction)
    {
        var (functions, inputs) = Cases[name];
        var expected = GoldenValues.Load("losses.json").GetProperty(Key(name, reduction));
        foreach (var function in functions)
            Check(expected, x => function(x, reduction), 1e-12, inputs);
    }

    [Fact]
    public void EveryValueOfPyTorchsIsCompared()
    {
        foreach (var (name, (function, inputs)) in Others)
            Check(GoldenValues.Load("losses.json").GetProperty(name), function, 1e-12, inputs);
        var compared = Cases.Keys.SelectMany(name => Enum.GetValues<Reduction>().Select(reduction => Key(name, reduction)));
        Assert.Equal(GoldenValues.Load("losses.json").EnumerateObject().Select(o => o.Name).Order(), compared.Concat(Others.Keys).Order());
    }

    [Fact]
    public void WhatDoesNotFitIsNamed()
    {
        Assert.Equal("target out of range", Error(() => functional.multi_margin_loss(ones(1, 3), tensor([3L]))));
        Assert.Equal("inconsistent target size, got: [2]", Error(() => functional.multi_margin_loss(ones(1, 3), tensor([1L, 2]))));
        Assert.Equal("only p == 1 and p == 2 supported", Error(() => functional.multi_margin_loss(ones(1, 3), tensor([1L]), 3)));
        Assert.Equal(
            "smooth_l1_loss does not support negative values for beta.", Error(() => functional.smooth_l1_loss(X, Y, beta: -1)));
        Assert.StartsWith(
            "Target size ([2]) must be the same as input size ([3])",
            Error(() => functional.binary_cross_entropy_with_logits(ones(3), ones(2))));

        static string Error(Action wrong) => Assert.ThrowsAny<Exception>(wrong).Words();
    }

    [Fact]
    public void HooksOfALossSeeItsThreeInputs()
    {
        using var loss = TripletMarginLoss();
        loss.register_forward_pre_hook((_, anchor, positive, negative) => (anchor, negative, positive));
        loss.register_forward_hook((_, _, _, _, result) => result * 2);
        Assert.True(loss.call(X, Y, Z).allclose(functional.triplet_margin_loss(X, Z, Y) * 2));
    }

    private static string Key(string name, Reduction reduction) => $"{name} {reduction.ToString().ToLowerInvariant()}";

    private static Tensor Probabilities()
    {
        var t = (Y + 1.5) / 3;
        t[0, 0] = tensor(0.0);
        t[1, 1] = tensor(1.0);
        return t;
    }
}
