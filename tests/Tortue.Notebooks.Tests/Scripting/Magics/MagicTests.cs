using Tortue.Notebooks.Scripting.Insight;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting.Magics;

/// <summary>Lines with #! and sections in other languages, as notebooks of .NET Interactive have them.</summary>
public sealed class MagicTests : IDisposable
{
    private readonly SessionFixture _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task PartsOfACellAreDoneInOrder()
    {
        Assert.Equal("3", await _session.Value("""
            #!time
            var x = 1;
            x
            #!markdown
            # Title
            #!who
            #!csharp
            Console.Write("said");
            #!who
            x + 2
            """));
        Assert.Equal(["display:1", "display:# Title\n#!who\n", "stdout:said", "stdout:x\n"], _session.Sink.Events[..4]);
        Assert.Matches(@"^stdout:Wall time: \d+ ms\n$", Assert.Single(_session.Sink.Events[4..]));
    }

    [Theory]
    [InlineData("#!markdown\ntext\n\n#!csharp\n\nmissing", 6)]
    [InlineData("#!who\n\nmissing", 3)]
    [InlineData("1\n#!html\n<b>\n#!c#\nint y = missing;", 5)]
    [InlineData("#!time\r\nvar x = 1;\r\n#!about\r\nmissing", 4)]
    [InlineData("\n#!shar x", 2)]
    public async Task LinesOfErrorsAreThoseOfTheCell(string source, int line) => Assert.Equal(line, (await _session.Error(source)).Line);

    [Fact]
    public async Task LinesOfExceptionsAreThoseOfTheCell()
    {
        var error = await _session.Error("#!markdown\ntext\n#!csharp\nvar n = 0;\nConsole.Write(1 / n);");
        Assert.Equal(("DivideByZeroException", 5), (error.Name, error.Line));
    }

    [Fact]
    public async Task APartThatFailsEndsTheCell()
    {
        await _session.Error("var kept = 1;\n#!markdown\nshown\n#!csharp\nthrow new Exception();\n#!markdown\nnot shown");
        Assert.Equal(["display:shown\n"], _session.Sink.Events);
        Assert.Equal("1", await _session.Value("kept"));
    }

    [Fact]
    public async Task TextsForTheBrowserAreShown()
    {
        await _session.Value("#!markdown\n**b** $x_1$\n\n| a |\n|---|\n| 1 |\n#!html\n<i>i</i>\n#!js\nlet a = '</script>';\n#!mermaid\ngraph LR");
        var (markdown, html, script, diagram) = (_session.Sink.Bundles[0], _session.Sink.Bundles[1], _session.Sink.Bundles[2], _session.Sink.Bundles[3]);
        Assert.Contains("<strong>b</strong>", markdown["text/html"], StringComparison.Ordinal);
        Assert.Contains("<span class=\"math\">\\(x_1\\)</span>", markdown["text/html"], StringComparison.Ordinal);
        Assert.Contains("<table>", markdown["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("**b** $x_1$", markdown["text/markdown"], StringComparison.Ordinal);
        Assert.Equal("<i>i</i>\n", html["text/html"]);
        Assert.Equal("<script>(async () => {\nlet a = '<\\/script>';\n\n})();</script>", script["text/html"]);
        Assert.Equal("```mermaid\ngraph LR\n```\n", diagram["text/markdown"]);
    }

    [Theory]
    [InlineData("#!fsharp\nlet x = 1", "Skipped: this kernel runs C# and no F#.\n")]
    [InlineData("#!pwsh\nls", "Skipped: this kernel runs C# and no PowerShell.\n")]
    [InlineData("#!share --from csharp x", "Skipped: #!share speaks to another kernel of the same notebook, and there is none here.\n")]
    [InlineData("#!set --name x --value @csharp:y", "Skipped: #!set speaks to another kernel of the same notebook, and there is none here.\n")]
    public async Task WhatOtherKernelsWouldDoIsSkippedWithANote(string source, string note)
    {
        Assert.Equal("2", await _session.Value(source + "\n#!csharp\n1 + 1"));
        Assert.Equal(["stderr:" + note], _session.Sink.Events);
    }

    [Fact]
    public async Task VariablesAreListed()
    {
        await _session.Value("#!who");
        Assert.Equal(["stdout:No variables yet.\n"], _session.Sink.Events);
        await _session.Value("var words = new List<string> { \"a\" };\nint n = 1;\nint Twice(int k) => 2 * k;");
        await _session.Value("double n = 2.5;\nvar captured = 3;\nFunc<int> f = () => captured;");
        await _session.Value("#!who");
        Assert.Equal(["stdout:captured, f, n, words\n"], _session.Sink.Events);
        await _session.Value("#!whos");
        var table = Assert.Single(_session.Sink.Bundles)["text/html"];
        Assert.Contains("List&lt;string&gt;", table, StringComparison.Ordinal);
        Assert.Contains("2.5", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheKernelTellsWhatItIsAndKnows()
    {
        await _session.Value("#!about\n#!lsmagic");
        Assert.Matches(@"^stdout:tortue [\w.+-]+: C# \d+\.\d on \.NET 10\.", _session.Sink.Events[0]);
        Assert.Contains("#!whos", Assert.Single(_session.Sink.Bundles)["text/plain"], StringComparison.Ordinal);
        Assert.Equal("#!whoo is not known here: #!lsmagic lists what is.", (await _session.Error("#!whoo")).Message);
    }

    [Fact]
    public async Task AFileIsImported()
    {
        Write("tools.cs", "int Half(int n) => n / 2;");
        Write("more/notebook.ipynb", """
            {"cells": [
              {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Not run"},
              {"cell_type": "code", "id": "b", "metadata": {}, "source": ["#!import \"tools.cs\"\n", "var four = Half(8);"], "outputs": [], "execution_count": null},
              {"cell_type": "code", "id": "c", "metadata": {"dotnet_interactive": {"language": "fsharp"}}, "source": "let x = 1", "outputs": [], "execution_count": null}
            ], "metadata": {"kernelspec": {"display_name": "C#", "language": "C#", "name": "tortue"}}, "nbformat": 4, "nbformat_minor": 5}
            """);
        Assert.Equal("5", await _session.Value("#!import more/notebook.ipynb\nfour + 1"));
        Assert.Empty(_session.Sink.Events);
        Assert.Equal("1", await _session.Value("Half(2)"));
    }

    [Theory]
    [InlineData("nowhere.csx", "#!import \"nowhere.csx\": there is no file ")]
    [InlineData("text.txt", "#!import \"text.txt\": write the path of a .csx, .cs or .ipynb file behind it.")]
    [InlineData("", "#!import \"\": write the path of a .csx, .cs or .ipynb file behind it.")]
    [InlineData("circle.csx", "#!import \"circle.csx\": the file imports itself.")]
    [InlineData("python.ipynb", "#!import \"python.ipynb\": it is a notebook in python, and this kernel runs C#.")]
    [InlineData("half.ipynb", "")]
    public async Task AnImportThatCannotBeGetsASentence(string file, string sentence)
    {
        Write("text.txt", "");
        Write("circle.csx", "#!import \"circle.csx\"");
        Write("half.ipynb", "{");
        Write("python.ipynb", """{"cells": [], "metadata": {"kernelspec": {"display_name": "P", "language": "python", "name": "python3"}}, "nbformat": 4, "nbformat_minor": 5}""");
        var error = await _session.Error($"var x = 1;\n#!import \"{file}\"");
        Assert.StartsWith(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task AnErrorOfAnImportedFileNamesFileAndLine()
    {
        Write("broken.csx", "var a = 1;\nint b = missing;");
        var error = await _session.Error("\n#!import \"broken.csx\"");
        Assert.Equal(2, error.Line);
        Assert.StartsWith("broken.csx, line 2, column 9: error CS0103", error.Traceback[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorOfALoadedFileNamesFileAndLine()
    {
        Write("broken.csx", "var a = 1;\nint b = missing;");
        var error = await _session.Error("#load \"broken.csx\"\na");
        Assert.Contains("broken.csx, line 2, column 9: error CS0103", error.Traceback[0], StringComparison.Ordinal);
        Write("throws.csx", "var zero = 0;\nvar b = 1 / zero;");
        error = await _session.Error("#load \"throws.csx\"");
        Assert.Contains(error.Traceback, line => line.Contains("throws.csx, line 2", StringComparison.Ordinal));
        error = await _session.Error("\n#load \"nowhere.csx\"");
        Assert.Equal("#load \"nowhere.csx\": there is no such file; check the path, which starts at the notebook's folder.", error.Message);
        Assert.Equal(2, error.Line);
    }

    [Theory]
    [InlineData("#!|", "#!about", "#!whos")]
    [InlineData("1\n  #!wh|", "#!who", "#!whos")]
    public async Task CommandsAreProposed(string marked, params string[] expected)
    {
        await _session.Value("");
        var items = Complete(marked).Items.Select(item => item.Text).ToList();
        Assert.All(expected, name => Assert.Contains(name, items));
        Assert.DoesNotContain("while", items);
    }

    [Theory]
    [InlineData("#r \"nu|")]
    [InlineData("#!import wh|")]
    [InlineData("#!markdown\nwh|")]
    public async Task NothingOddIsProposedWhereThereIsNoCode(string marked)
    {
        await _session.Value("");
        Assert.Empty(Complete(marked).Items);
    }

    [Fact]
    public async Task CodeBehindASectionIsCode()
    {
        await _session.Value("var words = 1;");
        Assert.Contains("words", Complete("#!markdown\nwords\n#!csharp\nwor|").Items.Select(item => item.Text));
        Assert.Equal("#!time\n\nTells how long the cell takes.", _session.Session.Insight.Inspect("#!time\n1", 4, TestContext.Current.CancellationToken));
        Assert.Equal(Completeness.Complete, _session.Session.Insight.Check("#!time\n1 + 1\n#!markdown\n{", TestContext.Current.CancellationToken));
        Assert.Equal(Completeness.Incomplete, _session.Session.Insight.Check("#!time\nif (true) {", TestContext.Current.CancellationToken));
    }

    private CompletionList Complete(string marked)
    {
        var cursor = marked.IndexOf('|', StringComparison.Ordinal);
        return _session.Session.Insight.Complete(marked.Remove(cursor, 1), cursor, TestContext.Current.CancellationToken);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_session.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
