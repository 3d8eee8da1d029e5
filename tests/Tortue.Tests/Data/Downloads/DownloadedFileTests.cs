using Tortue.Data.Downloads;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.Data.Downloads;

/// <summary>What happens on the disk while something is downloaded.</summary>
public sealed class DownloadedFileTests : DownloadTest
{
    [Fact]
    public async Task Two_downloads_of_one_file_leave_each_others_bytes_alone()
    {
        using var interrupt = new CancellationTokenSource();
        var stalling = new TaskCompletionSource();
        var slow = Serve(_ => ServerAnswer.Of(Content) with { SentBytes = 100_000, Stalls = true, Stalling = () => stalling.SetResult() });
        var arrived = new TaskCompletionSource();
        var first = GetAsync(FileAt(slow), new Progress(count => { if (count == 100_000) arrived.TrySetResult(); }), interrupt);
        await stalling.Task;
        await arrived.Task;

        var quick = Serve(request => ServerAnswer.Range(request, Content));
        var exception = await Assert.ThrowsAsync<DownloadException>(() => GetAsync(quick));
        Assert.Equal($"{Target} is being downloaded by another process: wait for it, then try again.", exception.Message);
        Assert.Empty(quick.Requests);

        // Cancelling keeps what has arrived, and lets go of the file.
        interrupt.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(File.Exists(Target));
        Assert.Equal(Content[..100_000], await File.ReadAllBytesAsync(Target + ".part", TestContext.Current.CancellationToken));
        await GetAsync(quick);
        AssertComplete();
    }

    [Fact]
    public async Task Another_file_under_the_name_is_left_as_it_is()
    {
        Folder.Write("sets/set.gz", [1, 2, 3]);
        var exception = await Assert.ThrowsAsync<DownloadException>(() => GetAsync(Serve(_ => ServerAnswer.Of(Content))));
        Assert.Equal(
            $"{Target} is there and is not the published file (MD5 checksum {Md5([1, 2, 3])} instead of {Md5(Content)}): "
                + "move it away, or download to another folder.",
            exception.Message);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task AFolder_that_cannot_be_and_a_full_disk_are_named()
    {
        var server = Serve(_ => ServerAnswer.Of(Content));
        Folder.Write("sets", [1]);
        var exception = await Assert.ThrowsAsync<DownloadException>(() => GetAsync(server));
        Assert.StartsWith($"Cannot write {Target}: ", exception.Message, StringComparison.Ordinal);

        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");
        File.Delete(Folder.PathOf("sets"));
        Directory.CreateDirectory(Folder.PathOf("sets"));
        File.CreateSymbolicLink(Target + ".part", "/dev/full");
        exception = await Assert.ThrowsAsync<DownloadException>(() => GetAsync(server));
        Assert.StartsWith($"Cannot write {Target}: No space left on device", exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void Settings_out_of_their_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Downloader(new() { Retries = -1 }));
        Assert.Throws<ArgumentException>(() => new Downloader(new() { StallTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentException>(() => new Downloader(new() { FirstWait = TimeSpan.FromDays(1) }));
    }
}
