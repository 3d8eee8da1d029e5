using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Tortue.Tensors.Tests.Training;

/// <summary>Threads that compute at once do not disturb one another, and none waits for ever.</summary>
public class ThreadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void TrainingsOnSeveralThreadsAreWhatEachIsAlone()
    {
        var alone = Enumerable.Range(0, 4).Select(seed => Train((ulong)seed)).ToArray();
        var together = new float[4][];
        using var start = new Barrier(4);
        var threads = Enumerable.Range(0, 4).Select(seed => new Thread(() =>
        {
            start.SignalAndWait();
            together[seed] = Train((ulong)seed);
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        Assert.All(threads, thread => Assert.True(thread.Join(Patience)));
        for (var seed = 0; seed < 4; seed++)
            Assert.Equal(alone[seed], together[seed]);
        Assert.NotEqual(alone[0], alone[1]);
    }

    [Fact]
    public async Task ThreadPoolThreadsShareTheWorkersWithoutDeadlock()
    {
        // Each sum of integers stays below 2^24, so it is exact in whatever order an engine adds.
        var (a, b) = (ones(300, 300), full([300, 300], 0.5f));
        var sums = await InTime(16, () =>
        {
            using var scope = NewDisposeScope();
            var sum = 0.0;
            for (var i = 0; i < 20; i++)
                sum += a.matmul(b).add(1).sum().ToDouble();
            return sum;
        });
        Assert.All(sums, sum => Assert.Equal(20 * 300 * 300 * 151.0, sum));
    }

    [Fact]
    public async Task LoopsOfTheUsersThatComputeInsideRunToTheEnd()
    {
        var results = new double[64];
        await InTime(1, () => Parallel.For(0, 64, i =>
        {
            using var scope = NewDisposeScope();
            results[i] = full([400, 400], i).mul(2).sum().ToDouble();
        }).IsCompleted);
        Assert.Equal(Enumerable.Range(0, 64).Select(i => i * 320_000.0), results);
    }

    [Fact]
    public void AScopeAndAnUnrecordedBlockBelongToTheirThread()
    {
        using var scope = NewDisposeScope();
        using var ungraded = no_grad();
        DisposeScope? inner = scope;
        var doubled = zeros(0);
        var thread = new Thread(() => (inner, doubled) = (CurrentDisposeScope, ones(2, requires_grad: true) * 2));
        thread.Start();
        Assert.True(thread.Join(Patience));
        Assert.Null(inner);
        Assert.True(doubled.requires_grad);
        Assert.False(scope.Contains(doubled));
        Assert.False((ones(2, requires_grad: true) * 2).requires_grad);
    }

    [Fact]
    public async Task ThreadsMayDrawFromOneSource()
    {
        var source = new Generator(1);
        var parts = await InTime(8, () => rand(10_000, generator: source).data<float>().ToArray());
        var alone = rand(80_000, generator: new Generator(1)).data<float>().ToArray();
        Assert.Equal(alone.Order(), parts.SelectMany(part => part).Order());
    }

    private static async Task<T[]> InTime<T>(int times, Func<T> work)
    {
        var stop = TestContext.Current.CancellationToken;
        return await Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(work, stop))).WaitAsync(Patience, stop);
    }

    /// <summary>A training with a source of random numbers of its own, large enough to ask for the workers.</summary>
    private static float[] Train(ulong seed)
    {
        using var scope = NewDisposeScope();
        using var source = new Generator(seed);
        var (w1, w2) = (randn(100, 200, generator: source).mul_(0.1f), randn(200, 10, generator: source).mul_(0.1f));
        w1.requires_grad_();
        w2.requires_grad_();
        using var optimizer = torch.optim.SGD([torch.nn.Parameter(w1), torch.nn.Parameter(w2)], 0.1, 0.9);
        for (var step = 0; step < 25; step++)
        {
            using var inner = NewDisposeScope();
            var (x, y) = (randn(128, 100, generator: source), randint(0, 10, [128L], generator: source));
            optimizer.zero_grad();
            var (p1, p2) = (optimizer.parameters().First(), optimizer.parameters().Last());
            cross_entropy(x.matmul(p1).tanh().matmul(p2), y).backward();
            optimizer.step();
        }

        return [.. optimizer.parameters().SelectMany(parameter => parameter.detach().data<float>().ToArray())];
    }
}
