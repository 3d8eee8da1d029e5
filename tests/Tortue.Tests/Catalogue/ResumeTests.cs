using System.Text.Json.Nodes;
using Tortue.Catalogue;
using Tortue.Experiments;
using Tortue.Foundations;
using Tortue.Tests.Experiments;
using Xunit;

namespace Tortue.Tests.Catalogue;

/// <summary>A run that was stopped and started again gives the bits of one that was not.</summary>
[Collection(nameof(OneGenerator))]
public sealed class ResumeTests
{
    public static TheoryData<string> Resumable =>
        [.. ExperimentCatalogue.All.Where(experiment => experiment.IsResumable).Select(experiment => experiment.Name)];

    [Theory]
    [MemberData(nameof(Resumable))]
    public void A_run_that_was_stopped_goes_on_from_its_cells(string name)
    {
        var experiment = ExperimentCatalogue.All.Single(each => each.Name == name);
        var options = SmallSettings.Of(name);
        var whole = experiment.Run(options, null, null, TestContext.Current.CancellationToken);

        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var cells = new KeptCells { Allowance = 2, Interrupt = interrupt };
        Assert.ThrowsAny<OperationCanceledException>(() => experiment.Run(options, null, cells, interrupt.Token));
        var before = cells.Count;
        Assert.InRange(before, 2, 2 + Environment.ProcessorCount);

        var resumed = experiment.Run(options, null, cells, TestContext.Current.CancellationToken);
        Assert.Equal(cells.Count, cells.Computed);
        Assert.True(cells.Count > before);
        Assert.Equal(WithoutTimes(whole), WithoutTimes(resumed));

        // Now nothing is left to compute.
        var again = experiment.Run(options, null, cells, TestContext.Current.CancellationToken);
        Assert.Equal(cells.Count, cells.Computed);
        Assert.Equal(WithoutTimes(whole), WithoutTimes(again));
    }

    [Fact]
    public void Time_of_earlier_runs_counts()
    {
        var cells = new KeptCells { Spent = TimeSpan.FromHours(1) };
        var options = (RangeTestOptions)SmallSettings.Of("range-test");
        var result = RangeTest.Run(options, cancellation: TestContext.Current.CancellationToken, cells: cells);
        Assert.InRange(result.Run.Seconds, 3600, 4000);
    }

    private static string WithoutTimes(IExperimentResult result)
    {
        var json = JsonNode.Parse(ExperimentJson.Write(result))!;
        var run = json["run"]!.AsObject();
        run.Remove("started");
        run.Remove("seconds");
        var lists = json.AsObject().Select(property => property.Value).OfType<JsonArray>();
        foreach (var part in lists.SelectMany(list => list.OfType<JsonObject>()))
            part.Remove("secondsPerEpoch");
        return json.ToJsonString();
    }
}
