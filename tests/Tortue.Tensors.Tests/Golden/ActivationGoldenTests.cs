using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static Tortue.Tensors.Tests.Golden.GoldenGradients;
using Approximate = TorchSharp.Modules.GELU.Approximate;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>Activations, with their gradients, against PyTorch: as functions, as modules, and in place.</summary>
public class ActivationGoldenTests
{
    private static readonly Tensor Wide =
        cat([linspace(-40, 40, 41, dtype: float64), tensor(new[] { -1000.0, 0.3f, 1000 })]);

    private static readonly Tensor A = Numbers(0.37, 2, 3, 4);

    private static readonly Dictionary<string, (Func<Tensor[], Tensor>[] Functions, Tensor[] Inputs)> Cases = new()
    {
        ["gelu"] = ([x => functional.gelu(x[0]), x => GELU().call(x[0]), x => GELU(inplace: true).call(x[0] * 1)], [Wide]),
        ["gelu tanh"] = (
            [x => x[0].gelu(Approximate.tanh), x => GELU(Approximate.tanh).call(x[0]), x => GELU(Approximate.tanh, true).call(x[0] * 1)], [Wide]),
        ["silu"] = ([x => functional.silu(x[0]), x => SiLU().call(x[0]), x => SiLU(true).call(x[0] * 1)], [Wide]),
        ["softplus"] = ([x => functional.softplus(x[0]), x => Softplus().call(x[0])], [Wide]),
        ["softplus sharp"] = ([x => x[0].softplus(2.5, 10), x => Softplus(2.5, 10).call(x[0])], [Wide]),
        ["softsign"] = ([x => functional.softsign(x[0]), x => Softsign().call(x[0]), x => Softsign(true).call(x[0] * 1)], [Wide]),
        ["elu"] = ([x => x[0].elu(), x => ELU().call(x[0]), x => ELU(inplace: true).call(x[0] * 1)], [Wide]),
        ["elu alpha"] = ([x => functional.elu(x[0], 0.3), x => ELU(0.3).call(x[0])], [Wide]),
        ["selu"] = ([x => x[0].elu(1.6732632423543772, 1.0507009873554805, 1)], [Wide]),
        ["prelu"] = ([x => functional.prelu(x[0], x[1])], [Wide, tensor(new[] { 0.25 })]),
        ["prelu of channels"] = ([x => x[0].prelu(x[1])], [A, Numbers(0.7, 3)]),
        ["prelu of columns"] = ([x => x[0].prelu(x[1])], [A[0], Numbers(0.7, 4)]),
        ["softmax"] = ([x => functional.softmax(x[0], 1), x => Softmax(1).call(x[0])], [A]),
        ["log_softmax"] = ([x => functional.log_softmax(x[0], -1), x => LogSoftmax(-1).call(x[0])], [A]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheActivationAndItsGradientArePyTorchs(string name)
    {
        var (functions, inputs) = Cases[name];
        if (!Engine.IsOurs && name == "softsign")
            functions = functions[..2]; // Its Softsign in place changes what its own gradient needs.
        foreach (var function in functions)
            Check(GoldenValues.Load("activations.json").GetProperty(name), function, 1e-12, inputs);
    }

    [Fact]
    public void EveryValueOfPyTorchsIsCompared() =>
        Assert.Equal(GoldenValues.Load("activations.json").EnumerateObject().Select(o => o.Name).Order(), Cases.Keys.Order());

    [Fact]
    public void ALearntSlopeIsAParameter()
    {
        using var layer = PReLU(3, 0.1);
        Assert.Equal(["weight"], layer.named_parameters().Select(p => p.name));
        layer.call(-ones(2, 3)).sum().backward();
        Assert.Equal([-2f, -2, -2], layer.weight.grad!.data<float>().ToArray());
        Assert.Equal(
            "Mismatch of parameter numbers and input channel size. Found parameter numbers = 3 and channel size = 4.",
            Assert.ThrowsAny<Exception>(() => layer.call(ones(2, 4))).Words());
    }
}
