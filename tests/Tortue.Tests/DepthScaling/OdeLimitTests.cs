using System.Text.Json.Nodes;
using MathNet.Numerics.Integration;
using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Numerics;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class OdeLimitTests
{
    private static readonly OdeLimitOptions Small = new()
    {
        Width = 6,
        Networks = 6,
        Depths = [10, 50, 100, 200],
        FitFrom = 50,
        ReferenceSteps = 2000,
        Activations = [Activation.Relu, Activation.Tanh, Activation.Identity],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // With one hidden unit and σ = identity the equation is h′ = 𝒱 h, or h′ = 𝒱 𝒲 h.
    [Theory]
    [InlineData(ResidualModel.Res1)]
    [InlineData(ResidualModel.Res3)]
    public void LinearEquationsOfOneUnitAreSolvedAsByTheirFormula(ResidualModel model)
    {
        var options = Small with { Width = 1, Models = [model], Activations = [Activation.Identity] };
        var networks = new SmoothNetworks(options, 2, Cancellation);
        var exponent = GaussLegendreRule.Integrate(Rate, 0, 1, 64);

        Assert.Equal(networks.Start[0] * Math.Exp(exponent), networks.Solve(400)[^1][0], 1e-7 * Math.Abs(networks.Start[0]));

        // The network multiplies by 1 + rate/L in each layer, at its end.
        var product = Enumerable.Range(1, 50).Aggregate(networks.Start[0], (h, k) => h * (1 + Rate(k / 50.0) / 50));
        Assert.Equal(product, networks.Run(50)[^1][0], 1e-12 * Math.Abs(product));

        double Rate(double time)
        {
            var values = Functions(options, 2, time);
            return values.Aggregate(1.0, (a, b) => a * b);
        }
    }

    [Fact]
    public void LayersAreThoseOfTheDefinition()
    {
        var options = Small with { Width = 3, Models = [ResidualModel.Res1, ResidualModel.Res3], Activations = [Activation.Tanh] };
        var networks = new SmoothNetworks(options, 1, Cancellation);
        double[] res1 = [.. networks.Start], res3 = [.. networks.Start];
        for (var k = 1; k <= 20; k++)
        {
            var values = Functions(options, 1, k / 20.0);
            res1 = Next(res1, values, [.. res1.Select(Math.Tanh)]);
            res3 = Next(res3, values, [.. Product(values[9..], res3).Select(Math.Tanh)]);
        }

        var states = networks.Run(20)[^1];
        Assert.All(res1.Concat(res3).Zip(states), pair => Assert.Equal(pair.First, pair.Second, 1e-12));

        static double[] Next(double[] h, double[] values, double[] g) => [.. h.Zip(Product(values[..9], g), (x, y) => x + y / 20)];
        static double[] Product(double[] matrix, double[] x) =>
            [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(j => matrix[3 * j + i] * x[j]))];
    }

    // Halving the steps of a method of order 4 divides its error by 16.
    [Theory]
    [InlineData(ResidualModel.Res1)]
    [InlineData(ResidualModel.Res3)]
    public void TheReferenceHasOrderFourWhereTheActivationIsSmooth(ResidualModel model)
    {
        var networks = new SmoothNetworks(Small with { Models = [model], Activations = [Activation.Tanh] }, 0, Cancellation);
        var fine = networks.Solve(1600)[^1];
        var ratio = DoubleVectors.Distance(networks.Solve(100)[^1], fine) / DoubleVectors.Distance(networks.Solve(200)[^1], fine);
        Assert.InRange(ratio, 12, 20);
    }

    [Fact]
    public void SmallNetworksConvergeWithOrderOneAndIndependentOnesDoNot()
    {
        var result = OdeLimit.Run(Small, cancellation: Cancellation);

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        foreach (var (model, activation) in Small.Variants())
        {
            Assert.Equal(1, result.OrderAtTheEnd(model, activation).Mean, 0.1);
            Assert.InRange(result.ReferenceError(model, activation), 0, 0.01);
        }

        Assert.All(result.Networks, network => Assert.True(network.Independent[^1] > 20 * network.Errors[0].Last[^1]));
        Assert.All(result.Networks.SelectMany(network => network.Errors), errors =>
            Assert.All(errors.Largest.Zip(errors.Last), pair => Assert.True(pair.First >= pair.Second)));
    }

    [Fact]
    public void TheResultDoesNotDependOnThreadsAndSurvivesJson()
    {
        var one = OdeLimit.Run(Small with { Threads = 1 }, cancellation: Cancellation);
        var three = OdeLimit.Run(Small with { Threads = 3 }, cancellation: Cancellation);
        Assert.Equal(ExperimentJson.Write(one with { Options = three.Options, Run = three.Run }), ExperimentJson.Write(three));

        var read = ExperimentJson.Read<OdeLimitResult>(ExperimentJson.Write(one));
        Assert.Equal(ExperimentJson.Write(one), ExperimentJson.Write(read));
        Assert.Equal(one.Figure().ToJson(), read.Figure().ToJson());
    }

    [Fact]
    public void TheFilmShowsNetworksThatComeCloserToTheSolution()
    {
        var result = OdeLimit.Run(Small, cancellation: Cancellation);
        var frames = JsonNode.Parse(result.Paths().ToJson())!["frames"]!.AsArray();
        Assert.Equal(["5", "10", "20", "40", "80", "160", "320"], frames.Select(frame => frame!["name"]!.GetValue<string>()));

        double[] ends = [.. result.NetworkPaths.Select(path => Math.Abs(path.Coordinates[0][^1] - result.Solution.Coordinates[0][^1]))];
        Assert.True(ends[^1] < ends[2] / 8);
        Assert.All(result.NetworkPaths.Append(result.Solution), path => Assert.All(path.Coordinates, coordinate =>
            Assert.Equal((0, path.Steps + 1), (coordinate[0], coordinate.Count))));
    }

    [Fact]
    public void FilmsHaveTheCoordinatesThatAreThere()
    {
        HiddenPath path = new(2, [[0, 1, 2], [0, 3, 4]]);
        Assert.Equal([0, 0.5, 1], path.Times);
        Assert.Equal([0, 3, 4], path.Coordinate(2));
        Assert.Equal(
            "There are 2 coordinates, counted from 1; there is no coordinate 3.",
            Assert.Throws<ArgumentException>(() => path.Coordinate(3)).Message);
    }

    [Theory]
    [InlineData(1, 1, 1e-6, VerdictKind.Reproduced)]
    [InlineData(1, 0.5, 1e-6, VerdictKind.PartlyReproduced)]
    [InlineData(0.5, 2, 1e-6, VerdictKind.NotReproduced)]
    [InlineData(1, 1, 1e-4, VerdictKind.NotReproduced)]
    public void OrdersAreJudgedByTheirIntervalsAndByTheReference(double first, double second, double reference, VerdictKind kind)
    {
        var result = MadeUp(first, second, spread: 0.01, reference);
        Assert.Equal(kind, result.Verdict().Kind);
        Assert.Equal(kind == VerdictKind.Reproduced, result.Figure().ToJson().Contains("half as far", StringComparison.Ordinal));
    }

    // The mean is 1, but the interval is wide.
    [Fact]
    public void FewDifferentNetworksDoNotShowAnOrder() =>
        Assert.Equal(VerdictKind.NotReproduced, MadeUp(1, 1, spread: 0.2, 1e-6).Verdict().Kind);

    [Fact]
    public void WhatWasNotMeasuredIsSaid() => Assert.Equal(
        "Nothing was measured for res-2, relu.",
        Assert.Throws<ArgumentException>(() => MadeUp(1, 1, 0.1, 1e-6).Order(ResidualModel.Res2, Activation.Relu)).Message);

    [Fact]
    public void WrongSettingsAreRefusedInOneSentence()
    {
        AssertRefused("The list of models must hold at least one, each only once.", new() { Models = [] });
        AssertRefused(
            "The list of activations must hold at least one, each only once.", new() { Activations = [Activation.Relu, Activation.Relu] });
        AssertRefused(
            "Res-2 draws its biases layer by layer, which does not go with weights of the path rbf; use Res1 or Res3.",
            new() { Models = [ResidualModel.Res2] });
        AssertRefused(
            "The residual networks of this chapter take the activations relu, identity, tanh and leaky_relu(slope), not sigmoid.",
            new() { Activations = [Activation.Sigmoid] });
        AssertRefused("The list of depths L must hold at least two, in ascending order.", new() { Depths = [20, 10] });
        AssertRefused("The list of depths L must hold at least two, in ascending order.", new() { Depths = [] });
        AssertRefused(
            "At least two of the depths L must be 1500 or more, the depth from which on the order is read.", new() { FitFrom = 1500 });
        AssertRefused(
            "The number of steps of the reference solution must be even and between 4000 and 100000, not 2000.",
            new() { ReferenceSteps = 2000 });
        AssertRefused("Every depth L must divide the 4000 steps of the reference solution; 300 does not.", new() { Depths = [100, 300] });
        AssertRefused("The number of networks must be between 2 and 10000, not 1.", new() { Networks = 1 });
        AssertRefused("The number of threads must be at least 1, not 0.", new() { Threads = 0 });
        AssertRefused("The width d must be between 1 and 4096, not 0.", new() { Width = 0 });
    }

    private static void AssertRefused(string message, OdeLimitOptions options) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(options.Validate).Message);

    private static double[] Functions(OdeLimitOptions options, uint network, double time)
    {
        var count = options.Width * options.Width * (options.Models.Contains(ResidualModel.Res3) ? 2 : 1);
        var values = new double[count];
        new SmoothGaussian(count, MathF.Sqrt(1f / options.Width), 0.01, new PhiloxCounter(0, 0, network, 1), options.Seed).At(time, values);
        return values;
    }

    // Two kinds of networks whose errors follow powers that spread about two exponents.
    private static OdeLimitResult MadeUp(double first, double second, double spread, double reference)
    {
        var options = new OdeLimitOptions { Models = [ResidualModel.Res1], Depths = [10, 100, 1000] };
        var networks = new[] { -spread, 0, spread }.Select(more => new OdeLimitNetwork(
            [Errors(Activation.Relu, first + more), Errors(Activation.Tanh, second + more)], [0.3, 0.3, 0.3], [0.2, 0.1, 0.03]));
        return new(options, Synthetic.Run, [.. networks], new(1, [[0, 1]]), [new(1, [[0, 1]]), new(2, [[0, 0, 1]])]);

        OdeLimitErrors Errors(Activation activation, double order)
        {
            double[] errors = [.. options.Depths.Select(depth => Math.Pow(depth, -order))];
            return new(ResidualModel.Res1, activation, 0.3, reference, errors, errors);
        }
    }
}
