using Tortue.DepthScaling;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Experiments;

/// <summary>What a notebook's host leaves in the slots of AppContext, which all tests share: so these run alone.</summary>
[CollectionDefinition(nameof(HostSlots), DisableParallelization = true)]
public class HostSlots;

[Collection(nameof(HostSlots))]
public sealed class NotebookProgressTests : IDisposable
{
    private readonly List<(string Id, string Text, bool IsUpdate)> _shown = [];

    public NotebookProgressTests()
    {
        AppContext.SetData("Tortue.Host.Name", "test 1.0");
        AppContext.SetData("Tortue.Host.Display", (Action<string, IReadOnlyDictionary<string, string>, bool>)(
            (id, bundle, isUpdate) => _shown.Add((id, bundle.GetValueOrDefault("text/plain", "(taken away)"), isUpdate))));
    }

    public void Dispose()
    {
        foreach (var slot in new[] { "Name", "Display", "Cancellation" })
            AppContext.SetData($"Tortue.Host.{slot}", null);
    }

    [Fact]
    public void IsOneOutputThatIsReplacedAndInTheEndTakenAway()
    {
        var progress = new NotebookProgress("Networks");

        progress.Report(new(10, 100, TimeSpan.FromSeconds(0.5)));
        progress.Report(new(20, 100, TimeSpan.FromSeconds(2)));
        progress.Report(new(21, 100, TimeSpan.FromSeconds(2.1)));
        progress.Report(new(50, 100, TimeSpan.FromSeconds(5)));
        progress.Report(new(100, 100, TimeSpan.FromSeconds(10)));

        Assert.Equal(
            ["Networks: 20 %, 2 s so far, about 8 s left", "Networks: 50 %, 5 s so far, about 5 s left", "(taken away)"],
            _shown.Select(output => output.Text));
        Assert.Equal([false, true, true], _shown.Select(output => output.IsUpdate));
        Assert.Single(_shown.Select(output => output.Id).Distinct());
    }

    [Fact]
    public void ShowsNothingOfAShortRun()
    {
        var progress = new NotebookProgress("Networks");

        progress.Report(new(50, 100, TimeSpan.FromSeconds(0.5)));
        progress.Report(new(100, 100, TimeSpan.FromSeconds(1.5)));

        Assert.Empty(_shown);
    }

    [Fact]
    public void AnInterruptedRunLeavesNoBarBehind()
    {
        using (var progress = new NotebookProgress("Networks"))
            progress.Report(new(20, 100, TimeSpan.FromSeconds(2)));

        Assert.Equal(["Networks: 20 %, 2 s so far, about 8 s left", "(taken away)"], _shown.Select(output => output.Text));
    }

    [Fact]
    public void ShowsNothingOutsideANotebook()
    {
        // Said, not found out: other tests load an assembly with .NET Interactive's name into this process.
        new NotebookProgress("Networks", isInNotebook: () => false).Report(new(50, 100, TimeSpan.FromSeconds(5)));

        Assert.Empty(_shown);
    }

    [Fact]
    public void AnExperimentStopsWhenItsCellIsInterrupted()
    {
        AppContext.SetData("Tortue.Host.Cancellation", (Func<CancellationToken>)(() => new CancellationToken(canceled: true)));

        Assert.ThrowsAny<OperationCanceledException>(
            () => DepthGrowth.Run(DepthGrowthOptions.Standard, cancellation: TestContext.Current.CancellationToken));
    }
}
