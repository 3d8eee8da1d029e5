using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// The threads that share the engine's loops. They start on first use, spin for some microseconds after their last work in the hope of
/// more, and then sleep; the thread that calls <see cref="For"/> takes part itself.
/// </summary>
internal static class Workers
{
    /// <summary>The largest <see cref="Count"/>.</summary>
    public const int MaximumCount = 64;

    // Longer than the gaps between the kernels of a training step, which a sleeping thread, woken on a busy machine, would miss.
    private static readonly TimeSpan SpinBeforeSleep = TimeSpan.FromMicroseconds(300);

    // Looks at the work some hundred times in ten microseconds, then lets others have the processor, if there are any.
    private const int LooksBeforeYield = 100;

    // With this many pieces a thread, one that was held up costs the others a thirty-second of their share at most.
    private const int PiecesPerThread = 32;

    private static readonly SemaphoreSlim Alarm = new(0);
    private static readonly Lock Starting = new();

    private static int _count = Math.Clamp(Environment.ProcessorCount, 1, MaximumCount);
    private static int _started;
    private static int _sleeping;
    private static int _busy;

    // The loop under way. A piece is claimed by taking one off _unclaimed; what describes the loop is read after that,
    // and stays as it is until the claimed piece is counted in _finished. Seats limit how many workers join the caller.
    private static Action<int, int>? _body;
    private static int _start;
    private static int _end;
    private static int _pieceLength;
    private static int _pieces;
    private static int _unclaimed;
    private static int _seats;
    private static int _finished;
    private static ExceptionDispatchInfo? _failure;

    [ThreadStatic]
    private static bool _inside;

    /// <summary>
    /// Threads that a loop may use, the caller's included: 1 to <see cref="MaximumCount"/>, by default one a logical processor.
    /// Results never depend on it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 or more than <see cref="MaximumCount"/>.</exception>
    public static int Count
    {
        get => Volatile.Read(ref _count);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaximumCount);
            Volatile.Write(ref _count, value);
        }
    }

    /// <summary>
    /// Runs <paramref name="body"/> over start … end, cut into ranges (from, to) that begin at multiples of <paramref name="grain"/> from
    /// the start. A loop of one grain, a loop inside another's body and a loop while another thread's is under way run on the
    /// caller's thread.
    /// </summary>
    /// <param name="start">First index.</param>
    /// <param name="end">One past the last index.</param>
    /// <param name="grain">Indices that are too few to be worth another thread, at least 1: aim at some ten microseconds.</param>
    /// <param name="body">Gets a range; different threads may be in it at once. What it throws first is thrown to the caller.</param>
    public static void For(int start, int end, int grain, Action<int, int> body)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grain, 1);
        if (end <= start)
            return;

        int threads = Count;
        if (end - (long)start <= grain || threads == 1 || _inside || Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            body(start, end);
            return;
        }

        try
        {
            Share(start, end, grain, body, threads);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private static void Share(int start, int end, int grain, Action<int, int> body, int threads)
    {
        long length = end - (long)start;
        long grains = (length + grain - 1) / grain;
        long grainsPerPiece = (grains + (threads * PiecesPerThread) - 1) / (threads * PiecesPerThread);
        int pieceLength = (int)Math.Min(grainsPerPiece * grain, length);
        int pieces = (int)((length + pieceLength - 1) / pieceLength);

        EnsureStarted(threads - 1);
        (_body, _start, _end, _pieceLength, _pieces) = (body, start, end, pieceLength, pieces);
        (_finished, _failure, _seats) = (0, null, threads - 1);
        Interlocked.Exchange(ref _unclaimed, pieces);

        Wake(Math.Min(threads, pieces) - 1);

        _inside = true;
        TakePieces();
        _inside = false;

        var wait = default(SpinWait);
        while (Volatile.Read(ref _finished) != pieces)
            wait.SpinOnce(sleep1Threshold: -1);

        var failure = _failure;
        (_body, _failure) = (null, null);
        failure?.Throw();
    }

    private static void TakePieces()
    {
        for (int left = Volatile.Read(ref _unclaimed); left > 0; left = Volatile.Read(ref _unclaimed))
        {
            if (Interlocked.CompareExchange(ref _unclaimed, left - 1, left) != left)
                continue;

            int piece = _pieces - left;
            long from = _start + ((long)piece * _pieceLength);
            try
            {
                if (Volatile.Read(ref _failure) is null)
                    _body!((int)from, (int)Math.Min(from + _pieceLength, _end));
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            }

            Interlocked.Increment(ref _finished);
        }
    }

    private static void Wake(int most)
    {
        for (int asleep = Volatile.Read(ref _sleeping); asleep > 0; asleep = Volatile.Read(ref _sleeping))
        {
            int wanted = Math.Min(asleep, most);
            if (Interlocked.CompareExchange(ref _sleeping, asleep - wanted, asleep) != asleep)
                continue;
            Alarm.Release(wanted);
            return;
        }
    }

    private static bool TryDecrement(ref int counter)
    {
        for (int value = Volatile.Read(ref counter); value > 0; value = Volatile.Read(ref counter))
        {
            if (Interlocked.CompareExchange(ref counter, value - 1, value) == value)
                return true;
        }

        return false;
    }

    private static void EnsureStarted(int wanted)
    {
        if (Volatile.Read(ref _started) >= wanted)
            return;
        lock (Starting)
        {
            for (; _started < wanted; _started++)
                new Thread(Work) { IsBackground = true, Name = $"Tortue worker {_started + 1}" }.Start();
        }
    }

    private static void Work()
    {
        _inside = true;
        while (true)
        {
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < SpinBeforeSleep)
            {
                for (int look = 0; look < LooksBeforeYield; look++)
                {
                    if (Volatile.Read(ref _unclaimed) > 0 && TryDecrement(ref _seats))
                    {
                        TakePieces();
                        start = Stopwatch.GetTimestamp();
                        look = 0;
                    }

                    Thread.SpinWait(1);
                }

                Thread.Yield();
            }

            // Announced before the last look, so that either this thread sees the work or the caller sees it asleep.
            Interlocked.Increment(ref _sleeping);
            // If a waker has counted this thread among the sleepers in between, its signal is on the way and has to be taken.
            bool wanted = Volatile.Read(ref _unclaimed) > 0 && Volatile.Read(ref _seats) > 0;
            if (!wanted || !TryDecrement(ref _sleeping))
                Alarm.Wait();
        }
    }
}
