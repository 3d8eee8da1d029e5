using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using Tortue.Cli.Demo;
using Tortue.Cli.Errors;
using Xunit;

namespace Tortue.Cli.Tests.Demo;

/// <summary>The server of the live page: one page, for this machine alone.</summary>
public sealed class DemoServerTests : IDisposable
{
    private readonly DemoPage _page = new();
    private readonly DemoServer _server;
    private readonly HttpClient _client = new();

    public DemoServerTests()
    {
        _page.Show("<html><body><h1>Chapter</h1></body></html>");
        _server = DemoServer.Start(null, _page);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task It_gives_the_page_with_the_script_that_keeps_it_up_to_date()
    {
        using var answer = await _client.GetAsync(_server.Address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("<html><body><h1>Chapter</h1><script>", html);
        Assert.Contains("new EventSource(\"/events?version=1\")", html);
        Assert.EndsWith("</script>\n</body></html>", html);
    }

    [Fact]
    public void It_listens_on_loopback_addresses_alone()
    {
        var addresses = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(listener => listener.Port == _server.Address.Port)
            .Select(listener => listener.Address)
            .ToList();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.True(IPAddress.IsLoopback(address), address.ToString()));
    }

    [Theory]
    [InlineData("GET /../../../../../../etc/passwd")]
    [InlineData("GET /..%2f..%2f..%2fetc/passwd")]
    [InlineData("GET /%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("GET //etc/passwd")]
    [InlineData("GET /notebook.ipynb")]
    [InlineData("GET /assets/")]
    [InlineData("POST /")]
    [InlineData("PUT /page.html")]
    [InlineData("DELETE /")]
    public async Task It_gives_nothing_else(string request) => Assert.Matches("^HTTP/1.1 4", await AskAsync(request, "localhost"));

    [Theory]
    [InlineData("example.org")]
    [InlineData("localhost.example.org")]
    [InlineData("169.254.1.1")]
    public async Task It_answers_to_its_own_names_alone(string host)
    {
        var answer = await AskAsync("GET /", host);
        Assert.Matches("^HTTP/1.1 4", answer);
        Assert.DoesNotContain("Chapter", answer);
    }

    [Fact]
    public async Task Its_other_name_is_its_address() =>
        Assert.StartsWith("HTTP/1.1 200", await AskAsync("GET /", OperatingSystem.IsWindows() ? "localhost" : "127.0.0.1"));

    [Fact]
    public async Task Open_pages_hear_of_news()
    {
        using var first = await OpenAsync(1);
        using var second = await OpenAsync(1);
        _server.Tell("reload", "");
        Assert.Equal("reload: ", await first.NextAsync());
        Assert.Equal("reload: ", await second.NextAsync());
        _server.Tell("busy", "two\nlines");
        Assert.Equal("busy: two lines", await first.NextAsync());
    }

    [Fact]
    public async Task A_page_that_missed_something_hears_it_when_it_comes_back()
    {
        _page.Show("<html></html>");
        using var behind = await OpenAsync(1);
        Assert.Equal("reload: ", await behind.NextAsync());

        _server.Tell("problem", "Cell 3 failed.");
        using var late = await OpenAsync(2);
        Assert.Equal("problem: Cell 3 failed.", await late.NextAsync());
    }

    [Fact]
    public async Task A_page_that_was_closed_is_forgotten()
    {
        (await OpenAsync(1)).Dispose();
        using var open = await OpenAsync(1);
        for (var news = 1; news <= 3; news++)
        {
            _server.Tell("busy", $"{news}");
            Assert.Equal($"busy: {news}", await open.NextAsync());
        }
    }

    [Fact]
    public void A_port_that_is_taken_is_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var refused = Assert.Throws<CommandException>(() => DemoServer.Start(port, _page));
        Assert.StartsWith($"Port {port} cannot be used (", refused.Message);
    }

    [Fact]
    public async Task Nobody_answers_after_its_end()
    {
        using var page = await OpenAsync(1);
        _server.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(async () => Assert.NotNull(await page.NextAsync()));
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetAsync(_server.Address, TestContext.Current.CancellationToken));
    }

    private Task<PageListener> OpenAsync(int version) => PageListener.OpenAsync(_client, _server.Address, version);

    // As it is written: a client of .NET would tidy the path before it asks.
    private async Task<string> AskAsync(string request, string host)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_server.Address.Host, _server.Address.Port, TestContext.Current.CancellationToken);
        var text = $"{request} HTTP/1.1\r\nHost: {host}:{_server.Address.Port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
