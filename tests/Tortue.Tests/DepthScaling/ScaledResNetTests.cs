using TorchSharp;
using Tortue.DepthScaling;
using Tortue.Models;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.DepthScaling;

/// <summary>The tensor engine's automatic differentiation as the oracle of the simulation.</summary>
public class ScaledResNetTests
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData(ResidualModel.Res1, "tanh", WeightLaw.Uniform)]
    [InlineData(ResidualModel.Res1, "leaky_relu(0.8)", WeightLaw.Normal)]
    [InlineData(ResidualModel.Res2, "relu", WeightLaw.Uniform)]
    [InlineData(ResidualModel.Res2, "tanh", WeightLaw.Normal)]
    [InlineData(ResidualModel.Res3, "relu", WeightLaw.Uniform)]
    [InlineData(ResidualModel.Res3, "tanh", WeightLaw.Normal)]
    public void HasTheNormsOfTheSimulation(ResidualModel model, string activation, WeightLaw law)
    {
        var shape = new ResidualShape { Model = model, Activation = Activation.Parse(activation), Law = law, Depth = 100 };
        var stateNorms = new double[shape.Depth + 1];
        var gradientNorms = new double[shape.Depth + 1];
        new NetworkSimulator(shape).Run(1, 2, 3, stateNorms, gradientNorms, TestContext.Current.CancellationToken);

        using var scope = NewDisposeScope();
        var weights = new NetworkWeights(shape, 3, 1, 2);
        using var network = new ScaledResNet(weights);
        var x = new float[shape.InputSize];
        weights.DrawInput(x);
        var states = network.HiddenStates(tensor(x, [1, x.Length]));
        foreach (var state in states)
            state.retain_grad();
        var loss = (network.Output(states) - weights.DrawTarget()).pow(2).sum();
        loss.backward();

        AssertClose(states.Select(Norm), stateNorms);
        AssertClose(states.Select(state => Norm(state.grad!)), gradientNorms);
    }

    [Fact]
    public void IsAModuleWithItsWeightsAsParameters()
    {
        using var scope = NewDisposeScope();
        var shape = new ResidualShape { Depth = 3, Width = 5, InputSize = 4 };
        using var network = new ScaledResNet(new(shape, 1, 0, 0));

        Assert.Equal(
            ["A", "B", "V1", "V2", "V3", "W1", "W2", "W3"],
            network.named_parameters().Select(parameter => parameter.name).Order(StringComparer.Ordinal));
        Assert.Equal([7, 1], network.forward(ones(7, 4)).shape);
    }

    // The definition by loops in double precision is the oracle.
    [Theory]
    [InlineData("iid", ResidualModel.Res1)]
    [InlineData("rbf", ResidualModel.Res1)]
    [InlineData("fbm(0.2)", ResidualModel.Res1)]
    [InlineData("fbm(0.9)", ResidualModel.Res3)]
    public void GivesAnOutputForEachRowOfB(string path, ResidualModel model)
    {
        const int outputs = 3;
        var shape = new ResidualShape { Model = model, Path = WeightPath.Parse(path), Depth = 20, Width = 6, InputSize = 5, Beta = 0.7 };
        var weights = new NetworkWeights(shape, 4, 0, 1);
        using var scope = NewDisposeScope();
        using var network = new ScaledResNet(weights, outputs);
        var x = new float[shape.InputSize];
        weights.DrawInput(x);
        var given = network.forward(tensor(x, [1, x.Length])).data<float>().ToArray();

        var reference = new ReferenceNetwork(weights);
        var last = reference.States(reference.Start)[^1];
        var b = new float[outputs * shape.Width];
        weights.DrawB(b);
        for (var row = 0; row < outputs; row++)
        {
            var expected = Enumerable.Range(0, shape.Width).Sum(column => b[column * outputs + row] * last[column]);
            Assert.Equal(expected, given[row], Tolerance * Math.Max(1, Math.Abs(expected)));
        }

        Assert.Equal(shape.Depth, network.V.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScaledResNet(weights, outputs: 0));
    }

    private static double Norm(Tensor vector) => vector.norm().ToDouble();

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second / pair.First, 1 - Tolerance, 1 + Tolerance));
}
