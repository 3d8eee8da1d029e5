using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Tensors.Tests.nn;

public class ModuleTests
{
    [Fact]
    public void FieldsAreRegisteredUnderTheirNames()
    {
        using var net = new Net();
        Assert.Equal(["scale", "inner.weight", "inner.bias", "tail.0.weight"], net.named_parameters().Select(pair => pair.name));
        Assert.Equal(["scale"], net.named_parameters(recurse: false).Select(pair => pair.name));
        Assert.Equal(["mean"], net.named_buffers().Select(pair => pair.name));
        Assert.Equal(["inner", "tail"], net.named_children().Select(pair => pair.name));
        Assert.Equal(["inner", "tail", "tail.0", "tail.1"], net.named_modules().Select(pair => pair.name));
        Assert.Equal(["scale", "inner.weight", "inner.bias", "tail.0.weight", "mean"], net.state_dict().Keys);
        Assert.Same(net.inner.weight, net.get_parameter("inner.weight"));
        Assert.False(net.has_parameter("inner.nothing"));
        Assert.True(net.has_buffer("mean"));
    }

    [Fact]
    public void TextIsPyTorchs()
    {
        Engine.OnlyOurs("prints the name of the type");
        Assert.Equal(
            """
            Sequential(
              (0): Linear(in_features=2, out_features=3, bias=True)
              (act): LeakyReLU(negative_slope=0.1)
              (2): Sequential(
                (0): Identity()
                (1): Tanh()
              )
            )
            """.ReplaceLineEndings("\n"),
            Sequential(("0", Linear(2, 3)), ("act", LeakyReLU(0.1)), ("2", Sequential(Identity(), Tanh()))).ToString());
    }

    [Fact]
    public void TrainAndEvalReachEverything()
    {
        using var net = new Net();
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void ApplyGoesFromTheInsideOut()
    {
        using var net = new Net();
        var seen = new List<string>();
        net.apply(module => seen.Add(module.GetType().Name));
        Assert.Equal(["Linear", "Linear", "ReLU", "Sequential", "Net"], seen);
    }

    [Fact]
    public void ZeroGradForgetsOrClears()
    {
        using var net = new Net();
        net.call(ones(2, 3)).sum().backward();
        net.zero_grad(set_to_none: false);
        Assert.All(net.parameters(), parameter => Assert.Equal(0, parameter.grad!.abs().sum().item<float>()));
        net.zero_grad();
        Assert.All(net.parameters(), parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void AStateIsCopiedIntoAnotherModule()
    {
        using Net source = new(), target = new();
        target.load_state_dict(source.state_dict());
        var x = randn(4, 3);
        Assert.True(source.call(x).allclose(target.call(x), 0, 0));
        Assert.All(target.parameters(), parameter => Assert.True(parameter.is_leaf && parameter.requires_grad));
        using (no_grad())
            source.inner.weight.zero_();
        Assert.NotEqual(0, target.inner.weight.abs().sum().item<float>());
    }

    [Fact]
    public void AStateThatDoesNotFitIsRefusedBeforeAnythingIsCopied()
    {
        using Net source = new(), target = new();
        var state = source.state_dict();
        state.Remove("mean");
        state.Add("other", zeros(1));
        var before = target.inner.weight.clone();
        var error = Assert.Throws<InvalidOperationException>(() => target.load_state_dict(state));
        if (Engine.IsOurs)
            Assert.Contains("missing are [mean], unexpected are [other]", error.Words(), StringComparison.Ordinal);
        Assert.True(before.allclose(target.inner.weight, 0, 0));

        var (missing, unexpected) = target.load_state_dict(state, strict: false);
        Assert.Equal(["mean"], missing);
        Assert.Equal(["other"], unexpected);
        state["inner.weight"] = zeros(7, 7);
        var mismatch = Assert.ThrowsAny<Exception>(() => target.load_state_dict(state, strict: false));
        Engine.OnlyOurs("names neither the parameter nor the sizes");
        Assert.StartsWith("size mismatch for inner.weight", mismatch.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherElementTypeReplacesParametersInListsAndFields()
    {
        using var net = new Net().to(ScalarType.Float64);
        Assert.All(net.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Float64, net.call(ones(2, 3, dtype: ScalarType.Float64)).dtype);
        Assert.Same(net.inner.weight, net.get_parameter("inner.weight"));
        Assert.Throws<ArgumentException>(() => net.to(ScalarType.Int64));
    }

    [Fact]
    public void HooksSeeAndChangeWhatPasses()
    {
        using var layer = Linear(2, 2);
        Tensor? seen = null;
        var before = layer.register_forward_pre_hook((_, x) => x * 0);
        var after = layer.register_forward_hook((_, x, y) =>
        {
            seen = x;
            return y + 1;
        });
        Assert.True(layer.call(ones(1, 2)).allclose((layer.bias! + 1).reshape(1, 2)));
        Assert.Equal(0, seen!.abs().sum().item<float>());
        before.remove();
        after.remove();
        Assert.True(layer.call(ones(1, 2)).allclose(layer.forward(ones(1, 2))));
    }

    [Fact]
    public void ModulesOutliveTheScopeInWhichTheyWereMade()
    {
        Engine.OnlyOurs("lets a scope take the buffers that were made in it");
        Net net;
        using (NewDisposeScope())
            net = new Net();
        Assert.Equal([2, 1], net.call(ones(2, 3)).shape);
        net.Dispose();
        Assert.All(net.parameters(), parameter => Assert.True(parameter.IsInvalid));
    }

    [Fact]
    public void SequentialDisposesWhatPassesBetweenItsModulesAndNothingElse()
    {
        var made = new List<Tensor>();
        using var net = Sequential(Linear(2, 3), ReLU(), Linear(3, 2));
        foreach (var module in net.children().Cast<Module<Tensor, Tensor>>())
            module.register_forward_hook((_, _, y) =>
            {
                made.Add(y);
                return y;
            });
        var x = ones(1, 2, requires_grad: true);
        var result = net.call(x);
        Assert.Equal([true, true, false], made.Select(tensor => tensor.IsInvalid));
        result.sum().backward();
        Assert.NotNull(x.grad);
        Assert.Equal(3, net.Count);
        Assert.Equal(2, net[1..].Count);
    }

    [Fact]
    public void AListKeepsItsModulesNamedByPlace()
    {
        Engine.OnlyOurs("registers a list's modules when the list becomes part of a module, and only the first ones");
        using var list = ModuleList<Linear>(Linear(1, 2), Linear(2, 3), Linear(3, 4));
        list.RemoveAt(1);
        list.append(Linear(4, 5, hasBias: false));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "2.weight"], list.named_parameters().Select(pair => pair.name));
        Assert.Equal(4, list[1].out_features);
    }

    [Fact]
    public void NamesAreUniqueAndWithoutDots()
    {
        using var net = new Net();
        Assert.Throws<InvalidOperationException>(() => net.register_module("inner", ReLU()));
        if (Engine.IsOurs) // Theirs checks the names of modules alone.
            Assert.Throws<ArgumentException>(() => net.register_buffer("a.b", ones(1)));
        using var relu = ReLU();
        Assert.Throws<InvalidOperationException>(() => relu.register_parameter("a", Parameter(ones(1))));
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        public readonly Parameter scale = Parameter(ones(1));
        public readonly Tensor mean = zeros(3);
        public readonly Linear inner = Linear(3, 4);
        public readonly Sequential tail = Sequential(Linear(4, 1, hasBias: false), ReLU());

        public Net()
            : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input) => scale * tail.call(inner.call(input - mean));
    }
}
