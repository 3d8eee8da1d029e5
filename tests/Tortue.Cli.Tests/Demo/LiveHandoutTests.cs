using Tortue.Cli.Chapters;
using Tortue.Cli.Demo;
using Tortue.Cli.Files;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Demo;

/// <summary>The page that follows its notebook.</summary>
public sealed class LiveHandoutTests : IAsyncDisposable
{
    private const string Path = "notebooks/chapter.ipynb";

    private readonly TestCourse _course = new();
    private readonly HttpClient _client = new();
    private readonly StringWriter _messages = new();
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly FakeEngine _engine = FakeEngine.FailingOn("fail");
    private Task _serving = Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _end.Dispose();
        _client.Dispose();
        _course.Dispose();
    }

    [Fact]
    public async Task A_save_makes_the_page_anew()
    {
        var address = await StartAsync("one");
        using var page = await PageListener.OpenAsync(_client, address, 1);
        Assert.Contains("one", await PageAsync(address));

        SaveAside(TestCourse.Notebook("one", "two"));
        Assert.Equal("chapter.ipynb was saved: the page is being made anew…", (await page.AwaitAsync("busy")).Replace("notebooks/", ""));
        await page.AwaitAsync("reload");
        Assert.Contains("two", await PageAsync(address));
        Assert.Equal(2, _engine.Folders.Count);
    }

    [Fact]
    public async Task A_change_of_prose_runs_nothing()
    {
        var notebook = TestCourse.Notebook("one");
        var address = await StartAsync("one");
        using var page = await PageListener.OpenAsync(_client, address, 1);

        var prose = "{\"cell_type\": \"markdown\", \"id\": \"prose\", \"metadata\": {}, \"source\": [\"A new sentence.\"]}";
        SaveAside(notebook.Replace("\"cells\": [", "\"cells\": [" + prose + ","));
        await page.AwaitAsync("reload");
        Assert.Contains("A new sentence.", await PageAsync(address));
        Assert.Single(_engine.Folders);
    }

    [Fact]
    public async Task A_cell_that_fails_is_told_and_the_server_goes_on()
    {
        var address = await StartAsync("one");
        using var page = await PageListener.OpenAsync(_client, address, 1);

        _course.WriteNotebook(Path, "one", "fail");
        await page.AwaitAsync("reload");
        Assert.Contains("DivideByZeroException", await page.AwaitAsync("problem"));
        Assert.Contains("cell 2, line 3: DivideByZeroException", _messages.ToString());
        Assert.Contains("fail", await PageAsync(address));

        _course.WriteNotebook(Path, "one", "mended");
        await page.AwaitAsync("reload");
        Assert.Contains("mended", await PageAsync(address));
    }

    [Fact]
    public async Task Half_a_file_is_no_page()
    {
        var address = await StartAsync("one");
        using var page = await PageListener.OpenAsync(_client, address, 1);

        _course.Write(Path, "{ \"cells\": [");
        Assert.Contains("chapter.ipynb", await page.AwaitAsync("problem"));
        Assert.Contains("one", await PageAsync(address));

        _course.WriteNotebook(Path, "whole");
        await page.AwaitAsync("reload");
        Assert.Contains("whole", await PageAsync(address));
    }

    [Fact]
    public async Task Ctrl_c_ends_it_with_everything_that_is_open()
    {
        var address = await StartAsync("one");
        using var page = await PageListener.OpenAsync(_client, address, 1);
        await _end.CancelAsync();
        await _serving;
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetAsync(address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ctrl_c_ends_a_run_as_well()
    {
        _course.Engine = FakeEngine.WaitingOn("wait", _end);
        await Assert.ThrowsAnyAsync<Exception>(() => StartAsync("wait"));
        await _serving;
        Assert.True(_end.IsCancellationRequested);
    }

    private async Task<Uri> StartAsync(params string[] sources)
    {
        if (_course.Engine is FakeEngine { Folders.Count: 0 } && !sources.Contains("wait")) _course.Engine = _engine;
        _course.WriteNotebook(Path, sources);
        var services = _course.Services("", TextWriter.Null, TextWriter.Synchronized(_messages));
        var live = new LiveHandout(services, new ChapterService(services), new NotebookFile(_course.PathOf(Path), Path), new ChapterOptions());
        var started = new TaskCompletionSource<Uri>();
        _serving = live.ServeAsync(null, started.SetResult, _end.Token);
        await Task.WhenAny(started.Task, _serving);
        return started.Task.IsCompleted ? await started.Task : throw new OperationCanceledException();
    }

    // As editors do: to the side, then into place.
    private void SaveAside(string notebook) =>
        File.Move(_course.Write(Path + ".tmp", notebook), _course.PathOf(Path), overwrite: true);

    private Task<string> PageAsync(Uri address) => _client.GetStringAsync(address, TestContext.Current.CancellationToken);
}
