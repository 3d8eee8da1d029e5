using TorchSharp;
using Tortue.Tensors.Tests.Autograd;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Tortue.Tensors.Tests.nn;

/// <summary>Collections of modules, embeddings, and what further layers refuse.</summary>
public class FurtherModuleTests
{
    private static readonly Tensor A = Golden.GoldenGradients.Numbers(0.37, 2, 4, 5);

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["selu"] = x => selu(x),
        ["hardswish"] = x => hardswish(x * 2),
        ["glu"] = x => glu(x, 1),
        ["group norm"] = x => group_norm(x, 2),
        ["instance norm"] = x => instance_norm(x),
        ["cosine"] = x => cosine_similarity(x, x.sin(), 2),
        ["normalize"] = x => normalize(x),
        ["cdist"] = x => cdist(x, x.cos().narrow(1, 0, 3)),
        ["huber"] = x => huber_loss(x, x.sin() * 2, 0.3),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsAreFiniteDifferences(string name) => GradientCheck.Run(Functions[name], A);

    [Fact]
    public void ADictionaryOfModulesKeepsTheirNamesAndOrder()
    {
        Engine.OnlyOurs("registers a dictionary's modules when the dictionary becomes part of a module");
        using var first = torch.nn.Linear(2, 3);
        using var last = torch.nn.Linear(3, 1, hasBias: false);
        using var modules = torch.nn.ModuleDict(("first", first), ("last", last));
        Assert.Equal(["first.weight", "first.bias", "last.weight"], modules.named_parameters().Select(p => p.name));
        Assert.Equal(["first", "last"], modules.keys());
        Assert.Equal(["first", "last"], modules.named_children().Select(c => c.name));
        Assert.Same(last, modules["last"]);
        Assert.Same(first, modules[0].Item2);
        Assert.True(modules.TryGetValue("first", out var found));
        Assert.Same(first, found);
        Assert.False(modules.TryGetValue("other", out _));

        Assert.True(modules.Remove("first"));
        Assert.False(modules.Remove("first"));
        modules["middle"] = first;
        Assert.Equal(["last", "middle"], modules.Keys);
        Assert.Equal(["last.weight", "middle.weight", "middle.bias"], modules.state_dict().Keys);
        Assert.StartsWith(
            "There is a module called 'last' already.", Assert.Throws<ArgumentException>(() => modules.Add("last", first)).Message);
        Assert.Equal("There is no module called 'none'.", Assert.Throws<KeyNotFoundException>(() => modules["none"]).Message);
        var copies = new (string, TorchSharp.Modules.Linear)[2];
        modules.CopyTo(copies, 0);
        Assert.Equal([("last", last), ("middle", first)], copies);
        modules.Clear();
        Assert.Empty(modules.parameters());
    }

    [Fact]
    public void ATableKeepsItsPaddingAndItsLimit()
    {
        using var table = torch.nn.Embedding(4, 3, padding_idx: -1, max_norm: 0.5);
        Assert.Equal([0f, 0, 0], table.weight![3].detach().data<float>().ToArray());
        table.call(tensor(new long[] { 0, 3, 3 })).sum().backward();
        Assert.Equal([1f, 0, 0, 0], table.weight.grad!.select(1, 0).data<float>().ToArray());
        Assert.True(table.weight[0].norm().item<float>() <= 0.5f);
        Assert.True(table.weight[1].norm().item<float>() > 0.5f || table.weight[2].norm().item<float>() > 0.5f);
    }

    public static TheoryData<string, Action> Mistakes => new()
    {
        { "index out of range in self", () => torch.nn.Embedding(4, 3).call(tensor(new long[] { 4 })) },
        {
            "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got Float instead " +
            "(while checking arguments for embedding)", () => torch.nn.Embedding(4, 3).call(zeros(2))
        },
        { "Class values must be non-negative.", () => one_hot(tensor(new long[] { 0, -1 })) },
        { "Class values must be smaller than num_classes.", () => one_hot(tensor(new long[] { 0, 2 }), 2) },
        { "Halving dimension must be even, but dimension 2 is size 5", () => glu(A) },
        {
            "Expected number of channels in input to be divisible by num_groups, but got input of shape [2, 4, 5] and num_groups=3",
            () => group_norm(A, 3)
        },
        { "all elements of input should be between 0 and 1", () => binary_cross_entropy(A, A) },
        {
            "Using a target size ([4, 5]) that is different to the input size ([2, 4, 5]) is deprecated. Please ensure they have the " +
            "same size.", () => binary_cross_entropy(A, A[0])
        },
        { "huber_loss does not support non-positive values for delta.", () => huber_loss(A, A, 0) },
        {
            "Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: [1, 2, 4, 5]",
            () => conv1d(A.unsqueeze(0), zeros(1, 4, 2))
        },
        {
            "Given groups=1, weight of size [1, 3, 2], expected input[2, 4, 5] to have 3 channels, but got 4 channels instead",
            () => conv1d(A, zeros([1, 3, 2], float64))
        },
        {
            "Calculated padded input size per channel: (5). Kernel size: (6). Kernel size can't be greater than actual input size",
            () => conv1d(A, zeros([1, 4, 6], float64))
        },
        { "X1 and X2 must have the same number of columns. X1: 5 X2: 4", () => cdist(A, A.transpose(1, 2)) },
        { "var has negative entry/entries", () => gaussian_nll_loss(A, A, A) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakesAreExplainedInPyTorchsWords(string message, Action mistake) =>
        Engine.Says(message, Assert.ThrowsAny<Exception>(mistake));
}
