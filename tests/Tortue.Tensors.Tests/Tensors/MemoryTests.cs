using System.Runtime.InteropServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>Who frees what, and that nothing grows.</summary>
public class MemoryTests
{
    [Fact]
    public void SizesWhoseProductOverflowsAreRefused()
    {
        var error = Assert.ThrowsAny<ExternalException>(() => zeros([1L << 32, 1L << 32]));
        Assert.Contains(Engine.IsOurs ? "elements in this engine" : "Storage size calculation overflowed", error.Words());
        Engine.OnlyOurs("counts the bytes of an empty tensor as if it were not empty");
        Assert.Equal(0, zeros([1L << 62, 4, 0]).numel());
    }

    [Fact]
    public void AScopeDisposesWhatWasMadeInIt()
    {
        Tensor inside, kept, moved;
        using (var outer = NewDisposeScope())
        {
            using (var scope = NewDisposeScope())
            {
                Assert.Same(scope, CurrentDisposeScope);
                inside = ones(3);
                kept = (inside * 2).DetachFromDisposeScope();
                moved = (inside * 3).MoveToOuterDisposeScope();
                Assert.True(scope.Contains(inside));
                Assert.False(scope.Contains(kept));
            }

            Assert.True(inside.IsInvalid);
            Assert.False(moved.IsInvalid);
            Assert.True(outer.Contains(moved));
        }

        Assert.True(moved.IsInvalid);
        Assert.Equal([2, 2, 2], kept.data<float>().ToArray());
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void SelectingRowsLeavesTheRowsAlone()
    {
        using var scope = NewDisposeScope();
        using var pictures = zeros(5, 2, 3);
        using var places = tensor(new long[] { 4, 0 });
        using (var rows = pictures.index_select(0, places))
            Assert.Equal(3, scope.DisposablesCount);
        Assert.Equal(2, scope.DisposablesCount);
    }

    [Fact]
    public void AViewOutlivesItsBase()
    {
        var x = arange(6, dtype: float32);
        var part = x.reshape(2, 3)[1];
        x.Dispose();
        var other = zeros(6);
        Assert.Equal([3, 4, 5], part.data<float>().ToArray());
        Assert.Equal(0, other.sum().item<float>());
    }

    [Fact]
    public void DisposingAGradientsHandleLeavesTheGradient()
    {
        var x = ones(3, requires_grad: true);
        (x * 2).sum().backward();
        using (NewDisposeScope())
            x.grad!.add_(1);
        x.grad!.Dispose();
        Assert.Equal([3, 3, 3], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void DisposeEverythingButSomething()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(2), ones(2));
        Assert.Same(b, scope.DisposeEverythingBut(b));
        Assert.True(a.IsInvalid);
        Assert.False(b.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void SeveralObjectsLeaveAScopeTogether()
    {
        using var outer = NewDisposeScope();
        using var inner = NewDisposeScope();
        Tensor[] all = [ones(1), ones(2), ones(3), ones(4)];
        inner.MoveToOuter(all[0], all[1], all[2], all[3]);
        Assert.Equal((4, 0), (outer.DisposablesCount, inner.DisposablesCount));
        outer.MoveToOther(inner, all.Take(3));
        Assert.Equal((1, 3), (outer.DisposablesCount, inner.DisposablesCount));
        inner.Detach(all.Take(2));
        outer.Detach([all[3]]);
        inner.DisposeEverything();
        Assert.Equal([false, false, true, false], all.Select(tensor => tensor.IsInvalid));
    }

    [Fact]
    public void TheStatisticsCountTensors()
    {
        var counts = DisposeScopeManager.Statistics;
        counts.Reset();
        using (NewDisposeScope())
        {
            ones(2).Dispose();
            _ = ones(2);
        }

        _ = ones(2);
        Assert.Equal((2, 1), (counts.CreatedInScopeCount, counts.CreatedOutsideScopeCount));
        Assert.Equal((2, 1), (counts.DisposedInScopeCount, counts.ThreadTotalLiveCount));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ATrainingLoopTakesNoMoreMemory(bool scoped)
    {
        manual_seed(0);
        var (x, w1, w2) = (randn(64, 200), randn(200, 400, requires_grad: true), randn(400, 10, requires_grad: true));
        long Steps(int count)
        {
            for (var i = 0; i < count; i++)
                Step(x, w1, w2, scoped);
            return GC.GetTotalMemory(forceFullCollection: true);
        }

        var before = Steps(50);
        var after = Steps(300);
        Assert.True(after < before + 2_000_000, $"{before:N0} bytes became {after:N0}");
    }

    private static void Step(Tensor x, Tensor w1, Tensor w2, bool scoped)
    {
        using var scope = scoped ? NewDisposeScope() : null;
        var loss = x.matmul(w1).tanh().matmul(w2).pow(2).mean();
        loss.backward();
        using (no_grad())
        {
            w1.sub_(w1.grad! * 0.01);
            w2.sub_(w2.grad! * 0.01);
        }

        w1.grad!.zero_();
        w2.grad!.zero_();
    }
}
