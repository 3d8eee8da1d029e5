using Tortue.Notebooks.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

public sealed class InterruptTests : IDisposable
{
    // None of these asks for its token: none is given time.
    private readonly SessionFixture _session = new(options => options with { AbortDelay = Timeout.InfiniteTimeSpan });

    public static TheoryData<string> Endless =>
    [
        "while (true) { }",
        "while (true) Console.WriteLine(1);",
        "while (true) display(1);",
        "while (true) { try { Console.Write(1); } catch (Exception) { } }",
        "Parallel.For(0, 4, _ => { while (true) Console.Write(1); });",
        "long n = 0; while (true) n++;",
        "while (true) { try { while (true) { } } catch (Exception) { } }",
        "while (true) { try { Thread.Sleep(1000); } catch (Exception) { } }",
        "Thread.Sleep(Timeout.Infinite);",
        "await Task.Delay(Timeout.Infinite);",
        "while (true) await Task.Delay(10);",
        "while (true) await Task.Yield();",
        "Task.Delay(Timeout.Infinite).Wait();",
        "await Task.Delay(Timeout.Infinite).ConfigureAwait(false);",
        "new ManualResetEventSlim().Wait();",
        "lock (gate) Monitor.Wait(gate);",
        "lock (taken) { }",
        "Parallel.For(0, 4, _ => { while (true) { } });",
        "Task.Run(() => { while (true) { } }).Wait();",
        "Task.WaitAll(Task.Run(() => { while (true) { } }), Task.Run(() => { for (;;) { } }));",
        "for (;;) { try { } catch (Exception) { } }",
        "while (true) lock (gate) { }",
        "do { } while (true);",
        "for (;;) ;",
        "foreach (var n in Forever()) { }\nIEnumerable<int> Forever() { while (true) yield return 1; }",
        "foreach (var (a, b) in Enumerable.Range(0, int.MaxValue).Select(n => (n, n))) while (true) { }",
        "Enumerable.Range(0, int.MaxValue).Select(n => (long)n).Aggregate(0L, (a, b) => Enumerable.Range(0, int.MaxValue).Max());",
    ];

    public void Dispose() => _session.Dispose();

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task AnEndlessCellIsStoppedAndTheSessionLivesOn(string endless)
    {
        await _session.Value(
            """
            using System.Threading;
            var before = 1;
            var (gate, taken, release) = (new object(), new object(), new ManualResetEventSlim());
            var holds = new TaskCompletionSource();
            _ = Task.Run(() => { lock (taken) { holds.SetResult(); release.Wait(); } });
            await holds.Task;
            """);
        using var source = new CancellationTokenSource();
        var running = _session.RunUntil(source.Token, $"var inside = 2;\nConsole.Write(\"started\");\n{endless}");
        await _session.Sink.WhenWritten("started");
        await source.CancelAsync();
        var result = await running;
        Assert.Equal(CellErrorNames.Interrupted, result.Error?.Name);
        Assert.Equal("3", await _session.Value("release.Set();\nlock (gate) Console.Write(\"free\");\nforeach (var n in new[] { 1 }) ;\nbefore + inside"));
    }

    [Fact]
    public async Task LoopsInThePoolEndWithTheirCell()
    {
        using var source = new CancellationTokenSource();
        var running = _session.RunUntil(
            source.Token,
            """
            var ended = new TaskCompletionSource();
            _ = Task.Run(() => { try { while (true) { } } finally { ended.SetResult(); } });
            Console.Write("started");
            while (true) { }
            """);
        await _session.Sink.WhenWritten("started");
        await source.CancelAsync();
        Assert.Equal(CellErrorNames.Interrupted, (await running).Error?.Name);
        Assert.Equal("true", await _session.Value("await ended.Task;\nended.Task.IsCompleted"));
    }

    [Fact]
    public async Task SeveralInterruptsInARowWork()
    {
        for (var i = 0; i < 4; i++)
        {
            using var source = new CancellationTokenSource();
            var running = _session.RunUntil(source.Token, "Console.Write(\"started\");\nwhile (true) { }");
            await _session.Sink.WhenWritten("started");
            await source.CancelAsync();
            Assert.Equal(CellErrorNames.Interrupted, (await running).Error?.Name);
        }

        Assert.Equal("1", await _session.Value("1"));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    public async Task TheTimeLimitStopsACellAndIsNamed(string source)
    {
        var result = await _session.RunWithin(TimeSpan.FromMilliseconds(50), source);
        Assert.Equal(CellErrorNames.TimeLimit, result.Error?.Name);
        Assert.Equal("The cell ran longer than the limit of 0.05 s: make its work smaller, or raise the limit.", result.Error?.Message);
        Assert.Equal("1", await _session.Value("1"));
    }

    [Fact]
    public async Task AnInterruptBeforeTheCellStartsIsAnInterrupt()
    {
        var result = await _session.RunUntil(new CancellationToken(canceled: true), "1");
        Assert.Equal(CellErrorNames.Interrupted, result.Error?.Name);
        Assert.Equal("1", await _session.Value("1"));
    }
}
