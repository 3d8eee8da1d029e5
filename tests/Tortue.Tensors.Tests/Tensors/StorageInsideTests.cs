using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>The count of live storages, and the bounds of the pool that keeps their memory.</summary>
public class StorageInsideTests
{
    [Fact]
    public void EveryStorageOfAScopeIsGivenBack()
    {
        var before = TensorStorage.HeldCount;
        Tensor kept;
        using (NewDisposeScope())
        {
            var x = randn(100, 100, requires_grad: true);
            var y = x.matmul(x).tanh();
            var view = y[2];
            y.sum().backward();
            Assert.True(TensorStorage.HeldCount > before + 3);
            kept = (view * 2).DetachFromDisposeScope();
        }

        GC.KeepAlive(kept);
        Assert.Equal(before + 1, TensorStorage.HeldCount);
        kept.Dispose();
        Assert.Equal(before, TensorStorage.HeldCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NoStorageOfAStepInAScopeIsLeftBehind(bool images)
    {
        using var net = images
            ? torch.nn.Sequential(
                torch.nn.Conv2d(1, 4, 3), torch.nn.BatchNorm2d(4), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten(),
                torch.nn.Linear(36, 3))
            : torch.nn.Sequential(torch.nn.Linear(9, 8), torch.nn.Tanh(), torch.nn.Dropout(0.2), torch.nn.Linear(8, 3));
        using var optimizer = torch.optim.Adam(net.parameters());
        using var x = images ? randn(4, 1, 8, 8) : randn(4, 9);
        using var y = zeros([4], dtype: int64);
        long Held(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                torch.nn.functional.cross_entropy(net.call(x), y).backward();
                optimizer.step();
            }

            return TensorStorage.HeldCount;
        }

        var before = Held(3);
        Assert.Equal(before, Held(100));
    }

    [Fact]
    public void ATrainingWithoutScopesButWithUsingsHoldsNothing()
    {
        using var net = torch.nn.Sequential(
            torch.nn.Conv2d(3, 4, 3, stride: 2, padding: 1), torch.nn.BatchNorm2d(4), torch.nn.ReLU(),
            torch.nn.Conv2d(4, 5, 3), torch.nn.BatchNorm2d(5), torch.nn.ReLU(), torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(),
            torch.nn.Linear(5, 3));
        using var optimizer = torch.optim.SGD(net.parameters(), 0.1, momentum: 0.9, weight_decay: 5e-4);
        using var images = randn(20, 3, 8, 8);
        using var labels = randint(0, 3, [20]);
        long Held(int epochs)
        {
            for (var epoch = 0; epoch < epochs; epoch++)
            {
                using var order = randperm(20);
                for (var start = 0; start < 20; start += 8)
                {
                    using var places = order.narrow(0, start, Math.Min(8, 20 - start));
                    using var x = images.index_select(0, places);
                    using var y = labels.index_select(0, places);
                    optimizer.zero_grad();
                    using var outputs = net.call(x);
                    using var loss = torch.nn.functional.cross_entropy(outputs, y);
                    loss.backward();
                    optimizer.step();
                    using var best = outputs.argmax(1);
                    using var right = best.eq(y);
                    using var count = right.sum();
                    Assert.InRange(count.ToInt64(), 0, 8);
                }
            }

            return TensorStorage.HeldCount;
        }

        var before = Held(2);
        Assert.Equal(before, Held(20));
    }

    [Fact]
    public void MemoryThatIsGivenBackIsUsedAgainAndNoMoreIsKeptThanTheLimit()
    {
        using (NewDisposeScope())
            _ = zeros(1000, 1000);
        var kept = StorageLimit.Kept;
        for (var i = 0; i < 50; i++)
        {
            using var scope = NewDisposeScope();
            _ = zeros(1000, 1000);
        }

        Assert.Equal(kept, StorageLimit.Kept);
        Assert.True(kept >= 4_000_000);

        Assert.False(StorageLimit.MayKeep(long.MaxValue / 2));
        Assert.Equal(kept, StorageLimit.Kept);
    }
}
