using TorchSharp;
using Tortue.Gradients;
using Tortue.Models;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Gradients;

public sealed class MeanFieldTests
{
    [Fact]
    public void Factors_of_ReLU_and_of_the_identity_are_exact()
    {
        Assert.Equal(1.5 * 1.5 * 0.7 / 2, MeanField.NextMeanSquare(Activation.Relu, 1.5, 0.7), 1e-12);
        Assert.Equal(1.5 * 1.5 / 2, MeanField.Susceptibility(Activation.Relu, 1.5, 0.7), 1e-12);
        Assert.Equal(1.5 * 1.5 * 0.7, MeanField.NextMeanSquare(Activation.Identity, 1.5, 0.7), 1e-12);
        Assert.Equal(1.5 * 1.5, MeanField.Susceptibility(Activation.Identity, 1.5, 0.7), 1e-12);
    }

    [Fact]
    public void Means_of_tanh_and_sigmoid_are_those_of_many_random_numbers()
    {
        using var scope = NewDisposeScope();
        var z = randn([4_000_000], dtype: float64, generator: new Generator(1));

        // A mean of four million numbers of size 1 has a standard error of 1/2,000.
        Assert.Equal(z.tanh().square().mean().ToDouble(), MeanField.NextMeanSquare(Activation.Tanh, 1, 1), 0.002);
        var slope = z.mul(2).sigmoid();
        Assert.Equal((slope * (1 - slope)).square().mean().ToDouble(), MeanField.Susceptibility(Activation.Sigmoid, 1, 4), 0.002);
        Assert.Equal(1 / 16.0, MeanField.Susceptibility(Activation.Sigmoid, 1, 0), 1e-12);
        Assert.Equal(0.394, MeanField.NextMeanSquare(Activation.Tanh, 1, 1), 0.0005);
    }

    [Fact]
    public void A_residual_layer_adds_one_to_both_factors()
    {
        // ReLU with He's weights: χ = 1, so that a residual layer doubles the mean square of errors; that of 11 layers is 2¹⁰.
        var norms = MeanField.ErrorNorms(Activation.Relu, Math.Sqrt(2), 1, 11, residual: true);

        Assert.Equal(Enumerable.Range(1, 11).Select(l => Math.Pow(2, (11 - l) / 2.0)), norms, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Operator_norms_by_squaring_are_the_largest_singular_values()
    {
        using var scope = NewDisposeScope();
        var matrices = randn([20, 30, 30], dtype: float64, generator: new Generator(3)) * 1e-3;
        var exact = linalg.svdvals(matrices).amax([1]).data<double>().ToArray();

        Assert.All(SpectralNorms.Of(matrices).Zip(exact), pair => Assert.InRange(pair.First / pair.Second, 1 - 1e-12, 1.001));
    }
}
