using System.Runtime.InteropServices;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd;

/// <summary>When history is recorded, what detaching shares, and how gradients accumulate: as in PyTorch.</summary>
public class ModeTests
{
    [Fact]
    public void ModesNestAndEndWithTheirScope()
    {
        var x = ones(2, requires_grad: true);
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
                using (set_grad_enabled(false))
                    Assert.False((x * 2).requires_grad);
                Assert.True(is_grad_enabled());
            }

            Assert.False(is_grad_enabled());
            Assert.True(ones(1, requires_grad: true).requires_grad);
        }

        using (inference_mode())
            Assert.False((x * 2).requires_grad);
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void AModeThatIsDisposedTwiceEndsOnce()
    {
        using (no_grad())
        {
            var inner = enable_grad();
            inner.Dispose();
            inner.Dispose();
            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void AnErrorInsideAModeEndsIt()
    {
        Assert.Throws<ExternalException>(() =>
        {
            using (no_grad())
                return ones(2) + ones(3);
        });
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void WhatIsDetachedSharesMemoryAndVersion()
    {
        var x = ones(2, requires_grad: true);
        var y = x.exp();
        var detached = y.detach();
        Assert.False(detached.requires_grad);
        Assert.True(detached.is_leaf);
        detached.zero_();
        Assert.Equal([0, 0], y.data<float>().ToArray());
        Assert.StartsWith(
            "one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], " +
            "which is output 0 of ExpBackward0, is at version 1; expected version 0 instead.",
            Assert.Throws<ExternalException>(() => y.sum().backward()).Words(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void DetachingInPlaceMakesALeaf()
    {
        var x = ones(2, requires_grad: true);
        var y = (x * 2).detach_();
        Assert.True(y.is_leaf);
        Assert.False(y.requires_grad);
        Assert.Equal(
            "Can't detach views in-place. Use detach() instead.",
            Assert.Throws<ExternalException>(() => (x * 2)[0].detach_()).Words()[..50]);
    }

    [Fact]
    public void AResultKeepsWantingItsGradient()
    {
        var y = ones(2, requires_grad: true) * 2;
        Assert.Same(y, y.requires_grad_());
        Assert.False(y.is_leaf);
        Assert.StartsWith(
            "you can only change requires_grad flags of leaf variables.",
            Assert.Throws<ExternalException>(() => y.requires_grad_(false)).Words(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void GradientsAccumulateInPlace()
    {
        var x = ones(2, requires_grad: true);
        (x * 3).sum().backward();
        var held = x.grad!;
        (x * 4).sum().backward();
        Assert.Equal([7, 7], held.data<float>().ToArray());
        x.grad = null;
        (x * 5).sum().backward();
        Assert.Equal([7, 7], held.data<float>().ToArray());
        Assert.Equal([5, 5], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void AGradientThatIsGivenIsNotTakenOver()
    {
        var x = ones(2, requires_grad: true);
        var given = tensor(new[] { 1f, 2 });
        (x + 0).backward([given]);
        (x * 1).backward([given]);
        Assert.Equal([1, 2], given.data<float>().ToArray());
        Assert.Equal([2, 4], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void KeepingTheGradientOfALeafChangesNothing()
    {
        var x = ones(2, requires_grad: true);
        x.retain_grad();
        (x * 3).sum().backward();
        Assert.Equal([3, 3], x.grad!.data<float>().ToArray());
        Assert.StartsWith(
            "can't retain_grad on Tensor that has requires_grad=False",
            Assert.Throws<ExternalException>(() => ones(2).retain_grad()).Words(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void GradientsByFunctionLeaveTheLeavesAlone()
    {
        var (x, y, unused) = (ones(2, requires_grad: true), ones(2, requires_grad: true), ones(2, requires_grad: true));
        var result = (x * y * 3).sum();
        var gradients = autograd.grad([result], [x, unused], allow_unused: true);
        Assert.Equal([3, 3], gradients[0].data<float>().ToArray());
        Assert.Null(gradients[1]);
        Assert.Null(x.grad);
        Assert.Null(y.grad);
    }

    [Fact]
    public void AParameterChangedBetweenForwardAndBackwardIsAnError()
    {
        var (w, x) = (ones(2, 2, requires_grad: true), ones(1, 2, requires_grad: true));
        var loss = x.mm(w).sum();
        using (no_grad())
            w.sub_(0.1f);
        Assert.Contains(
            "[torch.FloatTensor [2, 2]]",
            Assert.Throws<ExternalException>(() => loss.backward()).Words(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void PartsMadeTogetherAreNotChangedInPlace()
    {
        var y = ones(4, requires_grad: true) * 2;
        (Tensor[], string)[] cases = [(y.split(2), "SplitBackward0"), (y.unbind(), "UnbindBackward0"), (y.chunk(2), "SplitBackward0")];
        foreach (var (parts, node) in cases)
        {
            Assert.Equal(
                $"Output 1 of {node} is a view and is being modified inplace. This view is the output of a function that returns " +
                "multiple views. Such functions do not allow the output views to be modified inplace. You should replace the inplace operation by " +
                "an out-of-place one.",
                Assert.Throws<ExternalException>(() => parts[1].add_(1)).Words());
        }

        var plain = ones(4);
        plain.split(2)[1].add_(1);
        Assert.Equal([1, 1, 2, 2], plain.data<float>().ToArray());
    }

    [Fact]
    public void WholeNumbersHaveNoGradient()
    {
        var x = ones(3, requires_grad: true);
        foreach (var result in new[] { x.to(int64), x.argmax(), x > 0, x.@bool() })
        {
            Assert.False(result.requires_grad);
            Assert.StartsWith(
                "element 0 of tensors does not require grad and does not have a grad_fn",
                Assert.Throws<ExternalException>(() => result.sum().backward()).Words(),
                StringComparison.Ordinal);
        }
    }
}
