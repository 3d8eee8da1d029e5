using System.Runtime.InteropServices;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd;

/// <summary>The graph: what is recorded, what is kept, what is freed.</summary>
public class GraphTests
{
    [Fact]
    public void GradientsAccumulate()
    {
        var x = ones(2, requires_grad: true);
        (x * 3).sum().backward();
        (x * 4).sum().backward();
        Assert.Equal([7, 7], x.grad!.data<float>().ToArray());
        x.grad!.zero_();
        Assert.Equal([0, 0], x.grad!.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void ATensorUsedTwiceGetsBothGradients()
    {
        var x = tensor(3.0, requires_grad: true);
        var y = x * x + x;
        y.backward();
        Assert.Equal(7, x.grad!.item<double>());
    }

    [Fact]
    public void ALeafThatOldAndNewOperationsUseGetsAllItsGradients()
    {
        var x = tensor(3.0, requires_grad: true);
        var y = x.pow(2);
        Assert.Equal(27, autograd.grad([x * y], [x])[0].item<double>());
    }

    [Fact]
    public void ASecondPassNeedsTheGraph()
    {
        var x = ones(3, requires_grad: true);
        var y = x.exp().sum();
        y.backward(retain_graph: true);
        y.backward();
        var error = Assert.Throws<ExternalException>(() => y.backward());
        Assert.StartsWith("Trying to backward through the graph a second time", error.Words());
        Assert.Equal(2 * Math.E, x.grad![0].item<float>(), 1e-5);
    }

    [Fact]
    public void OnlyANumberStartsByItself()
    {
        var x = ones(3, requires_grad: true);
        var error = Assert.Throws<ExternalException>(() => (x * 2).backward());
        Assert.Equal("grad can be implicitly created only for scalar outputs", error.Words());
        (x * 2).backward([tensor(new[] { 1f, 2, 3 })]);
        Assert.Equal([2, 4, 6], x.grad!.data<float>().ToArray());
        error = Assert.Throws<ExternalException>(() => (x * 2).backward([ones(4)]));
        Assert.Contains("invalid gradient at index 0 - got [4] but expected shape compatible with [3]", error.Words());
        error = Assert.Throws<ExternalException>(() => ones(1).backward());
        Assert.Equal("element 0 of tensors does not require grad and does not have a grad_fn", error.Words());
    }

    [Fact]
    public void NothingIsRecordedWithoutNeed()
    {
        var x = ones(3, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
        }

        Assert.True(is_grad_enabled());
        Assert.False((x.detach() * 2).requires_grad);
        Assert.False(x.argmax().requires_grad);
        Assert.False((x > 0).requires_grad);
        var y = x * 2;
        Assert.True(y.requires_grad);
        Assert.False(y.is_leaf);
        Assert.True(x.is_leaf);
        Assert.True(ones(3).is_leaf);
    }

    [Fact]
    public void OnlyFloatingPointNumbersHaveGradients()
    {
        var error = Assert.Throws<ExternalException>(() => arange(3).requires_grad_());
        Assert.Equal("Only Tensors of floating point and complex dtype can require gradients", error.Words());
        var y = ones(2, requires_grad: true) * 2;
        Engine.OnlyOurs("ignores it");
        error = Assert.Throws<ExternalException>(() => y.requires_grad = false);
        Assert.StartsWith("you can only change requires_grad flags of leaf variables.", error.Words());
    }

    [Fact]
    public void AnIntermediateGradientIsKeptOnRequest()
    {
        var x = ones(2, requires_grad: true);
        var (kept, dropped) = (x * 2, x * 3);
        kept.retain_grad();
        (kept * kept + dropped).sum().backward();
        Assert.Equal([4, 4], kept.grad!.data<float>().ToArray());
        Assert.Null(dropped.grad);
        Assert.Equal([11, 11], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void GradientsWithoutAccumulation()
    {
        var (x, y, unused) = (tensor(2.0, requires_grad: true), tensor(3.0, requires_grad: true), tensor(1.0, requires_grad: true));
        var product = x * y;
        var gradients = autograd.grad([product * product], [x, product], retain_graph: true);
        Assert.Equal(36, gradients[0].item<double>());
        Assert.Equal(12, gradients[1].item<double>());
        Assert.Null(x.grad);
        Engine.OnlyOurs("ends the process when a tensor was not used, and otherwise gives one without handle for it");
        Assert.Null(autograd.grad([product], [unused], retain_graph: true, allow_unused: true)[0]);
        var error = Assert.Throws<ExternalException>(() => autograd.grad([product], [unused], retain_graph: true));
        Assert.StartsWith("One of the differentiated Tensors appears to not have been used in the graph.", error.Words());
    }

    [Fact]
    public void HigherDerivativesAreRefused()
    {
        Engine.OnlyOurs("has them");
        Assert.Throws<NotSupportedException>(() => (ones(1, requires_grad: true) * 2).backward(create_graph: true));
    }

    [Fact]
    public void ElementTypesOfGradientsAreThoseOfTheTensors()
    {
        var x = ones(2, dtype: float32, requires_grad: true);
        var y = ones(2, dtype: float64, requires_grad: true);
        (x * y).sum().backward();
        Assert.Equal(float32, x.grad!.dtype);
        Assert.Equal(float64, y.grad!.dtype);
        Assert.Equal(float64, (x * y).dtype);
    }

    [Fact]
    public void DisposingIntermediatesLeavesTheGraphAlone()
    {
        var x = ones(1000, requires_grad: true);
        Tensor loss;
        using (var scope = NewDisposeScope())
        {
            var h = x.exp();
            var y = h * h;
            loss = y.sum().MoveToOuterDisposeScope();
        }

        loss.backward();
        Assert.Equal(2 * Math.Exp(2), x.grad![0].item<float>(), 1e-4);
    }

    [Fact]
    public void TenThousandOperationsDeep()
    {
        var x = ones(4, dtype: float64, requires_grad: true);
        var h = x;
        for (var i = 0; i < 10_000; i++)
            h = h + (1e-4 * h);
        h.sum().backward();
        Assert.Equal(Math.Pow(1.0001, 10_000), x.grad![0].item<double>(), 1e-10);
    }

    [Fact]
    public void TheSameGraphGivesTheSameBits()
    {
        static float[] Gradient()
        {
            manual_seed(5);
            var (x, w) = (randn(33, 65), randn(65, 65, requires_grad: true));
            var h = x;
            for (var i = 0; i < 5; i++)
                h = h + h.matmul(w).tanh();
            (h * h).mean().backward();
            return w.grad!.data<float>().ToArray();
        }

        Assert.Equal(Gradient(), Gradient());
    }
}
