using System.Runtime.InteropServices;
using TorchSharp;
using Tortue.Tensors.Tests.Autograd;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Tortue.Tensors.Tests.nn;

/// <summary>Margins, images of another size, and windows as columns of a matrix.</summary>
public class ImageSizeTests
{
    private static readonly Tensor Image = Golden.GoldenGradients.Numbers(0.37, 2, 2, 4, 5);

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["pad"] = x => pad(x, (1, -1, 2, 0), value: 3),
        ["pad, mirrored"] = x => pad(x, (1, 2, 3, 0), PaddingModes.Reflect),
        ["pad, closed to a circle"] = x => pad(x, (1, 2, 3, 0), PaddingModes.Circular),
        ["bilinear"] = x => interpolate(x, [7, 3], mode: InterpolationMode.Bilinear),
        ["bilinear, corners aligned"] = x => interpolate(x, null, [0.6, 1.7], InterpolationMode.Bilinear, true),
        ["nearest"] = x => interpolate(x, [3, 9]),
        ["unfold"] = x => unfold(x, (2, 3), (1, 2), (1, 0), (2, 1)),
        ["view of windows"] = x => x.unfold(2, 3, 1),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsAreFiniteDifferences(string name) => GradientCheck.Run(Functions[name], Image);

    [Fact]
    public void KernelsTimesWindowsAreTheConvolution()
    {
        manual_seed(3);
        var (x, w) = (randn([2, 3, 7, 6], float64), randn([4, 3, 3, 2], float64));
        var columns = unfold(x, (3, 2), padding: (1, 1), stride: (2, 1));
        var product = w.reshape(4, -1).matmul(columns).reshape(2, 4, 4, 7);
        Assert.True(product.allclose(conv2d(x, w, strides: [2, 1], padding: [1, 1]), 1e-12, 1e-12));
    }

    [Fact]
    public void AStraightLineStaysOneBetweenItsEnds()
    {
        var ramp = linspace(0, 1, 9, float64).reshape(1, 1, 9);
        var longer = interpolate(ramp, [33], mode: InterpolationMode.Linear, align_corners: true);
        Assert.True(longer.reshape(-1).allclose(linspace(0, 1, 33, float64), 1e-14, 1e-14));
    }

    [Fact]
    public void AViewOfWindowsSharesItsMemory()
    {
        var x = arange(6, float64);
        var windows = x.unfold(0, 3, 2);
        x[2] = tensor(-1.0);
        Assert.Equal([0.0, 1, -1, -1, 3, 4], windows.contiguous().data<double>().ToArray());
    }

    [Fact]
    public void TheNumberOfThreadsChangesNoBit()
    {
        manual_seed(6);
        var x = randn(4, 30, 16, 16);
        Assert.Equal(Run(1), Run(3));

        float[] Run(int threads)
        {
            int before = torch.get_num_threads();
            torch.set_num_threads(threads);
            try
            {
                var input = x.clone().requires_grad_();
                var y = interpolate(input, [23, 9], mode: InterpolationMode.Bilinear);
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
    public void ModulesSayWhatTheyDo()
    {
        Engine.OnlyOurs("prints the name of the type");
        Assert.Equal("ReflectionPad2d((1, 2, 3, 4))", torch.nn.ReflectionPad2d((1, 2, 3, 4)).ToString());
        Assert.Equal("ConstantPad1d((2, 2), value=1.5)", torch.nn.ConstantPad1d(2, 1.5).ToString());
        Assert.Equal("Upsample(size=(8, 8), mode=bilinear)", torch.nn.Upsample([8, 8], mode: UpsampleMode.Bilinear).ToString());
        Assert.Equal("Unfold(kernel_size=(2, 2), dilation=(1, 1), padding=(0, 0), stride=(1, 1))", torch.nn.Unfold(2).ToString());
    }

    public static TheoryData<string, Action> Mistakes => new()
    {
        { "Padding length must be divisible by 2", () => pad(Image, [1, 2, 3]) },
        { "Padding length too large", () => pad(Image, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) },
        {
            "Padding size should be less than the corresponding input dimension, but got: padding (5, 0) at dimension 3 of input " +
            "[2, 2, 4, 5]", () => pad(Image, (5, 0, 0, 0), PaddingModes.Reflect)
        },
        { "Padding value causes wrapping around more than once.", () => pad(Image, (6, 0, 0, 0), PaddingModes.Circular) },
        {
            "Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now",
            () => pad(Image, (1, 1), PaddingModes.Replicate)
        },
        {
            "The input size 5, plus negative padding -3 and -3, resulted in a negative output size, which is invalid. Check dimension 3 " +
            "of your input.", () => pad(Image, (-3, -3))
        },
        { "either size or scale_factor should be defined", () => interpolate(Image) },
        { "only one of size or scale_factor should be defined", () => interpolate(Image, [2, 2], [2, 2]) },
        { "Input and output sizes should be greater than 0, but got input (4 x 5) output (0 x 2)", () => interpolate(Image, [0, 2]) },
        {
            "align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear",
            () => interpolate(Image, [2, 2], align_corners: true)
        },
        { "Got 4D input, but linear mode needs 3D input", () => interpolate(Image, [2, 2], mode: InterpolationMode.Linear) },
        {
            "\"compute_indices_weights_linear\" not implemented for 'Long'",
            () => interpolate(Image.to_type(int64), [2, 2], mode: InterpolationMode.Bilinear)
        },
        {
            "Given input with spatial size (4, 5), kernel_size=(6, 6), dilation=(1, 1), padding=(0, 0), calculated shape of the array of " +
            "sliding blocks as (-1, 0), but its components must be at least one.", () => unfold(Image, 6)
        },
        { "stride should be greater than zero, but got stride_height: 0 stride_width: 0", () => unfold(Image, 2, stride: 0) },
        { "maximum size for tensor at dimension 2 is 4 but size is 6", () => Image.unfold(2, 6, 1) },
        { "step is 0 but must be > 0", () => Image.unfold(2, 2, 0) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakesAreExplainedInPyTorchsWords(string message, Action mistake) =>
        Engine.Says(message, Assert.Throws<ExternalException>(mistake));

    [Fact]
    public void WhatThisEngineHasNotSaysWhatToUse()
    {
        Engine.OnlyOurs("has it, or refuses in other words");
        Assert.Contains("use mode Area", Assert.Throws<NotSupportedException>(() => interpolate(Image, [2, 2], antialias: true)).Words());
        var error = Assert.Throws<NotSupportedException>(() => interpolate(Image, [2, 2], mode: InterpolationMode.Bicubic));
        Assert.Contains("use Bilinear", error.Words());
    }
}
