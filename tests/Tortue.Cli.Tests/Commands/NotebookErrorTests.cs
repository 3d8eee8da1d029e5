using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

/// <summary>Files that are no notebooks of ours: one sentence, exit code 1, no stack trace.</summary>
public sealed class NotebookErrorTests : IDisposable
{
    private readonly TestCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Theory]
    [InlineData("{ \"cells\": [ ")]
    [InlineData("not JSON at all")]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("{\"nbformat\": 3, \"nbformat_minor\": 0, \"metadata\": {}, \"worksheets\": []}")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": 3}")]
    public async Task ABrokenNotebookIsNamed(string text)
    {
        _course.Write("notebooks/broken.ipynb", text);
        foreach (var command in new[] { "run", "export" })
        {
            var result = await _course.RunAsync(command, "broken");
            Assert.Equal(1, result.Code);
            Assert.Contains("notebooks/broken.ipynb", Assert.Single(result.MessageLines));
            Assert.DoesNotContain("   at ", result.Messages);
        }
    }

    [Theory]
    [InlineData("""{"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}""", "python")]
    [InlineData("""{"language_info": {"name": "R"}}""", "r")]
    [InlineData("""{"kernelspec": {"name": "python3", "display_name": "Python 3"}}""", "python")]
    public async Task ANotebookInAnotherLanguageIsRefused(string metadata, string language)
    {
        _course.Write("notebooks/other.ipynb", $$"""{"cells": [], "metadata": {{metadata}}, "nbformat": 4, "nbformat_minor": 5}""");
        var result = await _course.RunAsync("run", "other");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            $"notebooks/other.ipynb is a notebook in {language}: only C# notebooks run here, so open it with a kernel for {language}.",
            Assert.Single(result.MessageLines));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp", "display_name": ".NET (C#)"}}""")]
    [InlineData("""{"kernelspec": {"name": "tortue", "display_name": "C#"}}""")]
    [InlineData("""{"language_info": {"name": "polyglot-notebook"}}""")]
    public async Task EverySpellingOfCSharpIsAccepted(string metadata)
    {
        _course.Write("notebooks/ours.ipynb", $$"""{"cells": [], "metadata": {{metadata}}, "nbformat": 4, "nbformat_minor": 5}""");
        Assert.Equal(0, (await _course.RunAsync("run", "ours")).Code);
    }

    [Fact]
    public async Task AFolderIsNoNotebook()
    {
        var result = await _course.RunAsync("run", "notebooks");
        Assert.Equal(1, result.Code);
        Assert.Equal("'notebooks' is a folder: name a notebook (.ipynb) in it.", Assert.Single(result.MessageLines));
    }

    [Fact]
    public async Task AWrongPathIsNamedWithWhereItWasLookedFor()
    {
        var result = await _course.RunAsync("export", "elsewhere/a.ipynb");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            $"There is no notebook 'elsewhere/a.ipynb', looking from {_course.Root}: check the path.", Assert.Single(result.MessageLines));
    }
}
