using TorchSharp;
using Tortue.Models;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Models;

/// <summary>Activations: one set of curves for numbers, tensors and layers.</summary>
public sealed class ActivationTests
{
    public static TheoryData<string> All => ["relu", "identity", "tanh", "sigmoid", "softsign", "leaky_relu(0.25)"];

    [Theory]
    [MemberData(nameof(All))]
    public void NumbersTensorsAndLayersAgree(string name)
    {
        var activation = Activation.Parse(name);
        var numbers = Enumerable.Range(-40, 81).Select(i => i / 8.0 + 0.01).ToArray();
        var z = tensor(numbers, requires_grad: true);
        var values = activation.Forward(z);
        values.sum().backward();

        Assert.Equal(name, activation.Name);
        for (int i = 0; i < numbers.Length; i++)
        {
            Assert.Equal(values[i].ToDouble(), activation.Value(numbers[i]), 1e-12);
            Assert.Equal(z.grad![i].ToDouble(), activation.Derivative(numbers[i]), 1e-12);
            Assert.Equal((float)activation.Value(numbers[i]), activation.Value((float)numbers[i]), 1e-6f);
            Assert.Equal((float)activation.Derivative(numbers[i]), activation.Derivative((float)numbers[i]), 1e-6f);
        }

        Assert.True(activation.Module().forward(z).allclose(values));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheSteepestSlopeIsReachedAndNeverPassed(string name)
    {
        var activation = Activation.Parse(name);
        var slopes = Enumerable.Range(-1000, 2001).Select(i => activation.Derivative(i / 100.0 + 1e-9)).ToArray();

        Assert.Equal(activation.SteepestSlope, slopes.Max(), 1e-6);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OddIsWhatChangesItsSignWithItsArgument(string name)
    {
        var activation = Activation.Parse(name);

        Assert.Equal(activation.IsOdd, Math.Abs(activation.Value(-1.5) + activation.Value(1.5)) < 1e-12);
    }

    [Fact]
    public void FarOutTheCurvesAreFlatAndFinite()
    {
        Assert.Equal(1, Activation.Softsign.Value(double.PositiveInfinity));
        Assert.Equal(0, Activation.Sigmoid.Value(-1e4));
        Assert.Equal(0, Activation.Sigmoid.Derivative(-1e4));
    }
}
