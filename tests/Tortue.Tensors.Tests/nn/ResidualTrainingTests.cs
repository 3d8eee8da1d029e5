using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static Tortue.Tensors.Tests.nn.NetworkValues;

namespace Tortue.Tensors.Tests.nn;

/// <summary>A network's training from the seed to the twentieth step, against PyTorch's.</summary>
[Collection(RandomNumbersCollection.Name)]
public class ResidualTrainingTests
{
    [Fact]
    public void TwentyStepsOfAResidualNetworkArePyTorchs()
    {
        var golden = Load("nn")["training"]!;
        manual_seed(4);
        using var network = Sequential(Linear(6, 8), ReLU(), new Residual(8, 3), LeakyReLU(0.1), Linear(8, 4));
        var x = randn(10, 6);
        AssertClose(golden["x"]!, x, 1e-6, "x, drawn after the parameters");
        var classes = golden["classes"]!.ToClasses();
        using var optimizer = torch.optim.SGD(network.parameters(), 0.2, momentum: 0.9, weight_decay: 1e-3);
        var losses = golden["losses"]!.Doubles();
        for (var step = 0; step < losses.Length; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = functional.cross_entropy(network.call(x), classes);
            loss.backward();
            Assert.Equal(losses[step], loss.item<float>(), 1e-4);
            if (step == 0)
                Compare(golden["gradients"]!.AsObject(), parameter => parameter.grad, 1e-6);
            optimizer.step();
        }

        Compare(golden["final"]!.AsObject(), parameter => parameter, 1e-3);

        void Compare(System.Text.Json.Nodes.JsonObject expected, Func<Parameter, Tensor?> part, double tolerance)
        {
            var actual = network.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter);
            Assert.Equal(expected.Select(pair => pair.Key), actual.Keys);
            foreach (var (name, values) in expected)
                AssertClose(values!, part(actual[name]), tolerance, name);
        }
    }

    private sealed class Residual : Module<Tensor, Tensor>
    {
        public readonly ModuleList<Linear> first;
        public readonly ModuleList<Linear> second;
        public readonly double scale;

        public Residual(int width, int depth)
            : base(nameof(Residual))
        {
            first = ModuleList(Enumerable.Range(0, depth).Select(_ => Linear(width, width)).ToArray());
            second = ModuleList(Enumerable.Range(0, depth).Select(_ => Linear(width, width, hasBias: false)).ToArray());
            scale = Math.Pow(depth, -0.5);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            foreach (var (inner, outer) in first.Zip(second))
                input = input + scale * outer.call(inner.call(input).tanh());
            return input;
        }
    }
}
