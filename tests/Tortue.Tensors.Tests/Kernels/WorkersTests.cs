using FsCheck;
using FsCheck.Fluent;
using Tortue.Tensors.Kernels;
using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

[Collection(WorkersCollection.Name)]
public sealed class WorkersTests : IDisposable
{
    private readonly int _before = Workers.Count;

    public void Dispose() => Workers.Count = _before;

    [Fact]
    public void EveryIndexIsVisitedOnceInRangesThatBeginAtWholeGrains() =>
        Prop.ForAll(
            Gen.Choose(-100, 100).ToArbitrary(), Gen.Choose(0, 5000).ToArbitrary(), Gen.Choose(1, 300).ToArbitrary(),
            (start, length, grain) =>
            {
                Workers.Count = 1 + (length % 5);
                var visits = new int[length];
                var misplaced = 0;
                Workers.For(start, start + length, grain, (from, to) =>
                {
                    if ((from - start) % grain != 0 || to <= from)
                        Interlocked.Increment(ref misplaced);
                    for (int i = from; i < to; i++)
                        Interlocked.Increment(ref visits[i - start]);
                });
                Assert.All(visits, count => Assert.Equal(1, count));
                Assert.Equal(0, misplaced);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void SeveralThreadsTakePart()
    {
        Workers.Count = 2;
        using var meeting = new Barrier(2);
        // Each range waits for the other, which only two threads can do.
        Workers.For(0, 2, 1, (_, _) => Assert.True(meeting.SignalAndWait(TimeSpan.FromSeconds(60))));
    }

    [Fact]
    public void ALoopInsideALoopRunsOnTheSameThread()
    {
        Workers.Count = 4;
        int strangers = 0, visits = 0;
        Workers.For(0, 64, 1, (from, to) =>
        {
            int outer = Environment.CurrentManagedThreadId;
            Workers.For(from * 100, to * 100, 1, (innerFrom, innerTo) =>
            {
                if (Environment.CurrentManagedThreadId != outer)
                    Interlocked.Increment(ref strangers);
                Interlocked.Add(ref visits, innerTo - innerFrom);
            });
        });
        Assert.Equal(0, strangers);
        Assert.Equal(6400, visits);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void AnExceptionReachesTheCallerAndTheNextLoopIsFine(int threads)
    {
        Workers.Count = threads;
        for (int round = 0; round < 100; round++)
        {
            var error = Assert.Throws<InvalidOperationException>(() => Workers.For(0, 100, 1, (from, to) =>
            {
                if (from <= 37 && 37 < to)
                    throw new InvalidOperationException("37");
            }));
            Assert.Equal("37", error.Message);
            int visits = 0;
            Workers.For(0, 100, 1, (from, to) => Interlocked.Add(ref visits, to - from));
            Assert.Equal(100, visits);
        }
    }

    [Fact]
    public async Task LoopsOfSeveralCallersDoNotDisturbEachOther()
    {
        Workers.Count = 3;
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            long total = 0;
            for (int round = 0; round < 500; round++)
                Workers.For(0, 1000, 10, (from, to) => Interlocked.Add(ref total, to - from));
            return total;
        }));
        Assert.All(await Task.WhenAll(callers), total => Assert.Equal(500_000, total));
    }

    [Fact]
    public void TheCountIsBounded()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Workers.Count = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => Workers.Count = Workers.MaximumCount + 1);
    }
}
