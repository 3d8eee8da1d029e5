using Tortue.DepthScaling;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public sealed class SharedWeightsTests
{
    private static readonly double[] Betas = [0, 0.3, 0.5, 1, 1.3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Another implementation, which runs one network at a time. A width that is odd, and one input only, so that a block is not full; the
    // networks of β = 0 leave the range of float32 at H = 0.9, and what is rounded there grows with
    // them, so that only their logarithms agree.
    [Theory]
    [InlineData(ResidualModel.Res3, 21, 0.2)]
    [InlineData(ResidualModel.Res3, 40, 0.9)]
    [InlineData(ResidualModel.Res1, 21, 0.7)]
    public void ColumnsAgreeWithNetworksRunOneByOne(ResidualModel model, int width, double hurst)
    {
        var shape = new ResidualShape { Model = model, Width = width, Depth = 300, Path = WeightPath.Fractional(hurst) };
        var (hidden, gradients) = new SharedWeights(new(shape, 11, 3, 2), inputs: 1, stride: 0).Changes(Betas, Cancellation);

        var largest = 0.0;
        foreach (var (i, beta) in Betas.Index())
        {
            var sample = new NetworkSimulator(shape with { Beta = beta }).Run(3, 2, 11, Cancellation);
            AssertSame(sample.HiddenChange, hidden[i]);
            AssertSame(sample.GradientChange, gradients[i]);
            largest = Math.Max(largest, sample.HiddenChange);
        }

        Assert.True(largest > (hurst == 0.9 ? 1e38 : 1e6));
    }

    private static void AssertSame(double expected, double actual)
    {
        if (expected < 1e3)
            Assert.Equal(1, actual / expected, 1e-3);
        else
            Assert.Equal(1, Math.Log(actual) / Math.Log(expected), 0.1);
    }

    [Theory]
    [InlineData(ResidualModel.Res3)]
    [InlineData(ResidualModel.Res1)]
    public void EveryColumnHasItsInputAndItsScale(ResidualModel model)
    {
        const int Inputs = 17, Draws = 5;
        var shape = new ResidualShape { Model = model, Width = 6, Depth = 20, InputSize = 9, Path = WeightPath.Fractional(0.6) };
        var numbers = new NetworkWeights(shape, 4, 0, 1);
        var (hidden, gradients) = new SharedWeights(numbers, Inputs, Draws).Changes(Betas, Cancellation);

        Assert.Equal(Betas.Length * Inputs, hidden.Length);
        for (var i = 0; i < hidden.Length; i++)
        {
            var (beta, input) = Math.DivRem(i, Inputs);
            var network = new PlainNetwork(numbers, numbers with { Network = 1 + (1 + input) * Draws });
            var expected = network.Changes(Math.Pow(shape.Depth, -Betas[beta]));
            Assert.Equal(1, hidden[i] / expected.Hidden, 1e-3);
            Assert.Equal(1, gradients[i] / expected.Gradients, 1e-3);
        }
    }

    [Theory]
    [InlineData(ResidualModel.Res3)]
    [InlineData(ResidualModel.Res1)]
    public void CoarserNetworksHaveSumsOfLayers(ResidualModel model)
    {
        // Two layers of eleven are left over.
        var shape = new ResidualShape { Model = model, Width = 6, Depth = 35, InputSize = 9, Path = WeightPath.Fractional(0.7) };
        var numbers = new NetworkWeights(shape, 4, 0, 1);
        var (hidden, gradients) = new SharedWeights(numbers, 1, 1).Coarser(11).Changes([0.8], Cancellation);

        var expected = new PlainNetwork(numbers, numbers with { Network = 2 }).Coarser(11, 0.7).Changes(Math.Pow(3, -0.8));
        Assert.Equal(1, hidden[0] / expected.Hidden, 1e-4);
        Assert.Equal(1, gradients[0] / expected.Gradients, 1e-4);
    }

    // Where α is small, the mean square of the change is α² times the formula, within three standard errors.
    [Theory]
    [InlineData(ResidualModel.Res3, 0.2)]
    [InlineData(ResidualModel.Res3, 0.5)]
    [InlineData(ResidualModel.Res3, 0.8)]
    [InlineData(ResidualModel.Res1, 0.2)]
    [InlineData(ResidualModel.Res1, 0.8)]
    public void ChangesAreThoseOfTheFirstOrder(ResidualModel model, double hurst)
    {
        var shape = new ResidualShape { Model = model, Width = 12, Depth = 40, InputSize = 8, Path = WeightPath.Fractional(hurst) };
        var samples = Enumerable.Range(0, 1000)
            .Select(network => new SharedWeights(new(shape, 6, 0, network), 1, 1000).Changes([1.6], Cancellation))
            .ToArray();

        var alpha = Math.Pow(shape.Depth, -1.6);
        AssertMean(samples.Select(sample => Math.Pow(sample.Hidden[0] / alpha, 2)), GrowthQuantity.HiddenStates);
        AssertMean(samples.Select(sample => Math.Pow(sample.Gradients[0] / alpha, 2)), GrowthQuantity.Gradients);

        void AssertMean(IEnumerable<double> squares, GrowthQuantity quantity)
        {
            var mean = MeanError.Of(squares);
            var expected = CriticalExponent.MeanSquare(shape, shape.Depth, hurst, quantity);
            Assert.InRange(mean.Mean, expected - 3 * mean.StandardError, expected + 3 * mean.StandardError);
        }
    }
}
