using System.Net;
using System.Net.Sockets;
using Tortue.Notebooks.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

public sealed class InterruptTests : IDisposable
{
    private readonly SessionFixture _session = new(options => options with { AbortDelay = TimeSpan.FromMilliseconds(20) });

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
        await _session.Value("using System.Threading;\nvar before = 1;\nvar gate = new object();");
        using var source = new CancellationTokenSource();
        var running = _session.RunUntil(source.Token, $"var inside = 2;\nConsole.Write(\"started\");\n{endless}");
        await _session.Sink.WhenWritten("started");
        await source.CancelAsync();
        var result = await running;
        Assert.Equal(CellErrorNames.Interrupted, result.Error?.Name);
        Assert.Equal("3", await _session.Value("lock (gate) Console.Write(\"free\");\nforeach (var n in new[] { 1 }) ;\nbefore + inside"));
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

    [Fact]
    public async Task ACellMayEndByItselfByTheTokenInTheSlot()
    {
        using var session = new SessionFixture(options => options with { AbortDelay = Timeout.InfiniteTimeSpan });
        using var source = new CancellationTokenSource();
        var running = session.RunUntil(
            source.Token,
            """
            using System.Threading;
            var token = ((Func<CancellationToken>)AppContext.GetData("Tortue.Host.Cancellation"))();
            Console.Write("started");
            token.WaitHandle.WaitOne();
            Console.Write(", asked");
            token.ThrowIfCancellationRequested();
            """);
        await session.Sink.WhenWritten("started");
        await source.CancelAsync();
        Assert.Equal(CellErrorNames.Interrupted, (await running).Error?.Name);
        Assert.Equal("started, asked", session.Sink.Text);
        Assert.Equal("false", await session.Value("((Func<CancellationToken>)AppContext.GetData(\"Tortue.Host.Cancellation\"))().IsCancellationRequested"));
    }

    [Fact]
    public async Task ACellThatHeedsTheTokenAndEndsWellHasSucceeded()
    {
        using var session = new SessionFixture(options => options with { AbortDelay = Timeout.InfiniteTimeSpan });
        using var source = new CancellationTokenSource();
        var running = session.RunUntil(
            source.Token,
            "Console.Write(\"started\");\n((Func<System.Threading.CancellationToken>)AppContext.GetData(\"Tortue.Host.Cancellation\"))().WaitHandle.WaitOne();\n\"half\"");
        await session.Sink.WhenWritten("started");
        await source.CancelAsync();
        Assert.Equal("half", (await running).Value?["text/plain"]);
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
    public async Task ACellInsideNativeCodeIsGivenUpAndTheSessionSaysSo()
    {
        using var session = new SessionFixture(options => options with { AbortDelay = TimeSpan.Zero, GiveUpDelay = TimeSpan.FromMilliseconds(200) });
        using var source = new CancellationTokenSource();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        AppContext.SetData("Tortue.Test.Listener", listener);
        var running = session.RunUntil(
            source.Token,
            """
            using System.Net.Sockets;
            Console.Write("started");
            ((TcpListener)AppContext.GetData("Tortue.Test.Listener")).AcceptTcpClient().Dispose();
            """);
        await session.Sink.WhenWritten("started");
        await source.CancelAsync();
        var result = await running;
        Assert.Equal(CellErrorNames.Stuck, result.Error?.Name);
        Assert.Contains("restart", (await session.Error("1")).Message, StringComparison.Ordinal);
        using (var client = new TcpClient())
            await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);

        session.Restart();
        Assert.Equal("1", await session.Value("1"));
    }

    [Fact]
    public async Task AnInterruptBeforeTheCellStartsIsAnInterrupt()
    {
        var result = await _session.RunUntil(new CancellationToken(canceled: true), "1");
        Assert.Equal(CellErrorNames.Interrupted, result.Error?.Name);
        Assert.Equal("1", await _session.Value("1"));
    }
}
