using System.Collections.Concurrent;

namespace Tortue.Tests.Data.Downloads;

/// <summary>A clock on which waits between tries take no time, and the time for a stall passes when the test says so.</summary>
internal sealed class StallTime(TimeSpan stallTimeout) : TimeProvider
{
    private readonly ConcurrentDictionary<StallTimer, bool> _stalls = [];

    /// <summary>The waits between tries, in order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    /// <summary>Lets the time for a stall pass.</summary>
    public void Stall()
    {
        foreach (var timer in _stalls.Keys)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StallTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class StallTimer(StallTime owner, Action fire) : ITimer
    {
        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == owner.StallTimeout)
            {
                owner._stalls[this] = true;
                return true;
            }

            Dispose();
            if (dueTime >= TimeSpan.Zero)
            {
                owner.Waits.Enqueue(dueTime);
                ThreadPool.QueueUserWorkItem(_ => fire());
            }

            return true;
        }

        public void Dispose() => owner._stalls.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private TimeSpan StallTimeout { get; } = stallTimeout;
}
