using System.Runtime.InteropServices;
using TorchSharp;
using Tortue.Tensors.Tests.Autograd;
using Xunit;
using static TorchSharp.torch;
using static Tortue.Tensors.Tests.nn.NetworkValues;

namespace Tortue.Tensors.Tests.nn;

/// <summary>Batch and layer normalisation and dropout, in training and in evaluation.</summary>
[Collection(RandomNumbersCollection.Name)]
public class NormalizationTests
{
    private static readonly Dictionary<string, (int Seed, Func<torch.nn.Module<Tensor, Tensor>> Make)> Layers = new()
    {
        ["images"] = (0, () => torch.nn.BatchNorm2d(3)),
        ["vectors"] = (1, () => torch.nn.BatchNorm1d(5, eps: 1e-3, momentum: 0.3)),
        ["sequences"] = (2, () => torch.nn.BatchNorm1d(2)),
        ["average"] = (3, PlainAverage),
        ["no factors"] = (4, () => torch.nn.BatchNorm2d(3, affine: false)),
        ["no statistics"] = (5, () => torch.nn.BatchNorm2d(3, track_running_stats: false)),
        ["layer"] = (6, () => torch.nn.LayerNorm(6)),
        ["layer of two"] = (7, () => torch.nn.LayerNorm([4, 3], eps: 1e-4)),
        ["layer no factors"] = (8, () => torch.nn.LayerNorm(6, elementwise_affine: false)),
        ["dropout"] = (9, () => torch.nn.Dropout(0.3)),
        ["channels"] = (10, () => torch.nn.Dropout2d()),
    };

    public static TheoryData<string> Names => [.. Layers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TrainingAndEvaluationArePyTorchs(string name)
    {
        var golden = Load("normalization")[name]!;
        var (seed, make) = Layers[name];
        manual_seed(seed);
        using var layer = make();
        foreach (var (_, parameter) in layer.named_parameters())
            torch.nn.init.uniform_(parameter, -1, 2);
        var x = golden["x"]!.ToTensor();
        layer.call((randn(x.shape) * 2) + 1);
        randn(x.shape).Dispose();

        ModuleCheck.Run(golden, layer, 5e-6);
        var buffers = layer.named_buffers().ToDictionary(b => b.name, b => b.buffer);
        Assert.Equal(golden["buffers"]!.AsObject().Select(b => b.Key).Order(), buffers.Keys.Order());
        foreach (var (key, expected) in golden["buffers"]!.AsObject())
            AssertClose(expected!, buffers[key], 1e-6, key);
        if (Engine.IsOurs) // Theirs prints the name of the type.
            Assert.Equal((string)golden["text"]!, layer.ToString());

        layer.eval();
        x.requires_grad_();
        var y = layer.call(x);
        AssertClose(golden["evaluated"]!, y, 2e-6, "evaluated");
        (y * arange(y.numel(), float32).view_as(y).cos()).sum().backward();
        AssertClose(golden["evaluated_grad"]!, x.grad, 2e-6, "gradient of evaluation");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GradientsOfBatchNormAreFiniteDifferences(bool training)
    {
        manual_seed(1);
        var (x, w, b) = (randn([3, 2, 2, 2], float64), randn([2], float64), randn([2], float64));
        var (mean, variance) = (tensor([0.3, -0.2]), tensor([0.5, 2.0]));
        GradientCheck.Run(
            t => torch.nn.functional.batch_norm(t[0], mean.clone(), variance.clone(), t[1], t[2], training), 1e-5, x, w, b);
    }

    [Fact]
    public void GradientsOfLayerNormAreFiniteDifferences()
    {
        manual_seed(2);
        var (x, w, b) = (randn([3, 2, 4], float64), randn([2, 4], float64), randn([2, 4], float64));
        GradientCheck.Run(t => torch.nn.functional.layer_norm(t[0], [2, 4], t[1], t[2]), 1e-5, x, w, b);
    }

    [Theory]
    [InlineData(1, 3, 2)]
    [InlineData(5, 2, 3)]
    [InlineData(4, 2, 67)]
    [InlineData(3, 5, 160)]
    [InlineData(70, 3, 1)]
    public void EveryWidthOfRegisterGivesTheSumsOfTheDefinition(int images, int channels, int pixels) => Engine.AtEveryWidth(() =>
    {
        manual_seed(images);
        var (x, g) = (randn([images, channels, pixels], float64) + 30, randn([images, channels, pixels], float64));
        var (w, b) = (randn([channels], float64), randn([channels], float64));
        var expected = Run(x, g, w, b, ByDefinition);
        var actual = Run(x, g, w, b, Normalized);
        var single = Run(x.@float(), g.@float(), w.@float(), b.@float(), Normalized);
        for (int i = 0; i < expected.Length; i++)
        {
            var size = expected[i].abs().max().item<double>() + 1;
            Assert.InRange((expected[i] - actual[i]).abs().max().item<double>(), 0, 1e-11 * size);
            // Numbers around 30 have the last bit of 2 · 10⁻⁶ in float32.
            Assert.InRange((expected[i] - single[i]).abs().max().item<double>(), 0, 1e-4 * size);
        }

        static Tensor Normalized(Tensor x, Tensor w, Tensor b) =>
            torch.nn.functional.batch_norm(x, null, null, w, b, training: true, eps: 1e-3);

        static Tensor ByDefinition(Tensor x, Tensor w, Tensor b)
        {
            var distance = x - x.mean([0, 2], keepdim: true);
            var variance = distance.mul(distance).mean([0, 2], keepdim: true);
            return (distance / (variance + 1e-3).sqrt() * w.view(1, -1, 1)) + b.view(1, -1, 1);
        }

        static Tensor[] Run(Tensor x, Tensor g, Tensor w, Tensor b, Func<Tensor, Tensor, Tensor, Tensor> layer)
        {
            Tensor[] inputs = [x.clone().requires_grad_(), w.clone().requires_grad_(), b.clone().requires_grad_()];
            var y = layer(inputs[0], inputs[1], inputs[2]);
            return [y.detach(), .. autograd.grad([y], inputs, [g])];
        }
    });

    [Fact]
    public void MomentsOfNumbersFarFromZeroKeepTheirDigits() => Engine.AtEveryWidth(() =>
    {
        var x = (arange(4096, float32) % 16).view(4, 1, 1024) + 4096;
        var (mean, variance) = (zeros(1), zeros(1));
        torch.nn.functional.batch_norm(x, mean, variance, training: true, momentum: 1);
        Assert.Equal(4103.5f, mean.item<float>());
        Assert.Equal(21.25f * 4096 / 4095, variance.item<float>(), 1e-4f);
    });

    [Fact]
    public void TheNumberOfThreadsChangesNoBit()
    {
        var x = randn(8, 24, 20, 20);
        Assert.Equal(Run(1), Run(3));

        float[] Run(int threads)
        {
            int before = torch.get_num_threads();
            torch.set_num_threads(threads);
            try
            {
                var input = x.clone().requires_grad_();
                var y = torch.nn.functional.batch_norm(input, null, null, training: true);
                (y * y.sin()).sum().backward();
                return [.. y.data<float>().ToArray(), .. input.grad!.data<float>().ToArray()];
            }
            finally
            {
                torch.set_num_threads(before);
            }
        }
    }

    [Fact]
    public void ResetForgetsWhatWasAveraged()
    {
        using var layer = torch.nn.BatchNorm2d(2);
        layer.call(randn(3, 2, 4, 4) + 5);
        Assert.Equal(1, layer.num_batches_tracked!.item<long>());
        layer.reset_running_stats();
        Assert.Equal([0f, 0f], layer.running_mean!.data<float>().ToArray());
        Assert.Equal([1f, 1f], layer.running_var!.data<float>().ToArray());
        Assert.Equal(0, layer.num_batches_tracked.item<long>());
    }

    [Fact]
    public void DropoutCanChangeItsInput()
    {
        manual_seed(3);
        var x = ones(1000);
        var y = torch.nn.functional.dropout(x, 0.25, inplace: true);
        Assert.Equal(x.data<float>().ToArray(), y.data<float>().ToArray());
        Assert.All(x.data<float>().ToArray(), value => Assert.True(value == 0 || value == 1 / 0.75f));
        Assert.InRange((x == 0).sum().item<long>(), 200, 300);
        Assert.Equal(0f, torch.nn.functional.dropout(ones(9), 1).sum().item<float>());
    }

    [Fact]
    public void FlattenKeepsTheBatch()
    {
        using var layer = torch.nn.Flatten();
        Assert.Equal([2, 60], layer.call(zeros(2, 3, 4, 5)).shape);
        if (Engine.IsOurs) // Theirs prints the name of the type.
            Assert.Equal("Flatten(start_dim=1, end_dim=-1)", layer.ToString());
    }

    public static TheoryData<string, Action> Mistakes => new()
    {
        { "running_mean should contain 4 elements not 3", () => torch.nn.BatchNorm2d(3).call(zeros(2, 4, 5, 5)) },
        { "expected 4D input, but got 3D input.", () => torch.nn.BatchNorm2d(4).call(zeros(4, 5, 5)) },
        { "expected 2D or 3D input, but got 4D input.", () => torch.nn.BatchNorm1d(4).call(zeros(2, 4, 5, 5)) },
        {
            "Given normalized_shape=[4], expected input with shape [*, 4], but got input of size[2, 4, 5, 5]",
            () => torch.nn.functional.layer_norm(zeros(2, 4, 5, 5), [4])
        },
        {
            "Expected weight to be of same shape as normalized_shape, but got weight of shape [4] and normalized_shape = [5]",
            () => torch.nn.functional.layer_norm(zeros(2, 5), [5], zeros(4))
        },
        { "dropout probability has to be between 0 and 1, but got 1.5", () => torch.nn.functional.dropout(zeros(3), 1.5) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakesAreExplainedInPyTorchsWords(string message, Action mistake)
    {
        var error = Assert.ThrowsAny<Exception>(mistake);
        Assert.True(error is ExternalException or ArgumentException);
        Assert.StartsWith(message, error.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void OneValueAChannelIsTooFewToTrainOn()
    {
        Engine.OnlyOurs("returns zeros, where PyTorch refuses");
        var error = Assert.Throws<ArgumentException>(() => torch.nn.BatchNorm1d(4).call(zeros(1, 4)));
        Assert.StartsWith("Expected more than 1 value per channel when training, got input size [1, 4]", error.Words(),
            StringComparison.Ordinal);
    }

    private static torch.nn.Module<Tensor, Tensor> PlainAverage()
    {
        var layer = torch.nn.BatchNorm2d(3);
        layer.momentum = null;
        return layer;
    }
}
