using Tortue.DepthScaling;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class ExperimentTests
{
    private static readonly ResidualShape Small = new() { Width = 20, Depth = 300, InputSize = 8 };

    [Fact]
    public void GrowthOfSmallNetworksIsReproducedAndSurvivesJson()
    {
        var options = new DepthGrowthOptions { Networks = 30, Depths = [10, 50, 250], Network = Small };

        var result = AssertSurvivesJson(DepthGrowth.Run(options, cancellation: TestContext.Current.CancellationToken));

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.Equal(9, result.Cells.Count);
        Assert.Equal(30, result.HiddenStates.At(0.25, 50).Count);
        Assert.Equal(-0.5, result.Gradients.Slope(1), 0.1);
        Assert.Equal((1ul, options.Threads), (result.Run.Seed, result.Run.Threads));
    }

    [Fact]
    public void TheDistributionOfSmallNetworksIsReproducedAndSurvivesJson()
    {
        var options = new NormDistributionOptions { Networks = 2000, Network = Small };

        var result = AssertSurvivesJson(NormDistribution.Run(options, cancellation: TestContext.Current.CancellationToken));

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.Equal(2000, result.GradientRatios.Count);
    }

    [Fact]
    public void TheRegimesOfSmallNetworksAreReproducedAndSurviveJson()
    {
        var options = new ScalingRegimesOptions { Networks = 20, Depths = [20, 400], Network = Small };

        var result = AssertSurvivesJson(ScalingRegimes.Run(options, cancellation: TestContext.Current.CancellationToken));

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.Equal(1, ScalingRegimesResult.Product(result.Cells.First(cell => cell.Beta == 0.5)));
    }

    [Fact]
    public void PathsBeginAtOneAndSurviveJson()
    {
        var result = AssertSurvivesJson(NormPaths.Run(new() { Network = Small }, cancellation: TestContext.Current.CancellationToken));

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.All(
            result.Paths, path => Assert.Equal((1, 1, 0, 300), (path.States[0], path.Gradients[^1], path.Layers[0], path.Layers[^1])));
    }

    [Fact]
    public void TightnessRaisesTheDepthWhereTheCorollaryAsksAndSurvivesJson()
    {
        var options = new BoundTightnessOptions { Widths = [20, 64], Networks = 40, Network = Small };

        var result = AssertSurvivesJson(BoundTightness.Run(options, cancellation: TestContext.Current.CancellationToken));

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.Equal([300, 592], result.Cells.Select(cell => cell.Shape.Depth));
        Assert.Equal([false, true], result.Cells.Select(cell => cell.Bound(0.1).Applies));
    }

    [Fact]
    public void AResultIsWrittenAsideAndThenMovedIntoPlace()
    {
        var folder = Directory.CreateTempSubdirectory("tortue-").FullName;
        var path = Path.Combine(folder, "growth.json");
        File.WriteAllText(path, "old");
        var result = Synthetic.Growth((0.5, 0, double.PositiveInfinity));

        ExperimentJson.Save(result, path);

        Assert.Equal(ExperimentJson.Write(result), ExperimentJson.Write(ExperimentJson.Load<DepthGrowthResult>(path)));
        Assert.Equal([path], Directory.GetFiles(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("{}", "This is not the JSON of a DepthGrowthResult: see $, line 1.")]
    [InlineData("nonsense", "This is not the JSON of a DepthGrowthResult: see $, line 1.")]
    [InlineData(
        "{\n\"options\": { \"network\": { \"activation\": \"gelu\" } } }",
        "This is not the JSON of a DepthGrowthResult: see $.options.network.activation, line 2.")]
    public void WrongJsonIsRefusedWithItsPlace(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ExperimentJson.Read<DepthGrowthResult>(json)).Message);

    [Fact]
    public void ACancelledExperimentStops() => Assert.ThrowsAny<OperationCanceledException>(() =>
        DepthGrowth.Run(DepthGrowthOptions.Standard, cancellation: new CancellationToken(canceled: true)));

    private static T AssertSurvivesJson<T>(T result)
        where T : IExperimentResult
    {
        var json = ExperimentJson.Write(result);
        var read = ExperimentJson.Read<T>(json);

        Assert.Equal(json, ExperimentJson.Write(read));
        Assert.Equal(result.Verdict(), read.Verdict());
        Assert.Equal(result.Figure().ToJson(), read.Figure().ToJson());
        Assert.Equal(result.Figure().ToJson(), result.ToMimeBundle()["application/vnd.plotly.v1+json"]);
        return read;
    }
}
