using Tortue.Charts;
using Tortue.Display;
using Tortue.Exercises;
using Xunit;
using static Tortue.Exercises.Blanks;

namespace Tortue.Tests.Display;

/// <summary>The slots belong to the whole process, so the tests that fill them run alone.</summary>
[Collection(nameof(Experiments.HostSlots))]
public sealed class NotebookHostTests : IDisposable
{
    public void Dispose()
    {
        foreach (var slot in new[] { NotebookHost.NameSlot, NotebookHost.CancellationSlot, NotebookHost.DisplaySlot, NotebookHost.SolutionSlot })
            AppContext.SetData(slot, null);
    }

    private static Dictionary<string, string> Text(string text) => new() { ["text/plain"] = text, ["text/html"] = $"<b>{text}</b>" };

    [Fact]
    public void TheHostsNameIsThatOfTheSlot()
    {
        AppContext.SetData("Tortue.Host.Name", "tortue 0.1.0");
        Assert.Equal("tortue 0.1.0", NotebookHost.Name);
        Assert.Equal("tortue 0.1.0", Course.About().FrontEnd);
    }

    [Fact]
    public void TheTokenIsThatOfTheRunningCell()
    {
        Assert.False(NotebookHost.Cancellation.CanBeCanceled);
        var cell = new CancellationTokenSource();
        Func<CancellationToken> current = () => cell.Token;
        AppContext.SetData("Tortue.Host.Cancellation", current);
        cell.Cancel();
        Assert.True(NotebookHost.Cancellation.IsCancellationRequested);
        cell = new CancellationTokenSource();
        Assert.False(NotebookHost.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public void OutputsAreShownOnceAndThenReplaced()
    {
        var calls = new List<(string Id, string Text, bool IsUpdate)>();
        Action<string, IReadOnlyDictionary<string, string>, bool> show =
            (id, bundle, isUpdate) => calls.Add((id, bundle["text/plain"].Split('.')[0], isUpdate));
        AppContext.SetData("Tortue.Host.Display", show);
        var first = NotebookHost.Display(Text("a"));
        var second = NotebookHost.Display(Figure.Titled("chart"));
        first.Update(Text("b"));
        second.Update(Figure.Titled("other"));
        Assert.Equal(["a", "Chart: chart", "b", "Chart: other"], calls.Select(call => call.Text));
        Assert.Equal([false, false, true, true], calls.Select(call => call.IsUpdate));
        Assert.Equal(calls[0].Id, calls[2].Id);
        Assert.Equal(calls[1].Id, calls[3].Id);
        Assert.NotEqual(calls[0].Id, calls[1].Id);
    }

    [Fact]
    public void AHostThatAsksForSolutionsIsToldThatOfEachCheck()
    {
        var exercise = new ValueExercise<int>
        {
            Id = "9.9",
            Title = "sum",
            Answer = SourceCode.Of(1 + 1),
            Explanation = "One and one.",
        };
        var told = new List<(string, string, string, string)>();
        Action<string, string, string, string> keep = (id, title, code, explanation) => told.Add((id, title, code, explanation));
        exercise.Check(____);
        AppContext.SetData("Tortue.Host.Solution", keep);
        exercise.Hint();
        Assert.Empty(told);
        var card = exercise.Check(____);
        Assert.Equal([("9.9", "sum", "1 + 1", "One and one.")], told);
        Assert.DoesNotContain(card.ToMimeBundle().Values, form => form.Contains("One and one", StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutAHostTextsGoToTheConsoleOnceEach()
    {
        var console = new StringWriter();
        var output = new ConsoleOutput(console);
        output.Show(Text("10 %"));
        output.Update(Text("10 %"));
        output.Update(new Dictionary<string, string> { ["text/html"] = "no text" });
        output.Update(Text("20 %"));
        Assert.Equal(["10 %", "20 %", ""], console.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void DotNetInteractiveIsFoundByItsNames()
    {
        PretendedInteractive.Load();
        Assert.Equal(".NET Interactive 1.2.3", NotebookHost.Name);
        var handle = NotebookHost.Display(Text("a"));
        Assert.Equal("<b>a</b>", PretendedInteractive.Outputs[^1].Html);
        handle.Update(Text("b"));
        Assert.Equal("<b>b</b>", PretendedInteractive.Outputs[^1].Html);
        handle.Remove();
        Assert.Equal("", PretendedInteractive.Outputs[^1].Html);
    }

    [Fact]
    public void DotNetInteractiveFindsTheFormattersOfFiguresAndReports()
    {
        var (mimeType, html) = Assert.Single(InteractiveConvention.Format(Figure.Titled("t").Line([1], [2])));
        Assert.Equal("text/html", mimeType);
        Assert.StartsWith("<div id=\"tortue-", html);
        Assert.Equal(Course.About().ToHtml(), Assert.Single(InteractiveConvention.Format(Course.About())).Text);
    }
}
