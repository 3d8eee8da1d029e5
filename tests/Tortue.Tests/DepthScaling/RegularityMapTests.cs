using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public sealed class RegularityMapTests
{
    private static readonly RegularityMapOptions Small = new()
    {
        Roughest = 0.5,
        Smoothest = 0.9,
        HurstExponents = 3,
        Betas = 14,
        Draws = 3,
        Inputs = 2,
        CriticalDraws = 20,
        Network = new() { Width = 20, InputSize = 8, Depth = 256 },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void WrongSettingsAreRefusedInOneSentence()
    {
        AssertRefused("The Hurst exponents must run from above 0 to below 1, not from 0.97 to 0.97.", new() { Roughest = 0.97 });
        AssertRefused("The Hurst exponents must run from above 0 to below 1, not from 0.05 to 1.", new() { Smoothest = 1 });
        AssertRefused("The largest exponent β must be above 0 and at most 2, not 3.", new() { LargestBeta = 3 });
        AssertRefused("There must be 2 to 200 Hurst exponents and 2 to 200 exponents β, not 1 and 70.", new() { HurstExponents = 1 });
        AssertRefused("There must be 1 to 200 draws and 1 to 100 inputs, not 5 and 0.", new() { Inputs = 0 });
        AssertRefused("There must be 2 to 200 draws for the critical β, not 1.", new() { CriticalDraws = 1 });
        AssertRefused("The number of threads must be at least 1, not 0.", new() { Threads = 0 });
        AssertRefused("The map is drawn for networks with relu that have at least 32 layers.", new() { Network = new() { Depth = 31 } });
        AssertRefused(
            "Res-2 draws its biases layer by layer, which does not go with weights of the path fbm(0.05); use Res1 or Res3.",
            new() { Network = new() { Model = ResidualModel.Res2 } });
    }

    [Fact]
    public void TheResultDoesNotDependOnTheNumberOfThreadsAndSurvivesJson()
    {
        var options = Small with { CriticalDraws = 4, Network = Small.Network with { Depth = 40 } };
        var one = RegularityMap.Run(options with { Threads = 1 }, cancellation: Cancellation);
        var many = RegularityMap.Run(options with { Threads = 3 }, cancellation: Cancellation);
        Assert.Equal(Numbers(one), Numbers(many));

        var read = ExperimentJson.Read<RegularityMapResult>(ExperimentJson.Write(one));
        Assert.Equal(ExperimentJson.Write(one), ExperimentJson.Write(read));
        Assert.Equal(one.Figure().ToJson(), read.Figure().ToJson());

        string Numbers(RegularityMapResult result) => ExperimentJson.Write(result with { Options = options, Run = Synthetic.Run });
    }

    // 20 draws of width 20: the errors are about 0.02 at H = ½ and below 0.01 for smoother weights.
    [Theory]
    [InlineData(ResidualModel.Res3, 0.06)]
    [InlineData(ResidualModel.Res1, 0.03)]
    public void TheBorderIsHalfForIndependentWeightsAndThatOfTheFirstOrderForSmootherOnes(ResidualModel model, double tolerance)
    {
        var result = RegularityMap.Run(Small with { Network = Small.Network with { Model = model } }, cancellation: Cancellation);
        foreach (var quantity in Enum.GetValues<GrowthQuantity>())
        {
            var measured = result.CriticalBetas(quantity);
            Assert.Equal(0.5, measured[0]!.Mean, tolerance);
            Assert.All(measured.Zip(result.FirstOrder(quantity)), pair => Assert.Equal(pair.Second, pair.First!.Mean, tolerance));
            Assert.True(measured[2]!.Minus(measured[0]!).IsClearlyAboveZero());
        }

        Assert.Contains("The smoother the weights", result.Figure().ToJson(), StringComparison.Ordinal);
    }

    // Only the draws of the map count for the medians: the median over draws and inputs of each network run by itself.
    [Fact]
    public void TheMapHasTheMediansOfNetworksRunOneByOne()
    {
        var network = Small.Network with { Depth = 40 };
        var options = Small with { HurstExponents = 2, Betas = 2, Draws = 3, Inputs = 1, CriticalDraws = 7, Network = network };
        var row = RegularityMap.Run(options, cancellation: Cancellation).Rows[1];

        var shape = options.Network with { Path = WeightPath.Fractional(0.9) };
        var changes = Enumerable.Range(0, 3).Select(draw =>
        {
            var numbers = new NetworkWeights(shape, options.Seed, 1, draw);
            return new PlainNetwork(numbers, numbers with { Network = draw + 7 }).Changes(Math.Pow(40, -1.3));
        }).ToArray();
        Assert.Equal(Math.Log10(changes.Select(change => change.Hidden).Order().ElementAt(1)), row.Hidden[1], 1e-3);
        Assert.Equal(Math.Log10(changes.Select(change => change.Gradients).Order().ElementAt(1)), row.Gradients[1], 1e-3);
    }

    [Fact]
    public void WhatOverflowsCountsAsSixteenAndColoursEndAtATenthAndTen()
    {
        var options = Small with { Draws = 1, Inputs = 1, CriticalDraws = 2, Network = Small.Network with { Depth = 800 } };
        var result = RegularityMap.Run(options, cancellation: Cancellation);

        Assert.Equal((16, 16), (result.Rows[2].Hidden[0], result.Rows[2].Gradients[0]));
        Assert.InRange(result.Rows[2].Hidden[^1], -4, 0);
        var json = result.Figure().ToJson();
        Assert.Contains("\"cmin\":-1,\"cmax\":1", json, StringComparison.Ordinal);
        Assert.Contains("of the change (no unit): %{z:.4~g}", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, VerdictKind.Reproduced)]
    [InlineData(0.05, -0.05, VerdictKind.Reproduced)]
    [InlineData(0, -0.2, VerdictKind.PartlyReproduced)]
    [InlineData(0.2, 0, VerdictKind.PartlyReproduced)]
    [InlineData(-0.2, 0.2, VerdictKind.NotReproduced)]
    public void TheBorderMustLieNearTheRegularityForBothQuantities(double hidden, double gradients, VerdictKind kind)
    {
        var verdict = MadeUp(hidden, gradients, error: 0.01).Verdict();
        Assert.Equal(kind, verdict.Kind);
        var held = Math.Abs(hidden) < 0.1 ? 5 : 0;
        Assert.StartsWith($"by hidden states, the critical β is H within the margin at {held} of 5", verdict.Sentence);
    }

    // That nothing is known is not that it lies near.
    [Fact]
    public void AnUncertainOrAbsentBorderReproducesNothing()
    {
        Assert.Equal(VerdictKind.NotReproduced, MadeUp(0, 0, error: 0.06).Verdict().Kind);
        var absent = MadeUp(0, 0, error: 0.01);
        absent = absent with { Rows = [.. absent.Rows.Select(row => row with { HiddenCritical = null, GradientCritical = null })] };
        Assert.Equal(VerdictKind.NotReproduced, absent.Verdict().Kind);
        Assert.Contains("How much", absent.Figure().ToJson(), StringComparison.Ordinal);
        Assert.NotEmpty(absent.CriticalFigure().ToJson());
    }

    [Fact]
    public void RoughWeightsAreNotJudged() =>
        Assert.Equal(VerdictKind.Reproduced, MadeUp(0, 0, error: 0.01, ofRough: 0.3).Verdict().Kind);

    [Fact]
    public void TheTitleSaysThatTheBorderRisesOnlyWhereItDoes()
    {
        const string Claim = "The smoother the weights";
        Assert.Contains(Claim, MadeUp(0, -0.2, error: 0.01).Figure().ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain(Claim, MadeUp(0, 0, error: 1).Figure().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheStoredResultsAgreeWithTheIndependentSimulation()
    {
        var values = PublishedValues.Read("alpha-scaling.csv")
            .Where(value => value.Quantity.StartsWith("critical β", StringComparison.Ordinal))
            .Select(value => (value.Model, value.Law, value.Value));
        Assert.Equal(values, PublishedCriticalExponents.All.Select(value => (
            value.Model == ResidualModel.Res1 ? "res-1 relu" : "res-3 relu", WeightPath.Fractional(value.Hurst).Name, value.Beta)));

        // At H = 0.1 the hidden states of res-1 have no sharp border (remarks of the experiment), and their gradients have.
        foreach (var value in PublishedCriticalExponents.All)
        {
            var stored = Stored(value.Model);
            var isRough = value is { Model: ResidualModel.Res1, Hurst: < 0.25 };
            var nearest = stored.Rows.MinBy(row => Math.Abs(row.Hurst - value.Hurst))!;
            var critical = nearest.Critical(isRough ? GrowthQuantity.Gradients : GrowthQuantity.HiddenStates)!;
            Assert.Equal(value.Beta, critical.Mean, value.Spread + 0.05);
        }
    }

    // With 20 draws the errors are below 0.02; of 51 H one may lie two and a half of them off.
    [Fact]
    public void TheStoredBordersAreThoseOfTheFirstOrder()
    {
        var res3 = Stored(ResidualModel.Res3);
        foreach (var quantity in Enum.GetValues<GrowthQuantity>())
        {
            var pairs = res3.CriticalBetas(quantity).Zip(res3.FirstOrder(quantity));
            Assert.All(pairs, pair => Assert.Equal(pair.Second, pair.First!.Mean, 0.05));
        }

        var res1 = Stored(ResidualModel.Res1);
        Assert.All(res1.Rows.Where(row => row.Hurst > 0.35), row => Assert.Equal(row.Hurst, row.HiddenCritical!.Mean, 0.03));
    }

    private static RegularityMapResult Stored(ResidualModel model)
    {
        var file = model == ResidualModel.Res3 ? "regularity-map.standard.json" : "regularity-map.res-1.json";
        return ExperimentJson.Read<RegularityMapResult>(File.ReadAllText(Path.Combine(Repository.Root, "data", "results", file)));
    }

    // Borders at H plus an offset; the networks' changes do not matter.
    private static RegularityMapResult MadeUp(double hidden, double gradients, double error, double ofRough = 0)
    {
        var options = new RegularityMapOptions { Roughest = 0.1, Smoothest = 0.9, HurstExponents = 9, Betas = 2 };
        return new(
            options,
            Synthetic.Run,
            [
                .. options.AllHurstExponents().Select(hurst => new RegularityRow(
                    hurst,
                    [1, -1],
                    [1, -1],
                    new(hurst + (hurst < 0.5 ? ofRough : hidden), error),
                    new(hurst + (hurst < 0.5 ? ofRough : gradients), error))),
            ]);
    }

    private static void AssertRefused(string message, RegularityMapOptions options) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(options.Validate).Message);
}
