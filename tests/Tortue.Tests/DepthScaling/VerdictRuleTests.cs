using Tortue.DepthScaling;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class VerdictRuleTests
{
    [Fact]
    public void GrowthIsReproducedWhenEveryCurveDoesWhatItsBetaSays()
    {
        var verdict = Synthetic.Growth((1, -0.5, -0.5), (0.5, 0.05, -0.05), (0.25, 1.5, 0.2)).Verdict();

        Assert.Equal(VerdictKind.Reproduced, verdict.Kind);
        Assert.StartsWith("all 6 curves do what the paper says: hidden states at β = 1 vanish (slope -0.5);", verdict.Sentence);
    }

    [Fact]
    public void GrowthIsPartlyReproducedWhenOneCurveDoesSomethingElse()
    {
        var growth = Synthetic.Growth((1, -0.5, -0.5), (0.5, 0, 0.3), (0.25, 1.5, 1.5));

        Assert.Equal(VerdictKind.PartlyReproduced, growth.Verdict().Kind);
        Assert.Equal("5 of 6 curves do what the paper says; not so: gradients at β = 1/2 explode (slope 0.3).", growth.Verdict().Sentence);
        Assert.Equal(VerdictKind.Reproduced, growth.HiddenStates.Verdict().Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, growth.Gradients.Verdict().Kind);
    }

    [Fact]
    public void GrowthIsNotReproducedWhenNoCurveDoes() =>
        Assert.Equal(VerdictKind.NotReproduced, Synthetic.Growth((1, 0, 0), (0.5, 1, 1), (0.25, -1, 0)).Verdict().Kind);

    [Theory]
    [InlineData(1.281, 0.0907, VerdictKind.Reproduced)]
    [InlineData(1.281, 0.2, VerdictKind.PartlyReproduced)]
    [InlineData(1.4, 0.0907, VerdictKind.PartlyReproduced)]
    [InlineData(7, 3, VerdictKind.NotReproduced)]
    public void TheDistributionIsComparedWithTheLimitLaw(double mean, double deviation, VerdictKind kind) =>
        Assert.Equal(kind, Synthetic.Distribution(mean, deviation).Verdict().Kind);

    // A chart's title must not say what its data do not.
    [Fact]
    public void TitlesClaimOnlyWhatWasReproduced()
    {
        Assert.Contains("survives depth", Synthetic.Growth((0.5, 0, 0), (0.25, 1.5, 1.5)).Figure().ToJson());
        Assert.DoesNotContain("survives", Synthetic.Growth((0.5, 1, 0), (0.25, 1.5, 1.5)).Figure().ToJson());
        Assert.Contains("stay of order 1", Synthetic.Distribution(1.281, 0.0907).Figure().ToJson());
        Assert.DoesNotContain("stay of order 1", Synthetic.Distribution(7, 3).Figure().ToJson());
    }

    [Theory]
    [InlineData(-0.5, 0, 1.5, VerdictKind.Reproduced)]
    [InlineData(-0.5, 0, 0.1, VerdictKind.PartlyReproduced)]
    [InlineData(0.5, 1, 0, VerdictKind.NotReproduced)]
    public void RegimesAreJudgedFarFromAndAtOne(double atOne, double atHalf, double atQuarter, VerdictKind kind)
    {
        var growth = Synthetic.Growth((1.5, atOne, 0), (0.5, atHalf, 0), (0.25, atQuarter, 0));
        var cells = growth.Cells.Where(cell => cell.Depth == 1000);
        var result = new ScalingRegimesResult(new(), Synthetic.Run, [.. cells]);

        Assert.Equal(kind, result.Verdict().Kind);
        Assert.Contains("of 3 settings", result.Verdict().Sentence);
    }

    [Theory]
    [InlineData(1.01, 1.3, 50, VerdictKind.Reproduced)]
    [InlineData(1.01, 9, 50, VerdictKind.PartlyReproduced)]
    [InlineData(2, 9, 1, VerdictKind.NotReproduced)]
    public void PathsAreJudgedByWhereTheyEnd(double atOne, double atHalf, double atQuarter, VerdictKind kind)
    {
        NormPath[] paths =
        [
            new(1, [0, 9], [1, atOne], [1, 1]),
            new(0.5, [0, 9], [1, atHalf], [1, 1]),
            new(0.25, [0, 9], [1, atQuarter], [1, 1]),
        ];

        Assert.Equal(kind, new NormPathsResult(new(), Synthetic.Run, paths).Verdict().Kind);
    }

    // Corollary 4 (iii) at d = 100: below 8.4 at δ = 0.1 and below 5.3 at δ = 0.5.
    [Theory]
    [InlineData(0.7, 0.7, VerdictKind.Reproduced)]
    [InlineData(6, 6, VerdictKind.PartlyReproduced)]
    [InlineData(20, 20, VerdictKind.NotReproduced)]
    public void TheBoundsMustHoldAsOftenAsPromised(double first, double second, VerdictKind kind)
    {
        var verdict = Synthetic.Tightness(first, second).Verdict();

        Assert.Equal(kind, verdict.Kind);
        Assert.EndsWith(
            "in 2 of them the lower bound says nothing, and at δ = 0.1 it says something only from d = 1565 on.", verdict.Sentence);
    }
}
