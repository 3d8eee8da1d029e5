using System.Runtime.InteropServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd;

/// <summary>Changes in place: gradients through them, and the errors where they would be wrong.</summary>
public class InPlaceTests
{
    [Fact]
    public void AnInPlaceOperationIsPartOfTheHistory() => GradientCheck.Run((a, b) =>
    {
        var y = a * 2;
        y.mul_(b).add_(a).sub_(b).div_(3).tanh_();
        return y * y;
    }, Numbers(2, 3), Numbers(2, 3));

    [Fact]
    public void FunctionsInPlaceKeepWhatTheirGradientsNeed()
    {
        Engine.OnlyOurs("refuses: the root and the reciprocal need their results, which the next function changes");
        GradientCheck.Run((a, b) =>
        {
            var y = (a * a) + 1;
            y.log_().sin_().add_(2).pow_(b).remainder_(b + 1).sqrt_().reciprocal_().clamp_(-5, 5);
            return y;
        }, Numbers(2, 3), Numbers(2, 3).abs().add(0.5));
    }

    [Fact]
    public void ResultsMayBeChangedInPlace() => GradientCheck.Run((a, b) =>
    {
        var (quotient, larger) = (a / (b * b + 1), a.maximum(b));
        var sum = quotient.mul_(3) + larger.add_(1);
        return sum * sum;
    }, Numbers(2, 3), Numbers(2, 3) + 0.3);

    [Fact]
    public void WritingToAViewChangesTheBase() => GradientCheck.Run((a, b) =>
    {
        var y = a * 2;
        y[0].mul_(b);
        y[TensorIndex.Colon, TensorIndex.Slice(1)].add_(b.sum());
        return y * a;
    }, Numbers(2, 3), Numbers(3));

    [Fact]
    public void AViewSeesWhatHappensToItsBase() => GradientCheck.Run((a, b) =>
    {
        var y = a * 2;
        var row = y[1];
        y.mul_(b);
        return row * row;
    }, Numbers(2, 3), Numbers(3));

    [Fact]
    public void AViewKeepsItsHistoryWhenItsBaseIsDisposed() => GradientCheck.Run((a, b) =>
    {
        Tensor view;
        using (NewDisposeScope())
            view = (a * b).unsqueeze(0).MoveToOuterDisposeScope();
        using var product = a * a;
        return view.squeeze(0) * product.reshape(6).reshape(2, 3);
    }, Numbers(2, 3), Numbers(2, 3));

    [Fact]
    public void AViewWhoseBaseIsDisposedCanBeChanged() => GradientCheck.Run((a, b) =>
    {
        Tensor row;
        using (var y = a * 2)
            row = y[1];
        row.mul_(b);
        return row * row;
    }, Numbers(2, 3), Numbers(3));

    [Fact]
    public void AViewOfATransposedBase() => GradientCheck.Run((a, b) =>
    {
        var y = (a * 2).t().clone().t();
        y.select(1, 2).copy_(b * b);
        return y.exp();
    }, Numbers(2, 3), Numbers(2));

    [Fact]
    public void AssigningToAnIndex() => GradientCheck.Run((a, b) =>
    {
        var y = a * 1;
        y[0, 1] = b.sum();
        y[TensorIndex.Single(1), TensorIndex.Slice(0, 2)] = b[TensorIndex.Slice(0, 2)] * 3;
        return y * y;
    }, Numbers(2, 3), Numbers(3));

    [Fact]
    public void AssigningToIndexTensorsAndMasks() => GradientCheck.Run((a, b) =>
    {
        var y = a * 1;
        y[tensor(new long[] { 2, 0 })] = b * 2;
        y[y.detach() > 1.5] = b.sum();
        return y * a;
    }, Numbers(3, 2), Numbers(2));

    [Fact]
    public void FillingCutsTheHistory()
    {
        var a = Numbers(3).requires_grad_();
        var y = a * 2;
        if (Engine.IsOurs)
            y.zero_();
        else
            y.fill_(0); // TorchSharp's zero_ has no derivative.
        (y + a).sum().backward();
        Assert.Equal([1, 1, 1], a.grad!.data<double>().ToArray());
    }

    [Fact]
    public void ALeafThatWantsAGradientIsNotChangedInPlace()
    {
        var a = ones(3, requires_grad: true);
        var error = Assert.Throws<ExternalException>(() => a.add_(1));
        Assert.Contains("a leaf Variable that requires grad is being used in an in-place operation", error.Words());
        error = Assert.Throws<ExternalException>(() => a[0] = 1f);
        Assert.Contains("a view of a leaf Variable that requires grad is being used in an in-place operation", error.Words());
        Assert.Equal([1, 1, 1], a.data<float>().ToArray());
        using (no_grad())
            a[0] = 3f;
        Assert.Equal([3, 1, 1], a.data<float>().ToArray());
        Assert.True(a.requires_grad && a.is_leaf);
    }

    [Fact]
    public void ASavedTensorThatWasChangedIsAnError()
    {
        var a = ones(3, requires_grad: true);
        var y = a.tanh();
        var z = y * 2;
        y.add_(1);
        var error = Assert.Throws<ExternalException>(() => (y.sum() + z.sum()).backward());
        Assert.StartsWith("one of the variables needed for gradient computation has been modified by an inplace operation: ", error.Words());
        Assert.Contains(
            "[3]], which is output 0 of TanhBackward0, is at version 1; expected version 0 instead.", error.Words());
    }

    [Fact]
    public void ATensorThatNobodySavedMayChange()
    {
        var a = ones(3, requires_grad: true);
        var y = a + 1;
        y.mul_(2).sum().backward();
        Assert.Equal([2, 2, 2], a.grad!.data<float>().ToArray());
    }

    [Fact]
    public void ACopyOfPartOfItselfIsRight()
    {
        Engine.OnlyOurs("refuses to write to memory that it reads");
        var a = arange(6, dtype: float32);
        a[TensorIndex.Slice(1)].copy_(a[TensorIndex.Slice(null, -1)]);
        Assert.Equal([0, 0, 1, 2, 3, 4], a.data<float>().ToArray());
        var b = arange(4, dtype: float32).reshape(2, 2);
        b.add_(b.t());
        Assert.Equal([0, 3, 3, 6], b.data<float>().ToArray());
    }

    [Fact]
    public void AnIntegerTensorTakesNoFractions()
    {
        var a = arange(3);
        var error = Assert.Throws<ExternalException>(() => a.mul_(0.5));
        Assert.Equal("result type Float can't be cast to the desired output type Long", error.Words());
        Assert.Throws<ExternalException>(() => a.div_(2));
    }

    private static Tensor Numbers(params long[] shape) =>
        tensor(Enumerable.Range(0, (int)shape.TotalSize()).Select(i => 0.4 + (1.6 * ((0.3 + (i * 0.6180339887)) % 1))).ToArray(), shape);
}
