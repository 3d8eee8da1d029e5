using System.Runtime.InteropServices;
using TorchSharp;
using Tortue.Tensors.Tests.Autograd;
using Xunit;
using static TorchSharp.torch;
using static Tortue.Tensors.Tests.nn.NetworkValues;

namespace Tortue.Tensors.Tests.nn;

[Collection(RandomNumbersCollection.Name)]
public class Conv2dTests
{
    private static readonly Dictionary<string, (int Seed, Func<TorchSharp.Modules.Conv2d> Make)> Layers = new()
    {
        ["plain"] = (0, () => torch.nn.Conv2d(4, 3, 3)),
        ["all"] = (1, () => torch.nn.Conv2d(4, 6, (3, 2), stride: (2, 1), padding: (1, 2), dilation: (1, 2), groups: 2, bias: false)),
        ["same"] = (2, () => torch.nn.Conv2d(4, 2, (4, 3), Padding.Same)),
        ["circular"] = (3, () => torch.nn.Conv2d(4, 2, 3, padding: 2, padding_mode: PaddingModes.Circular)),
        ["reflect"] = (4, () => torch.nn.Conv2d(4, 2, (3, 3), stride: (2, 2), padding: (2, 1), padding_mode: PaddingModes.Reflect)),
        ["replicate"] = (5, () => torch.nn.Conv2d(4, 2, 3, padding: 1, padding_mode: PaddingModes.Replicate)),
        ["one image"] = (6, () => torch.nn.Conv2d(4, 2, 3)),
    };

    public static TheoryData<string> Names => [.. Layers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ParametersOutputAndGradientsArePyTorchs(string name)
    {
        var golden = Load("convolution")["convolutions"]![name]!;
        var (seed, make) = Layers[name];
        manual_seed(seed);
        using var layer = make();
        ModuleCheck.Run(golden, layer);
        if (Engine.IsOurs) // Theirs prints the name of the type.
            Assert.Equal((string)golden["text"]!, layer.ToString());
    }

    [Theory]
    [InlineData(1, 0, 1, 1)]
    [InlineData(2, 1, 1, 2)]
    [InlineData(1, 2, 2, 1)]
    public void GradientsAreFiniteDifferences(long stride, long padding, long dilation, long groups)
    {
        manual_seed(7);
        var (x, w, b) = (randn([2, 4, 5, 6], float64), randn([4, 4 / groups, 2, 3], float64), randn([4], float64));
        GradientCheck.Run(
            t => torch.nn.functional.conv2d(t[0], t[1], t[2], [stride], [padding], [dilation], groups), 1e-6, x, w, b);
    }

    [Fact]
    public void MarginsThatRepeatPixelsHaveTheirGradients()
    {
        foreach (var mode in new[] { PaddingModes.Circular, PaddingModes.Reflect, PaddingModes.Replicate })
        {
            using var layer = torch.nn.Conv2d(2, 2, 3, padding: 2, padding_mode: mode, dtype: float64);
            GradientCheck.Run(layer.call, randn([1, 2, 4, 5], float64));
        }
    }

    [Fact]
    public void AKernelOfOnePixelIsAnAffineMapOfTheChannels()
    {
        using var layer = torch.nn.Conv2d(5, 3, 1);
        var x = randn(2, 5, 4, 4);
        var mapped = torch.nn.functional.linear(x.permute(0, 2, 3, 1), layer.weight.view(3, 5), layer.bias).permute(0, 3, 1, 2);
        Assert.True((mapped - layer.call(x)).abs().max().item<float>() < 1e-5f);
    }

    [Fact]
    public void AnEmptyBatchGivesAnEmptyResultAndZeroGradients()
    {
        using var layer = torch.nn.Conv2d(2, 3, 3);
        var y = layer.call(zeros(0, 2, 5, 5));
        Assert.Equal([0, 3, 3, 3], y.shape);
        y.sum().backward();
        Assert.Equal(0f, layer.weight.grad!.abs().sum().item<float>());
    }

    [Fact]
    public void WhatAConvolutionIsMadeOfCanBeRead()
    {
        using var layer = torch.nn.Conv2d(4, 6, (3, 2), stride: (2, 1), padding: (1, 2), groups: 2);
        Assert.Equal([3, 2], layer.kernel_size);
        Assert.Equal([2, 1], layer.stride);
        Assert.Equal([1, 2], layer.padding!);
        Assert.Equal([1, 1], layer.dilation);
        Assert.Equal((4, 6, 2, false), (layer.in_channels, layer.out_channels, layer.groups, layer.transposed));
        Assert.Equal([6, 2, 3, 2], layer.weight.shape);
        Assert.Null(layer.padding_type);
    }

    public static TheoryData<string, Action> Mistakes => new()
    {
        {
            "Given groups=1, weight of size [3, 2, 3, 3], expected input[2, 4, 5, 5] to have 2 channels, but got 4 channels instead",
            () => Convolve([2, 4, 5, 5], [3, 2, 3, 3])
        },
        {
            "Calculated padded input size per channel: (5 x 5). Kernel size: (7 x 3). Kernel size can't be greater than actual input size",
            () => Convolve([2, 4, 5, 5], [3, 4, 7, 3])
        },
        {
            "Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [5, 5]",
            () => Convolve([5, 5], [3, 4, 3, 3])
        },
        {
            "Given weight of size [3, 4, 3, 3], expected bias to be 1-dimensional with 3 elements, but got bias of size [2] instead",
            () => torch.nn.functional.conv2d(zeros(2, 4, 5, 5), zeros(3, 4, 3, 3), zeros(2))
        },
        { "non-positive stride is not supported", () => torch.nn.functional.conv2d(zeros(2, 4, 5, 5), zeros(3, 4, 3, 3), strides: [0]) },
        { "negative padding is not supported", () => torch.nn.functional.conv2d(zeros(2, 4, 5, 5), zeros(3, 4, 3, 3), padding: [-1]) },
        {
            "expected stride to be a single integer value or a list of 2 values to match the convolution dimensions, but got " +
            "stride=[1, 1, 1]",
            () => torch.nn.functional.conv2d(zeros(2, 4, 5, 5), zeros(3, 4, 3, 3), strides: [1, 1, 1])
        },
        {
            "Input type (float) and bias type (double) should be the same",
            () => torch.nn.functional.conv2d(zeros(2, 4, 5, 5), zeros(3, 4, 3, 3), zeros([3], float64))
        },
        {
            "Padding value causes wrapping around more than once.",
            () => torch.nn.Conv2d(4, 4, 3, padding: 6, padding_mode: PaddingModes.Circular).call(zeros(2, 4, 5, 5))
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakesAreExplainedInPyTorchsWords(string message, Action mistake) =>
        Engine.Says(message, Assert.Throws<ExternalException>(mistake));

    [Fact]
    public void GroupsThatDoNotDivideTheChannelsAreRefused()
    {
        Engine.OnlyOurs("finds out when it computes");
        Assert.Equal("out_channels must be divisible by groups",
            Assert.Throws<ArgumentException>(() => torch.nn.Conv2d(4, 3, 3, groups: 2)).Words());
        Assert.Equal("padding='same' is not supported for strided convolutions",
            Assert.Throws<ArgumentException>(() => torch.nn.Conv2d(4, 4, 3, Padding.Same, stride: 2)).Words());
    }

    private static void Convolve(long[] image, long[] kernel) => torch.nn.functional.conv2d(zeros(image), zeros(kernel));
}
