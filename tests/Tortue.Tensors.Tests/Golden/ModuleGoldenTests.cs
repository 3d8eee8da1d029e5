using System.Text.Json;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static Tortue.Tensors.Tests.Golden.GoldenGradients;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>Further layers and losses, with their gradients, against PyTorch: as functions and as modules.</summary>
[Collection(Tests.nn.RandomNumbersCollection.Name)]
public class ModuleGoldenTests
{
    private static readonly Tensor Wide = cat([linspace(-8, 8, 33, dtype: float64), tensor(new[] { -1000.0, 0.3f, 1000 })]);
    private static readonly Tensor A = Numbers(0.37, 2, 4, 5);
    private static readonly Tensor M = Numbers(0.7, 4, 6);
    private static readonly Tensor X = Numbers(0.37, 4, 6);
    private static readonly Tensor Y = Numbers(0.81, 4, 6);
    private static readonly Tensor Factors = Numbers(0.4, 4);
    private static readonly Tensor Shifts = Numbers(0.6, 4);
    private static readonly Tensor Signs = tensor(new[] { 1.0, -1, 1, -1 });
    private static readonly Tensor Grid = tensor(new[,] { { 1.0, -1, 1 }, { -1, -1, 1 } }).repeat(2, 2);
    private static readonly Tensor P = (Numbers(0.13, 4, 6) + 1.5) / 3;
    private static readonly Tensor T = (Y + 1.5) / 3;
    private static readonly Tensor W = Numbers(0.5, 6) + 2;
    private static readonly Tensor Edge = tensor(new[] { 0.0, 1, 0.5, 1, 0, 1e-7 });
    private static readonly Tensor EdgeTarget = tensor(new[] { 0.0, 1, 0, 0, 1, 1 });

    private static readonly Dictionary<string, (Func<Tensor[], Tensor>[] Functions, Tensor[] Inputs)> Cases = Listed();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheResultAndItsGradientArePyTorchs(string name)
    {
        Engine.OnlyOurs(
            name,
            ("hardtanh", "does not keep to the bounds"),
            ("mish", "changes in place what the gradient needs"),
            ("group images", "leaves weight and bias at what was in memory"),
            ("embedding", "doubles the gradient of a given table"),
            ("gaussian", "sums over dimensions, and divides by too little"));
        var (functions, inputs) = Cases[name];
        foreach (var function in functions)
            Check(Golden("cases").GetProperty(name), function, 1e-7, inputs);
    }

    [Fact]
    public void EveryValueOfPyTorchsIsCompared() =>
        Assert.Equal(Golden("cases").EnumerateObject().Select(o => o.Name).Order(), Cases.Keys.Order());

    [Fact]
    public void ModulesPrintAsPyTorchs()
    {
        Engine.OnlyOurs("prints the name of the type");
        Module[] modules =
        [
            Conv1d(3, 4, 5), Conv1d(4, 6, 3, 2, 1, 2, PaddingModes.Reflect, 2, false), Embedding(7, 3), Embedding(7, 3, 2), GroupNorm(2, 4),
            InstanceNorm1d(3), InstanceNorm2d(3, affine: true, track_running_stats: true), CELU(), Hardtanh(), SELU(true), GLU(),
            AlphaDropout(0.2), Dropout1d(), Dropout3d(0.25), AdaptiveAvgPool1d(3),
        ];
        Assert.Equal(Golden("text").EnumerateArray().Select(text => text.GetString()), modules.Select(module => module.ToString()));
    }

    [Fact]
    public void ASeedGivesPyTorchsLayers()
    {
        Compare("Conv1d", () => Conv1d(3, 2, 3, padding: 1, padding_mode: PaddingModes.Circular), () => randn(2, 3, 6));
        Compare("Embedding", () => Embedding(5, 3, 1), () => tensor(new long[] { 1, 3, 0 }));
        Compare("AlphaDropout", () => AlphaDropout(0.3), () => randn(4, 5));
        Compare("Dropout1d", () => Dropout1d(), () => randn(3, 4, 2));
        Compare("Dropout3d", () => Dropout3d(), () => randn([2, 5, 1, 2, 1]));

        static void Compare(string name, Func<Module<Tensor, Tensor>> make, Func<Tensor> inputs)
        {
            manual_seed(11);
            using var layer = make();
            var expected = Golden("layers").GetProperty(name);
            foreach (var (key, value) in layer.state_dict())
                GoldenValues.Compare(expected.GetProperty(key), value, 1e-6);
            GoldenValues.Compare(expected.GetProperty("result"), layer.call(inputs()), 1e-6);
        }
    }

    [Fact]
    public void RunningStatisticsOfInstancesArePyTorchs()
    {
        using var layer = InstanceNorm2d(2, affine: true, track_running_stats: true);
        layer.call(Numbers(0.37, 2, 2, 2, 3).to_type(float32));
        layer.call(Numbers(0.9, 2, 2, 2, 3).to_type(float32) * 2);
        foreach (var (name, value) in layer.state_dict())
            GoldenValues.Compare(Golden("running").GetProperty(name), value, 1e-6);
        layer.eval();
        GoldenValues.Compare(Golden("running").GetProperty("result"), layer.call(Numbers(0.37, 2, 2, 2, 3).to_type(float32)), 1e-6);
    }

    private static JsonElement Golden(string part) => GoldenValues.Load("modules.json").GetProperty(part);

    private static Dictionary<string, (Func<Tensor[], Tensor>[] Functions, Tensor[] Inputs)> Listed()
    {
        var cases = new Dictionary<string, (Func<Tensor[], Tensor>[] Functions, Tensor[] Inputs)>
        {
            ["selu"] = ([x => functional.selu(x[0]), x => SELU().call(x[0]), x => SELU(true).call(x[0] * 1)], [Wide]),
            ["celu"] = ([x => x[0].celu(), x => CELU().call(x[0]), x => (x[0] * 1).celu_()], [Wide]),
            ["celu alpha"] = ([x => functional.celu(x[0], 0.4), x => CELU(0.4, true).call(x[0] * 1)], [Wide]),
            ["hardtanh"] = ([x => functional.hardtanh(x[0]), x => Hardtanh().call(x[0])], [Wide]),
            ["hardtanh bounds"] = ([x => x[0].hardtanh(-0.5, 3), x => Hardtanh(-0.5, 3, true).call(x[0] * 1)], [Wide]),
            ["relu6"] = ([x => functional.relu6(x[0]), x => ReLU6().call(x[0]), x => ReLU6(true).call(x[0] * 1)], [Wide]),
            ["hardsigmoid"] = ([x => x[0].hardsigmoid(), x => Hardsigmoid().call(x[0]), x => Hardsigmoid(true).call(x[0] * 1)], [Wide]),
            ["hardswish"] = ([x => x[0].hardswish(), x => Hardswish().call(x[0]), x => Hardswish(true).call(x[0] * 1)], [Wide]),
            ["mish"] = ([x => functional.mish(x[0]), x => Mish().call(x[0]), x => Mish(true).call(x[0] * 1)], [Wide]),
            ["logsigmoid"] = ([x => functional.logsigmoid(x[0]), x => LogSigmoid().call(x[0])], [Wide]),
            ["threshold"] = (
                [x => functional.threshold(x[0], 0.5, -2), x => Threshold(0.5, -2).call(x[0]), x => (x[0] * 1).threshold_(0.5, -2)],
                [Wide]),
            ["glu"] = ([x => functional.glu(x[0], 1), x => GLU(1).call(x[0])], [A]),
            ["softmin"] = ([x => functional.softmin(x[0], 1), x => Softmin(1).call(x[0])], [A]),
            ["cosine"] = ([x => functional.cosine_similarity(x[0], x[1]), x => CosineSimilarity().call(x[0], x[1])], [X, Y]),
            ["cosine broadcast"] = ([x => functional.cosine_similarity(x[0], x[1], -1)], [A, Numbers(0.2, 5)]),
            ["normalize"] = ([x => functional.normalize(x[0])], [A]),
            ["normalize 1"] = ([x => functional.normalize(x[0], 1, 2)], [A]),
            ["normalize zero"] = ([x => functional.normalize(x[0] * 0, dim: 0)], [M]),
            ["distance"] = ([x => functional.pairwise_distance(x[0], x[1]), x => PairwiseDistance().call(x[0], x[1])], [X, Y]),
            ["distance 1"] = ([x => functional.pairwise_distance(x[0], x[1], 1, keepdim: true)], [X, Y]),
            ["cdist"] = ([x => cdist(x[0], x[1].narrow(0, 0, 3))], [X, Y]),
            ["cdist 3"] = ([x => cdist(x[0], x[1], 3)], [Numbers(0.37, 2, 3, 4), Numbers(0.9, 2, 2, 4)]),
            ["cdist itself"] = ([x => cdist(x[0], x[0])], [M]),
            ["cdist 1"] = ([x => cdist(x[0], x[1], 1)], [X, Y]),
            ["group"] = ([x => functional.group_norm(x[0], 2, x[1], x[2])], [A, Factors, Shifts]),
            ["group images"] = (
                [x => functional.group_norm(x[0], 3, eps: 1e-3), x => GroupNorm(3, 6, 1e-3, dtype: float64).call(x[0])],
                [Numbers(0.37, 2, 6, 2, 3)]),
            ["group of one"] = ([x => functional.group_norm(x[0], 1), x => GroupNorm(1, 4, affine: false).call(x[0])], [A]),
            ["instance"] = ([x => functional.instance_norm(x[0], weight: x[1], bias: x[2])], [A, Factors, Shifts]),
            ["instance images"] = (
                [x => functional.instance_norm(x[0]), x => InstanceNorm2d(3, affine: true, dtype: float64).call(x[0])],
                [Numbers(0.37, 2, 3, 2, 3)]),
            ["conv1d"] = (
                [x => functional.conv1d(x[0], x[1], x[2])], [Numbers(0.37, 2, 3, 7), Numbers(0.1, 4, 3, 3), Numbers(0.9, 4)]),
            ["conv1d all"] = (
                [x => functional.conv1d(x[0], x[1], null, 2, 3, 2, 2)], [Numbers(0.37, 2, 4, 9), Numbers(0.1, 6, 2, 3)]),
            ["conv1d one"] = ([x => functional.conv1d(x[0], x[1])], [Numbers(0.37, 3, 7), Numbers(0.1, 2, 3, 2)]),
            ["conv1d same"] = (
                [x => functional.conv1d_padding(x[0], x[1], padding: Padding.Same, dilation: 3), SameLayer],
                [Numbers(0.37, 1, 2, 8), Numbers(0.1, 2, 2, 4)]),
            ["embedding"] = ([x => Table(x[0], tensor(new long[,] { { 1, 3, 1 }, { 0, 2, 2 } }))], [M]),
            ["embedding padding"] = ([x => Table(x[0], tensor(new long[] { 3, 1, 3 }), -1)], [M]),
            ["embedding limit"] = ([x => Table(x[0], tensor(new[] { 1, 2, 1 }), limit: 1.5)], [M]),
            ["one hot"] = ([_ => functional.one_hot(tensor(new long[,] { { 2, 0 }, { 1, 1 } }))], []),
            ["one hot 5"] = ([_ => functional.one_hot(tensor(new long[] { 3, 0 }), 5)], []),
            ["adaptive average 1d"] = ([x => functional.adaptive_avg_pool1d(x[0], 3), x => AdaptiveAvgPool1d(3).call(x[0])], [A]),
        };
        foreach (var reduction in Enum.GetValues<Reduction>())
            AddLosses(cases, reduction);
        return cases;
    }

    private static void AddLosses(Dictionary<string, (Func<Tensor[], Tensor>[] Functions, Tensor[] Inputs)> cases, Reduction r)
    {
        Add("bce", [x => functional.binary_cross_entropy(x[0], x[1], null, r), x => BCELoss(null, r).call(x[0], x[1])], P, T);
        Add("bce weighted", [x => BCELoss(W, r).call(x[0], T)], P);
        Add("bce edge", [x => functional.binary_cross_entropy(x[0], EdgeTarget, reduction: r)], Edge);
        Add("huber", [x => functional.huber_loss(x[0], x[1], reduction: r), x => HuberLoss(reduction: r).call(x[0], x[1])], X, Y);
        Add("huber narrow", [x => functional.huber_loss(x[0], x[1], 0.3, r), x => HuberLoss(0.3, r).call(x[0], x[1])], X, Y);
        Add("ranking",
            [x => functional.margin_ranking_loss(x[0], x[1], Grid, 0.2, r), x => MarginRankingLoss(0.2, r).call(x[0], x[1], Grid)], X, Y);
        Add("hinge", [x => functional.hinge_embedding_loss(x[0], Grid, 0.7, r), x => HingeEmbeddingLoss(0.7, r).call(x[0], Grid)], X);
        Add("soft margin", [x => functional.soft_margin_loss(x[0], Grid, r), x => SoftMarginLoss(r).call(x[0], Grid)], X * 20);
        Add("cosine embedding",
            [x => functional.cosine_embedding_loss(x[0], x[1], Signs, 0.1, r), x => CosineEmbeddingLoss(0.1, r).call(x[0], x[1], Signs)],
            X, Y);
        Add("gaussian", [x => functional.gaussian_nll_loss(x[0], x[1], x[2], reduction: r)], X, Y, P);
        Add("gaussian full", [x => GaussianNLLLoss(true, 0.25f, r).call(x[0], Y, x[1].select(1, 0))], X, P);

        void Add(string name, Func<Tensor[], Tensor>[] functions, params Tensor[] inputs) =>
            cases[$"{name} {r.ToString().ToLowerInvariant()}"] = (functions, inputs);
    }

    private static Tensor SameLayer(Tensor[] x)
    {
        var layer = Conv1d(2, 2, 4, Padding.Same, dilation: 3, bias: false, dtype: float64);
        using (no_grad())
            layer.weight.copy_(x[1]);
        var result = layer.call(x[0]);
        // The layer's own kernels get a gradient; this one is about the input's, so the given kernels get theirs by the function.
        var given = functional.conv1d_padding(x[0].detach(), x[1], padding: Padding.Same, dilation: 3);
        return result + (given - given.detach());
    }

    // The layer has a parameter of its own. What its gradient is, the given vectors' becomes: the weights of the sum cancel out.
    private static Tensor Table(Tensor vectors, Tensor rows, long? padding = null, double? limit = null)
    {
        using var layer = Embedding_from_pretrained(vectors, freeze: false, padding_idx: padding, max_norm: limit);
        var result = layer.call(rows);
        var weights = arange(result.numel(), float64).mul(1.7).add(1).sin().reshape(result.shape);
        (result * weights).sum().backward();
        var change = (vectors * layer.weight!.grad!).sum() / weights.sum();
        return result.detach() + change - change.detach();
    }
}
