using Tortue.Cli.Demo;
using Xunit;

namespace Tortue.Cli.Tests.Demo;

/// <summary>What an open page hears.</summary>
internal sealed class PageListener : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _events;

    private PageListener(HttpResponseMessage answer, Stream events) => (_answer, _events) = (answer, new StreamReader(events));

    /// <summary>Opens the stream of events, as a page of a version does.</summary>
    public static async Task<PageListener> OpenAsync(HttpClient client, Uri server, int version)
    {
        var address = new Uri(server, $"{DemoServer.EventsPath}?version={version}");
        var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new PageListener(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event, "kind: text"; null at the end.</summary>
    public async Task<string?> NextAsync()
    {
        while (await _events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (!line.StartsWith("event: ", StringComparison.Ordinal)) continue;
            var data = await _events.ReadLineAsync(TestContext.Current.CancellationToken);
            return $"{line["event: ".Length..]}: {data!["data: ".Length..]}";
        }

        return null;
    }

    /// <summary>Waits for an event of a kind, and gives its text; what comes before is passed over.</summary>
    public async Task<string> AwaitAsync(string kind)
    {
        while (await NextAsync() is { } next)
        {
            if (next.StartsWith(kind + ": ", StringComparison.Ordinal)) return next[(kind.Length + 2)..];
        }

        throw new EndOfStreamException($"The server ended before it said {kind}.");
    }

    public void Dispose()
    {
        _events.Dispose();
        _answer.Dispose();
    }
}
