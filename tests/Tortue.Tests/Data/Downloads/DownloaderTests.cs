using FsCheck;
using FsCheck.Fluent;
using Tortue.Data.Downloads;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.Data.Downloads;

/// <summary>Downloads from a server on this machine that behaves as badly as servers do.</summary>
public sealed class DownloaderTests : DownloadTest
{
    [Fact]
    public async Task A_file_arrives_whole_and_is_not_asked_for_again()
    {
        var server = Serve(_ => ServerAnswer.Of(Content));
        var received = new List<long>();

        Assert.True(await GetAsync(server, new Progress(received.Add)));
        Assert.False(await GetAsync(server));

        AssertComplete();
        Assert.Single(server.Requests);
        Assert.Equal(Size, received[^1]);
        Assert.Equal(received.Order(), received);
        Assert.StartsWith("tortue/", server.Requests.First().Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_taken_up_where_it_broke()
    {
        var server = Serve(request => ServerAnswer.Range(request, Content) with
        {
            SentBytes = request.RangeStart is null ? 100_000 : int.MaxValue,
        });
        await GetAsync(server);

        AssertComplete();
        Assert.Equal([null, 100_000], server.Requests.Select(request => request.RangeStart));
        Assert.Equal("\"v1\"", server.Requests.Last().Headers["If-Range"]);
        Assert.Equal([TimeSpan.FromSeconds(1)], Time.Waits);
    }

    [Fact]
    public void Wherever_connections_break_the_file_is_whole_or_not_there()
    {
        Directory.CreateDirectory(Folder.PathOf("sets"));
        var breaks = Gen.Choose(0, Size + 1).ListOf(5);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(breaks.ToArbitrary(), places =>
        {
            File.Delete(Target);
            File.Delete(Target + ".part");
            int tries = 0;
            using var server = new LocalServer(request =>
            {
                var answer = ServerAnswer.Range(request, Content);
                return answer with { SentBytes = Math.Max(0, places[tries++] - (request.RangeStart ?? 0)) };
            });
            var failed = Record.Exception(() => GetAsync(server).GetAwaiter().GetResult());
            if (failed is null)
                AssertComplete();
            else
                Assert.Equal((true, false), (failed is DownloadException, File.Exists(Target)));
        }));
    }

    [Fact]
    public async Task What_an_earlier_process_got_is_not_asked_for_again()
    {
        var broken = true;
        var server = Serve(request => ServerAnswer.Range(request, Content) with { SentBytes = broken ? 50_000 : int.MaxValue });

        await AssertFailsAsync(
            server, "set.gz could not be downloaded (127.0.0.1: the connection broke off after 200000 of 300000 bytes); "
                + "what has arrived is kept, and the same command goes on from there.", partIsKept: true);
        broken = false;
        await GetAsync(server);

        AssertComplete();
        Assert.Equal([null, 50_000, 100_000, 150_000, 200_000], server.Requests.Select(request => request.RangeStart));
        Assert.Equal([1, 2, 4], Time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_server_without_ranges_or_versions_is_asked_for_the_whole_again()
    {
        var whole = new ServerAnswer { Body = Content };
        var server = Serve(_ => whole with { SentBytes = Servers[0].Requests.IsEmpty ? 100_000 : int.MaxValue });
        await GetAsync(server);

        AssertComplete();
        Assert.Equal([null, null], server.Requests.Select(request => request.RangeStart));
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_or_has_another_version_sends_the_whole()
    {
        var server = Serve(request => ServerAnswer.Of(Content) with { SentBytes = request.RangeStart is null ? 100_000 : int.MaxValue });
        await GetAsync(server);

        AssertComplete();
        Assert.Equal(100_000, server.Requests.Last().RangeStart);
    }

    [Theory]
    [InlineData("416 Range Not Satisfiable")]
    [InlineData("206 Partial Content")]
    public async Task A_range_that_was_not_asked_for_is_dropped_and_the_file_begun_anew(string status)
    {
        var server = Serve(request => request.RangeStart is null
            ? ServerAnswer.Of(Content) with { SentBytes = Servers[0].Requests.IsEmpty ? 100_000 : int.MaxValue }
            : new() { Status = status, Body = Content[5..], Headers = { ["Content-Range"] = "bytes 5-299999/300000" } });
        await GetAsync(server);

        AssertComplete();
        Assert.Equal([null, 100_000, null], server.Requests.Select(request => request.RangeStart));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_stalls_is_given_up(bool sendsHead)
    {
        var server = Serve(_ => ServerAnswer.Of(Content) with
        {
            SendsHead = sendsHead,
            SentBytes = 0,
            Stalls = true,
            Stalling = Time.Stall,
        });
        await AssertFailsAsync(server, "set.gz could not be downloaded (127.0.0.1: no byte came for 30 s).");
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again()
    {
        var server = Serve(_ => Servers[0].Requests.Count < 2 ? new() { Status = "503 Service Unavailable" } : ServerAnswer.Of(Content));
        await GetAsync(server);
        AssertComplete();
        Assert.Equal([1, 2], Time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_looked_for_at_the_next_address_at_once()
    {
        var gone = Serve(_ => new() { Status = "404 Not Found" });
        await AssertFailsAsync(gone, "set.gz could not be downloaded (127.0.0.1: answers 404 Not Found).");
        Assert.Single(gone.Requests);

        var mirror = Serve(_ => ServerAnswer.Of(Content));
        Assert.True(await GetAsync(FileAt(gone, mirror)));
        AssertComplete();
        Assert.Empty(Time.Waits);
    }

    [Fact]
    public async Task A_file_with_another_checksum_is_removed_and_the_next_address_tried()
    {
        var other = (byte[])[.. Content[..^1], (byte)~Content[^1]];
        var server = Serve(_ => ServerAnswer.Of(other));
        await AssertFailsAsync(
            server, $"set.gz could not be downloaded (127.0.0.1: sent a file with the MD5 checksum {Md5(other)} instead of {Md5(Content)}, "
                + "which was removed).");
        Assert.Single(server.Requests);

        await GetAsync(FileAt(server, Serve(_ => ServerAnswer.Of(Content))));
        AssertComplete();
    }

    [Fact]
    public async Task A_truncated_or_longer_file_is_refused_by_its_size()
    {
        await AssertFailsAsync(
            Serve(_ => ServerAnswer.Of(Content[..1000])),
            "set.gz could not be downloaded (127.0.0.1: offers 1000 bytes instead of 300000).");
        await AssertFailsAsync(
            Serve(_ => new() { Body = Content[..1000] }),
            "set.gz could not be downloaded (127.0.0.1: the connection broke off after 1000 of 300000 bytes).");
        await AssertFailsAsync(
            Serve(_ => new() { Body = [.. Content, 1] }),
            "set.gz could not be downloaded (127.0.0.1: sends more than the file's 300000 bytes).");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    public async Task A_page_instead_of_the_file_is_recognised(string type)
    {
        var page = "<!DOCTYPE html><title>Sign in</title>"u8.ToArray();
        var server = Serve(_ => new() { Body = page, Headers = { ["Content-Type"] = type } });
        await AssertFailsAsync(
            server,
            "set.gz could not be downloaded (127.0.0.1: sends an HTML page instead of the file, as proxies and sign-in pages do).");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_has_arrived_survives_a_mirror_that_has_nothing()
    {
        var broken = Serve(request => ServerAnswer.Range(request, Content) with { SentBytes = request.RangeStart is null ? 100_000 : 0 });
        var gone = Serve(_ => new() { Status = "404 Not Found" });
        await Assert.ThrowsAsync<DownloadException>(() => GetAsync(FileAt(broken, gone)));
        Assert.Equal(100_000, new FileInfo(Target + ".part").Length);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var server = Serve(_ => new());
        server.Dispose();
        var exception = await Assert.ThrowsAsync<DownloadException>(() => GetAsync(server));
        Assert.StartsWith("set.gz could not be downloaded (127.0.0.1: cannot be reached, ", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Folder.PathOf("sets")));
    }
}
