using Tortue.DepthScaling;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class NetworkSimulatorTests
{
    private const double Tolerance = 1e-4;

    public static TheoryData<ResidualModel, string, WeightLaw, int> Models()
    {
        var data = new TheoryData<ResidualModel, string, WeightLaw, int>();
        foreach (var model in Enum.GetValues<ResidualModel>())
        {
            foreach (var activation in new[] { "relu", "tanh", "identity", "leaky_relu(0.8)" })
            {
                data.Add(model, activation, WeightLaw.Uniform, 40);
                data.Add(model, activation, WeightLaw.Normal, 21);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void AgreesWithTheDefinitionAndWithFiniteDifferences(ResidualModel model, string activation, WeightLaw law, int width)
    {
        var shape = new ResidualShape
        {
            Model = model,
            Activation = Activation.Parse(activation),
            Law = law,
            Width = width,
            Depth = 20,
            Beta = 0.25,
            InputSize = 7,
        };
        var stateNorms = new double[shape.Depth + 1];
        var gradientNorms = new double[shape.Depth + 1];

        var sample = new NetworkSimulator(shape).Run(2, 3, 11, stateNorms, gradientNorms, TestContext.Current.CancellationToken);

        var reference = new ReferenceNetwork(new(shape, 11, 2, 3));
        var states = reference.States(reference.Start);
        AssertClose(states.Select(ReferenceNetwork.Norm), stateNorms);
        var gradients = states.Select((state, k) => reference.Gradient(state, k)).ToArray();
        AssertClose(gradients.Select(ReferenceNetwork.Norm), gradientNorms);
        AssertClose(
            [
                Change(states[^1], states[0]) / ReferenceNetwork.Norm(states[0]),
                ReferenceNetwork.Norm(states[^1]) / ReferenceNetwork.Norm(states[0]),
                Change(gradients[^1], gradients[0]) / ReferenceNetwork.Norm(gradients[^1]),
                ReferenceNetwork.Norm(gradients[0]) / ReferenceNetwork.Norm(gradients[^1]),
            ],
            [sample.HiddenChange, sample.HiddenRatio, sample.GradientChange, sample.GradientRatio]);
    }

    // With β = 0 every layer multiplies the squared norm by about 3/2: after 600 layers far more than float32 can hold. A narrow res-2
    // needs an activation that keeps something of negative numbers: with ReLU it freezes as soon as all its entries are negative.
    [Theory]
    [InlineData(ResidualModel.Res3)]
    [InlineData(ResidualModel.Res2)]
    public void KeepsTheRatiosOfNetworksThatLeaveTheRangeOfFloat(ResidualModel model)
    {
        var shape = new ResidualShape
        {
            Model = model,
            Activation = Activation.LeakyRelu(0.5),
            Width = 8,
            Depth = 600,
            Beta = 0,
            InputSize = 4,
        };

        var sample = new NetworkSimulator(shape).Run(0, 0, 5, TestContext.Current.CancellationToken);

        var reference = new ReferenceNetwork(new(shape, 5, 0, 0));
        var states = reference.States(reference.Start);
        var expected = Math.Log(ReferenceNetwork.Norm(states[^1]) / ReferenceNetwork.Norm(states[0]));
        Assert.True(expected > 89, $"The largest float is e^88.7, the network grows only by e^{expected}.");
        Assert.Equal(expected, Math.Log(sample.HiddenRatio), 1e-3);
        Assert.Equal(expected, Math.Log(sample.HiddenChange), 1e-3);
        Assert.True(double.IsFinite(sample.GradientChange) && double.IsFinite(sample.GradientRatio), $"{sample}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2 * 23 * 23 * 5)]
    public void DrawingWeightsAgainGivesTheSameBitsAsKeepingThem(int largestKept)
    {
        var shape = new ResidualShape { Width = 23, Depth = 17 };

        var kept = new NetworkSimulator(shape).Run(0, 1, 2, TestContext.Current.CancellationToken);
        var drawnAgain = new NetworkSimulator(shape, largestKept).Run(0, 1, 2, TestContext.Current.CancellationToken);

        Assert.Equal(kept, drawnAgain);
    }

    [Fact]
    public void ASimulatorCanBeUsedAgain()
    {
        var shape = new ResidualShape { Model = ResidualModel.Res2, Width = 19, Depth = 40, Beta = 0 };
        var simulator = new NetworkSimulator(shape);
        var first = simulator.Run(0, 1, 2, TestContext.Current.CancellationToken);
        simulator.Run(0, 7, 2, TestContext.Current.CancellationToken);

        Assert.Equal(first, simulator.Run(0, 1, 2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void EveryNetworkHasItsOwnWeights()
    {
        var simulator = new NetworkSimulator(new ResidualShape { Width = 8, Depth = 5 });
        var samples =
            from ensemble in Enumerable.Range(0, 5)
            from network in Enumerable.Range(0, 5)
            from seed in new ulong[] { 1, 2, 1ul << 40 }
            select simulator.Run(ensemble, network, seed, TestContext.Current.CancellationToken);

        Assert.Equal(75, samples.Distinct().Count());
    }

    [Fact]
    public void StopsWithinAFewLayersOfBeingCancelled()
    {
        var simulator = new NetworkSimulator(new ResidualShape { Width = 8, Depth = 1000 });

        Assert.ThrowsAny<OperationCanceledException>(() => simulator.Run(0, 0, 1, new CancellationToken(canceled: true)));

        Assert.InRange(simulator.LayersComputed, 0, NetworkSimulator.LayersPerCheck);
    }

    [Fact]
    public void RefusesASpanForNormsOfAnotherLength()
    {
        var simulator = new NetworkSimulator(new ResidualShape { Width = 8, Depth = 10 });

        var wrong = Assert.Throws<ArgumentException>(
            () => simulator.Run(0, 0, 1, new double[10], [], TestContext.Current.CancellationToken));

        Assert.Equal("The span for the norms has 10 places; it must be empty or have L + 1 = 11.", wrong.Message);
    }

    private static double Change(double[] end, double[] start) => ReferenceNetwork.Norm(end.Zip(start, (x, y) => x - y));

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second / pair.First, 1 - Tolerance, 1 + Tolerance));
}
