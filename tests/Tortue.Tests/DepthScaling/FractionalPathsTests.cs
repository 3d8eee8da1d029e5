using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Numerics;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public sealed class FractionalPathsTests
{
    // A path of 4,096 steps: the exponent of one path spreads by about 0.02.
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void TheExponentOfACumulatedPathIsThatOfItsNoise(double hurst)
    {
        var noise = new float[4096];
        StationaryGaussian.FractionalNoise(noise.Length, hurst).Fill(noise, 1, 1, 1, default, 9);
        var path = new double[noise.Length + 1];
        for (var k = 0; k < noise.Length; k++)
            path[k + 1] = path[k] + noise[k];

        Assert.Equal(hurst, HurstExponent.Of(path), 0.08);
    }

    [Fact]
    public void AStraightLineHasTheExponentOne() => Assert.Equal(1, HurstExponent.Of([.. Enumerable.Range(0, 100).Select(k => 3.0 * k)]), 1e-12);

    [Fact]
    public void TheFigureIsReproducedAndSurvivesJson()
    {
        var result = FractionalPaths.Run(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.All(result.Paths, path => Assert.Equal((0, 0, 1000), (path.Path[0], path.Steps[0], path.Steps[^1])));

        var json = ExperimentJson.Write(result);
        var read = ExperimentJson.Read<FractionalPathsResult>(json);
        Assert.Equal(json, ExperimentJson.Write(read));
        Assert.Equal(result.Figure().ToJson(), read.Figure().ToJson());
    }

    [Theory]
    [InlineData(0.21, 0.8, VerdictKind.Reproduced)]
    [InlineData(0.3, 0.8, VerdictKind.PartlyReproduced)]
    [InlineData(0.5, 0.5, VerdictKind.NotReproduced)]
    public void MeansFarFromTheirExponentAreNoticed(double rough, double smooth, VerdictKind kind)
    {
        var options = new FractionalPathsOptions { HurstExponents = [0.2, 0.8] };
        FractionalPath[] paths = [new(0.2, [0], [0], [rough, rough]), new(0.8, [0], [0], [smooth, smooth])];
        Assert.Equal(kind, new FractionalPathsResult(options, Synthetic.Run, paths).Verdict().Kind);
    }

    [Fact]
    public void WrongSettingsAreRefusedInOneSentence()
    {
        AssertRefused("The list of Hurst exponents H must hold at least one, each only once, all strictly between 0 and 1.", new() { HurstExponents = [0.2, 1] });
        AssertRefused("The number of steps must be between 32 and 100000, not 5.", new() { Steps = 5 });
        AssertRefused("The number of paths for each H must be between 2 and 1000, not 1.", new() { Paths = 1 });
    }

    private static void AssertRefused(string message, FractionalPathsOptions options) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(options.Validate).Message);
}
