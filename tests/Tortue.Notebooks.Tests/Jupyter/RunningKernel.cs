using System.Collections.Concurrent;
using Tortue.Notebooks.Jupyter;
using Tortue.Notebooks.Jupyter.Messages;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>A kernel in a folder of its own that listens on free ports.</summary>
public sealed class RunningKernel : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-kernel-");

    /// <summary>Starts it.</summary>
    public RunningKernel()
    {
        Server = new KernelServer(
            new ConnectionFile { Key = "a key" },
            new() { Session = new() { WorkingDirectory = _folder.FullName, AbortDelay = Timeout.InfiniteTimeSpan }, Log = Log.Add });
        Connection = Server.Start();
    }

    /// <summary>Where it listens.</summary>
    public ConnectionFile Connection { get; }

    /// <summary>The kernel.</summary>
    public KernelServer Server { get; }

    /// <summary>What it said about dropped messages and peers.</summary>
    public BlockingCollection<string> Log { get; } = [];

    /// <summary>Waits for the log to say something.</summary>
    public void WaitForLog(string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!Log.Take(limit.Token).Contains(text, StringComparison.Ordinal))
        {
        }
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
