using Tortue.Cli.Demo;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Demo;

/// <summary>What counts as a save.</summary>
public sealed class ContentChangeTests : IDisposable
{
    private static readonly TimeSpan AlmostQuiet = ContentChange.Quiet - TimeSpan.FromMilliseconds(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-demo-");
    private readonly ManualTime _time = new();
    private readonly string _path;
    private readonly ContentChange _content;

    public ContentChangeTests()
    {
        _path = Path.Combine(_folder.FullName, "notebook.ipynb");
        File.WriteAllText(_path, "one");
        _content = new ContentChange(_path, _time);
    }

    public void Dispose()
    {
        _content.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Several_steps_of_one_save_are_one_change()
    {
        var change = _content.WaitAsync(TestContext.Current.CancellationToken);
        foreach (var text in new[] { "", "tw", "two" })
        {
            File.WriteAllText(_path, text);
            _content.Touch();
            _time.Advance(AlmostQuiet);
            Assert.False(change.IsCompleted);
        }

        _time.Advance(ContentChange.Quiet);
        await change;
        Assert.False(_content.WaitAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public void The_same_content_is_no_change()
    {
        var change = _content.WaitAsync(TestContext.Current.CancellationToken);
        File.WriteAllText(_path, "one");
        _content.Touch();
        _time.Advance(ContentChange.Quiet);
        Assert.False(change.IsCompleted);
    }

    [Fact]
    public async Task A_file_that_is_gone_for_a_moment_is_no_change_and_its_return_is_one()
    {
        var change = _content.WaitAsync(TestContext.Current.CancellationToken);
        File.Delete(_path);
        _content.Touch();
        _time.Advance(ContentChange.Quiet);
        Assert.False(change.IsCompleted);

        File.WriteAllText(_path, "two");
        _content.Touch();
        _time.Advance(ContentChange.Quiet);
        await change;
    }

    [Fact]
    public async Task Changes_that_nobody_waited_for_are_one()
    {
        foreach (var text in new[] { "two", "three" })
        {
            File.WriteAllText(_path, text);
            _content.Touch();
            _time.Advance(ContentChange.Quiet);
        }

        await _content.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(_content.WaitAsync(TestContext.Current.CancellationToken).IsCompleted);
    }
}
