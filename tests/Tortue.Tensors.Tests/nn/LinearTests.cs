using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static Tortue.Tensors.Tests.nn.NetworkValues;

namespace Tortue.Tensors.Tests.nn;

[Collection(RandomNumbersCollection.Name)]
public class LinearTests
{
    [Fact]
    public void ParametersOutputAndGradientsArePyTorchs()
    {
        var golden = Load("nn")["linear"]!;
        manual_seed(0);
        using var layer = torch.nn.Linear(5, 3);
        AssertClose(golden["weight"]!, layer.weight, 5e-9, "weight");
        AssertClose(golden["bias"]!, layer.bias, 5e-9, "bias");

        var x = golden["x"]!.ToTensor().requires_grad_();
        var y = layer.call(x);
        AssertClose(golden["y"]!, y, 1e-6, "y");
        y.square().mean().backward();
        AssertClose(golden["weight_grad"]!, layer.weight.grad, 1e-6, "weight.grad");
        AssertClose(golden["bias_grad"]!, layer.bias!.grad, 1e-6, "bias.grad");
        AssertClose(golden["x_grad"]!, x.grad, 1e-6, "x.grad");
    }

    [Theory]
    [InlineData(new long[] { 3 })]
    [InlineData(new long[] { 4, 3 })]
    [InlineData(new long[] { 2, 5, 3 })]
    [InlineData(new long[] { 0, 3 })]
    public void ItIsTheProductWithTheTransposedWeightAndTheSum(long[] shape)
    {
        manual_seed(5);
        using var layer = torch.nn.Linear(3, 2, dtype: ScalarType.Float64);
        var x = randn(shape, ScalarType.Float64, requires_grad: true);
        var y = layer.call(x);
        var expected = x.matmul(layer.weight.t()) + layer.bias!;
        Assert.True(y.allclose(expected, 1e-12, 1e-12));

        y.sum().backward();
        var gradient = x.grad!.clone();
        x.grad = null;
        expected.sum().backward();
        Assert.True(gradient.allclose(x.grad!, 1e-12, 1e-12));
    }

    [Fact]
    public void WithoutABiasThereIsNone()
    {
        using var layer = torch.nn.Linear(3, 2, hasBias: false);
        Assert.Null(layer.bias);
        Assert.Equal(["weight"], layer.named_parameters().Select(pair => pair.name));
        Assert.Equal([4, 2], layer.call(randn(4, 3)).shape);
    }

    [Fact]
    public void ShapesThatDoNotFitAreNamed()
    {
        using var layer = torch.nn.Linear(5, 6);
        var error = Assert.ThrowsAny<Exception>(() => layer.call(zeros(3, 4)));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (3x4 and 5x6)", error.Words());
    }

    [Fact]
    public void AnotherWeightIsUsedAndListed()
    {
        using var layer = torch.nn.Linear(2, 2);
        var weight = torch.nn.Parameter(eye(2) * 3);
        layer.weight = weight;
        layer.bias = null;
        Assert.Same(weight, Assert.Single(layer.parameters()));
        Assert.True(layer.call(ones(1, 2)).allclose(full(1, 2, 3f)));
    }
}
