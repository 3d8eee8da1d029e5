using System.Net;
using System.Net.Sockets;
using Tortue.Notebooks.Scripting;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

/// <summary>How a cell may end once it is interrupted: what it is given time for, and what is left of it.</summary>
public sealed class StoppingTests : IDisposable
{
    // Whoever asks for the token may take for ever; nobody else waits for anything.
    private readonly SessionFixture _session = new(options => options with { AbortDelay = Timeout.InfiniteTimeSpan });

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task ACellMayEndByItselfByTheTokenInTheSlot()
    {
        var result = await InterruptAsync(
            """
            using System.Threading;
            var token = ((Func<CancellationToken>)AppContext.GetData("Tortue.Host.Cancellation"))();
            Console.Write("started");
            token.WaitHandle.WaitOne();
            Console.Write(", asked");
            token.ThrowIfCancellationRequested();
            """);
        Assert.Equal(CellErrorNames.Interrupted, result.Error?.Name);
        Assert.Equal("started, asked", _session.Sink.Text);
        Assert.Equal("false", await _session.Value("((Func<CancellationToken>)AppContext.GetData(\"Tortue.Host.Cancellation\"))().IsCancellationRequested"));
    }

    [Fact]
    public async Task ACellThatHeedsTheTokenAndEndsWellHasSucceeded()
    {
        var result = await InterruptAsync(
            """
            var token = ((Func<System.Threading.CancellationToken>)AppContext.GetData("Tortue.Host.Cancellation"))();
            Console.Write("started");
            token.WaitHandle.WaitOne();
            "half"
            """);
        Assert.Equal("half", result.Value?["text/plain"]);
    }

    [Fact]
    public async Task AnExperimentEndsInOrder()
    {
        var result = await InterruptAsync(
            $$"""
            #r "{{Path.Combine(Repository.Root, "lib", "bin", "Tortue.dll")}}"
            using Tortue.DepthScaling;
            using Tortue.Experiments;
            class Told : IProgress<ExperimentProgress> { public void Report(ExperimentProgress progress) => Console.Write("started"); }
            try
            {
                NormPaths.Run(NormPathsOptions.Full with { Networks = 100 }, new Told());
            }
            catch (OperationCanceledException)
            {
                Console.Write(", asked");
                throw;
            }
            """);
        Assert.Equal(CellErrorNames.Interrupted, result.Error?.Name);
        Assert.EndsWith(", asked", _session.Sink.Text, StringComparison.Ordinal);
        Assert.Equal("18", await _session.Value("NormPaths.Run(NormPathsOptions.Quick).Paths.Count"));
    }

    [Fact]
    public async Task WhoDoesNotWaitAnyLongerInterruptsAgain()
    {
        using var source = new CancellationTokenSource();
        var running = _session.RunUntil(
            source.Token,
            """
            var token = ((Func<System.Threading.CancellationToken>)AppContext.GetData("Tortue.Host.Cancellation"))();
            token.Register(() => Console.Write("asked"));
            Console.Write("started");
            while (true) { }
            """);
        await _session.Sink.WhenWritten("started");
        await source.CancelAsync();
        await _session.Sink.WhenWritten("asked");
        Assert.False(running.IsCompleted);
        _session.Session.Hurry();

        Assert.Equal(CellErrorNames.Interrupted, (await running).Error?.Name);
        Assert.Equal("1", await _session.Value("1"));
    }

    [Fact]
    public async Task ATokenThatIsAskedForAndNotHeededHelpsForAWhileOnly()
    {
        using var session = new SessionFixture(options => options with { AbortDelay = TimeSpan.FromMilliseconds(20) });
        using var source = new CancellationTokenSource();
        var running = session.RunUntil(
            source.Token, "_ = ((Func<System.Threading.CancellationToken>)AppContext.GetData(\"Tortue.Host.Cancellation\"))();\nConsole.Write(\"started\");\nwhile (true) { }");
        await session.Sink.WhenWritten("started");
        await source.CancelAsync();
        Assert.Equal(CellErrorNames.Interrupted, (await running).Error?.Name);
    }

    [Fact]
    public async Task WhatACellWritesWhileItsLoopEndsArrives()
    {
        var result = await InterruptAsync("try { Console.Write(\"started\"); while (true) { } } finally { Console.Write(\", tidy\"); }");
        Assert.Equal(CellErrorNames.Interrupted, result.Error?.Name);
        Assert.Equal("started, tidy", _session.Sink.Text);
    }

    [Fact]
    public async Task AnInterruptOfNothingAndAnotherOfNothingHarmNothing()
    {
        _session.Session.Hurry();
        Assert.Equal("1", await _session.Value("1"));
        _session.Session.Hurry();
        Assert.Equal("2", await _session.Value("2"));
    }

    // The shorter time is over before the steps of stopping are, as the longer one may be on a busy machine.
    [Theory]
    [InlineData(200)]
    [InlineData(700)]
    public async Task ACellInsideNativeCodeIsLeftBehindAndTheOthersRunOn(int milliseconds)
    {
        using var session = new SessionFixture(options => options with { GiveUpDelay = TimeSpan.FromMilliseconds(milliseconds) });
        using var source = new CancellationTokenSource();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        AppContext.SetData("Tortue.Test.Listener", listener);
        await session.Value("using System.Net.Sockets;\nvar ended = new TaskCompletionSource<string>();");
        var running = session.RunUntil(
            source.Token,
            """
            var inside = 2;
            Console.Write("started");
            try
            {
                ((TcpListener)AppContext.GetData("Tortue.Test.Listener")).AcceptTcpClient().Dispose();
                inside = 3;
            }
            finally
            {
                ended.SetResult("left");
            }
            """);
        await session.Sink.WhenWritten("started");
        await source.CancelAsync();
        var result = await running;
        Assert.Equal(CellErrorNames.Stuck, result.Error?.Name);
        Assert.Contains("other cells run on", result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("2", await session.Value("foreach (var n in new[] { 1 }) ;\ninside"));

        // The call returns, and nothing that stands behind it is done.
        using (var client = new TcpClient())
            await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);
        Assert.Equal("left", await session.Value("await ended.Task"));
        Assert.Equal("2", await session.Value("inside"));
    }

    private async Task<CellResult> InterruptAsync(string cell)
    {
        using var source = new CancellationTokenSource();
        var running = _session.RunUntil(source.Token, cell);
        await _session.Sink.WhenWritten("started");
        await source.CancelAsync();
        return await running;
    }
}
