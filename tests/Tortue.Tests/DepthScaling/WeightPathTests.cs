using Tortue.DepthScaling;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public sealed class WeightPathTests
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData("iid", null, 0.5)]
    [InlineData("rbf", null, 1.0)]
    [InlineData("fbm(0.3)", 0.3, null)]
    [InlineData("fbm(0.5)", 0.5, 0.5)]
    public void AreReadAsTheyAreWritten(string name, double? hurst, double? critical)
    {
        var path = WeightPath.Parse(name);
        Assert.Equal((name, hurst, critical), (path.ToString(), path.Hurst, path.CriticalBeta));
    }

    [Theory]
    [InlineData("brownian", "There is no path of weights \"brownian\"; use \"iid\", \"rbf\", or \"fbm(H)\" with a Hurst exponent H such as \"fbm(0.3)\".")]
    [InlineData("fbm(1)", "The Hurst exponent H must lie strictly between 0 and 1, not be 1.")]
    public void OthersAreRefused(string name, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => WeightPath.Parse(name)).Message);

    [Theory]
    [InlineData("rbf", ResidualModel.Res1, 21)]
    [InlineData("rbf", ResidualModel.Res3, 40)]
    [InlineData("fbm(0.2)", ResidualModel.Res1, 9)]
    [InlineData("fbm(0.8)", ResidualModel.Res3, 21)]
    public void TheSimulationAgreesWithTheDefinition(string path, ResidualModel model, int width)
    {
        var shape = new ResidualShape { Path = WeightPath.Parse(path), Model = model, Width = width, Depth = 20, Beta = 0.5, InputSize = 7 };
        var sample = new NetworkSimulator(shape).Run(2, 3, 11, TestContext.Current.CancellationToken);

        var reference = new ReferenceNetwork(new(shape, 11, 2, 3));
        var states = reference.States(reference.Start);
        var first = reference.Gradient(states[0], 0);
        var last = reference.Gradient(states[^1], shape.Depth);
        Assert.Equal(1, sample.HiddenRatio / (ReferenceNetwork.Norm(states[^1]) / ReferenceNetwork.Norm(states[0])), Tolerance);
        Assert.Equal(1, sample.GradientRatio / (ReferenceNetwork.Norm(first) / ReferenceNetwork.Norm(last)), Tolerance);
    }

    [Theory]
    [InlineData("rbf")]
    [InlineData("fbm(0.3)")]
    public void TheModuleHasTheSimulationsWeights(string path)
    {
        var shape = new ResidualShape { Path = WeightPath.Parse(path), Depth = 15, Width = 12, InputSize = 5 };
        var weights = new NetworkWeights(shape, 3, 1, 2);
        using var network = new ScaledResNet(weights);
        var drawn = new float[12 * 12];
        foreach (var (name, layer) in new[] { ("V1", 1), ("V15", 15), ("W7", 7) })
        {
            if (name[0] == 'V')
                weights.DrawV(layer, drawn);
            else
                weights.DrawW(layer, drawn);
            var parameter = network.named_parameters().Single(one => one.name == name).parameter;
            Assert.Equal(drawn, parameter.t().contiguous().data<float>().ToArray());
        }
    }

    // Fractional noise of ½ is white, and normal weights have the exact expectation too: within three standard errors.
    [Fact]
    public void WhiteNoiseHasTheExactExpectation()
    {
        var shape = new ResidualShape { Path = WeightPath.Fractional(0.5), Depth = 100, Width = 20 };
        var samples = Run(shape, 2000, threads: 2);
        foreach (var changes in new[] { samples.Select(one => one.HiddenChange), samples.Select(one => one.GradientChange) })
        {
            double[] squares = [.. changes.Select(change => change * change)];
            var mean = squares.Average();
            var error = Math.Sqrt(squares.Sum(square => Math.Pow(square - mean, 2))) / squares.Length;
            Assert.Equal(ExactGrowth.SquaredChange(shape)!.Value, mean, 3 * error);
        }
    }

    [Fact]
    public void SamplesDoNotDependOnTheNumberOfThreads()
    {
        var shape = new ResidualShape { Path = WeightPath.Smooth, Depth = 30, Width = 11 };
        Assert.Equal(Run(shape, 20, threads: 1), Run(shape, 20, threads: 3));
    }

    [Fact]
    public void NothingThatHoldsForIndependentWeightsIsSaidOfOthers()
    {
        var smooth = new ResidualShape { Path = WeightPath.Smooth };
        Assert.Null(ExactGrowth.SquaredChange(smooth));
        Assert.Null(LogNormalLimit.Of(smooth));
        Assert.NotNull(AssumptionTwo.WhyNot(smooth));
        Assert.False(HiddenStateBounds.Proposition2(smooth, 0.1).Applies);
    }

    [Fact]
    public void WhatDoesNotTakeThemSaysSo()
    {
        var smooth = new ResidualShape { Path = WeightPath.Smooth };
        AssertRefused("Res-2 draws its biases", (smooth with { Model = ResidualModel.Res2 }).Validate);
        AssertRefused("weights of the path rbf have to be kept at once", (smooth with { Depth = 100_000 }).Validate);
        AssertRefused("use the path \"iid\", not rbf.", new ScalingRegimesOptions { Network = smooth }.Validate);
        AssertRefused("use the path \"iid\", not rbf.", new BoundTightnessOptions { Network = smooth }.Validate);
        AssertRefused("use the path \"iid\", not rbf.", () => AssumptionTwo.Measure(smooth));
        var rough = new ResidualShape { Path = WeightPath.Fractional(0.2) };
        AssertRefused("names no critical exponent for weights of the path fbm(0.2)", new DepthGrowthOptions { Network = rough }.Validate);
        AssertRefused("names no critical exponent for weights of the path fbm(0.2)", new NormPathsOptions { Network = rough }.Validate);
    }

    private static NetworkSample[] Run(ResidualShape shape, int networks, int threads) =>
        NetworkEnsemble.Run([new(shape, networks)], 6, threads, null, TestContext.Current.CancellationToken)[0];

    private static void AssertRefused(string part, Action validate) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>(validate).Message, StringComparison.Ordinal);
}
