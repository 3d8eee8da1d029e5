using Tortue.DepthScaling;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class LogNormalLimitTests
{
    [Fact]
    public void HasTheMomentsOfFigure2()
    {
        var limit = LogNormalLimit.Of(new() { Width = 100 })!;

        Assert.Equal(0.25 - 1 / 200.0, limit.LogMean, 1e-12);
        Assert.Equal(Math.Sqrt(1 / 200.0), limit.LogDeviation, 1e-12);
        Assert.Equal(1.281, limit.Mean, 5e-4);
        Assert.Equal(0.0907, limit.StandardDeviation, 5e-5);
    }

    [Fact]
    public void ItsDensityAddsUpToOneAndHasItsMean()
    {
        var limit = new LogNormalLimit(0.2, 0.4);
        const double Step = 1e-3;
        var ratios = Enumerable.Range(1, 20_000).Select(i => i * Step).ToArray();

        Assert.Equal(1, ratios.Sum(limit.Density) * Step, 1e-6);
        Assert.Equal(limit.Mean, ratios.Sum(ratio => ratio * limit.Density(ratio)) * Step, 1e-6);
    }

    [Fact]
    public void IsNotClaimedWhereItWasNotDerived() => Assert.Null(LogNormalLimit.Of(new() { Activation = Activation.Tanh }));

    // Deep networks with another activation and another L α² than figure 2's.
    [Fact]
    public void DeepNetworksFollowIt()
    {
        var shape = new ResidualShape { Width = 16, Depth = 400, Beta = 0.45, Activation = Activation.LeakyRelu(0.5), InputSize = 4 };
        var limit = LogNormalLimit.Of(shape)!;

        var samples = NetworkEnsemble.Run([new(shape, 3000)], 9, 2, null, TestContext.Current.CancellationToken)[0];

        foreach (var ratio in new Func<NetworkSample, double>[] { sample => sample.HiddenRatio, sample => sample.GradientRatio })
        {
            var logs = samples.Select(sample => Math.Log(ratio(sample))).ToArray();
            var mean = logs.Average();
            var deviation = Math.Sqrt(logs.Average(log => (log - mean) * (log - mean)));
            Assert.Equal(limit.LogMean, mean, 4 * limit.LogDeviation / Math.Sqrt(logs.Length) + 0.01);
            Assert.Equal(1, deviation / limit.LogDeviation, 0.06);
        }
    }
}
