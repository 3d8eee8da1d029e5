using System.Security.Cryptography;
using Tortue.Data.Downloads;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.Data.Downloads;

/// <summary>A file to download, servers that have it, and a folder to put it.</summary>
public abstract class DownloadTest : IDisposable
{
    protected const int Size = 300_000;

    protected static readonly byte[] Content = TestFolder.Pixels(Size);
    private static readonly DownloadOptions Patience = new();

    internal TestFolder Folder { get; } = new();
    internal StallTime Time { get; } = new(Patience.StallTimeout);
    protected List<LocalServer> Servers { get; } = [];

    protected string Target => Folder.PathOf("sets/set.gz");

    public void Dispose()
    {
        Servers.ForEach(server => server.Dispose());
        Folder.Dispose();
    }

    protected LocalServer Serve(Func<ServerRequest, ServerAnswer> answer)
    {
        Servers.Add(new(answer));
        return Servers[^1];
    }

    protected static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));

    protected static RemoteFile FileAt(params LocalServer[] servers) =>
        new("set.gz", Size, Md5(Content), [.. servers.Select(server => server.Url("set.gz"))]);

    protected Task<bool> GetAsync(LocalServer server, IProgress<DownloadProgress>? progress = null) => GetAsync(FileAt(server), progress);

    protected async Task<bool> GetAsync(
        RemoteFile file, IProgress<DownloadProgress>? progress = null, CancellationTokenSource? interrupt = null)
    {
        using var downloader = new Downloader(Patience with { Time = Time });
        return await downloader.GetAsync(file, Folder.PathOf("sets"), progress, interrupt?.Token ?? TestContext.Current.CancellationToken);
    }

    protected void AssertComplete()
    {
        Assert.Equal([Target], Directory.GetFiles(Folder.PathOf("sets")));
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    protected async Task AssertFailsAsync(LocalServer server, string sentence, bool partIsKept = false)
    {
        var exception = await Assert.ThrowsAsync<DownloadException>(() => GetAsync(server));
        Assert.Equal(sentence, exception.Message);
        Assert.False(File.Exists(Target));
        Assert.Equal(partIsKept, File.Exists(Target + ".part"));
        if (!partIsKept)
            Assert.Empty(Directory.GetFiles(Folder.PathOf("sets")));
    }

    protected sealed class Progress(Action<long> report) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => report(value.Received);
    }
}
