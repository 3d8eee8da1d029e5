using System.Text.Json.Nodes;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static Tortue.Tensors.Tests.nn.NetworkValues;

namespace Tortue.Tensors.Tests.nn;

/// <summary>Compares a module with what PyTorch's has under the same seed: parameters, result, gradients.</summary>
internal static class ModuleCheck
{
    public static void Run(JsonNode golden, torch.nn.Module<Tensor, Tensor> layer, double tolerance = 2e-6)
    {
        var parameters = layer.named_parameters().ToDictionary(p => p.name, p => p.parameter);
        Assert.Equal(golden["parameters"]!.AsObject().Select(p => p.Key).Order(), parameters.Keys.Order());
        // Nine digits tell every float from its neighbours.
        foreach (var (name, expected) in golden["parameters"]!.AsObject())
            Assert.Equal(expected!["values"]!.Doubles().Select(v => (float)v), parameters[name].data<float>().ToArray());

        var x = golden["x"]!.ToTensor().requires_grad_();
        var y = layer.call(x);
        AssertClose(golden["y"]!, y, tolerance, "y");
        (y * arange(y.numel(), float32).view_as(y).cos()).sum().backward();
        AssertClose(golden["x_grad"]!, x.grad, tolerance, "x.grad");
        foreach (var (name, expected) in golden["gradients"]!.AsObject())
            AssertClose(expected!, parameters[name].grad, tolerance, $"{name}.grad");
    }
}
