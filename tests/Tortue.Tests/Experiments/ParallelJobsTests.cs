using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Experiments;

public class ParallelJobsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void StopsAfterTheJobsUnderWayWhenCancelled(int threads)
    {
        using var source = new CancellationTokenSource();
        var started = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => ParallelJobs.Run(
            10_000,
            threads,
            _ => 1,
            () => 0,
            (_, job) =>
            {
                Interlocked.Increment(ref started);
                if (job == 5)
                    source.Cancel();
                else if (job > 5)
                    source.Token.WaitHandle.WaitOne();
            },
            null,
            source.Token));

        Assert.InRange(started, 6, 6 + threads);
    }

    [Fact]
    public void RunsEveryJobOnceWithOneWorkerAThread()
    {
        var runs = new int[500];
        var workers = 0;

        ParallelJobs.Run(
            runs.Length,
            4,
            job => job,
            () => Interlocked.Increment(ref workers),
            (_, job) => Interlocked.Increment(ref runs[job]),
            null,
            TestContext.Current.CancellationToken);

        Assert.All(runs, count => Assert.Equal(1, count));
        Assert.InRange(workers, 1, 4);
    }

    [Fact]
    public void ProgressKnowsWhatRemains()
    {
        var progress = new ExperimentProgress(25, 100, TimeSpan.FromSeconds(2));

        Assert.Equal(0.25, progress.Fraction);
        Assert.Equal(TimeSpan.FromSeconds(6), progress.Remaining);
        Assert.Null(new ExperimentProgress(0, 100, TimeSpan.Zero).Remaining);
    }
}
