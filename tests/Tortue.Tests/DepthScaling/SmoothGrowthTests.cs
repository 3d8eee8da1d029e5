using Tortue.DepthScaling;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public sealed class SmoothGrowthTests
{
    [Fact]
    public void GrowthOfSmallNetworksIsReproducedAndSurvivesJson()
    {
        var options = new SmoothGrowthOptions
        {
            Networks = 20,
            Depths = [10, 50, 250],
            Network = new() { Width = 20, InputSize = 8, Path = WeightPath.Smooth },
        };
        var result = SmoothGrowth.Run(options, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.Contains("= 1 survives depth", result.Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("where β > 1,", result.Verdict().Rule, StringComparison.Ordinal);
        Assert.Equal(-1, result.HiddenStates.Slope(2), 0.1);
        var json = ExperimentJson.Write(result);
        var read = ExperimentJson.Read<SmoothGrowthResult>(json);
        Assert.Equal(json, ExperimentJson.Write(read));
        Assert.Equal(result.Figure().ToJson(), read.Figure().ToJson());
    }

    // What independent weights do is not what smooth ones do: the same slopes get another verdict.
    [Fact]
    public void SlopesAreJudgedByTheCriticalExponentOfThePath()
    {
        var independent = Synthetic.Growth((1, -0.5, -0.5), (0.5, 0, 0));
        Assert.Equal(VerdictKind.Reproduced, independent.Verdict().Kind);
        var smooth = independent with { Options = independent.Options with { Network = new() { Path = WeightPath.Smooth } } };
        Assert.Equal(VerdictKind.NotReproduced, smooth.Verdict().Kind);
    }
}
