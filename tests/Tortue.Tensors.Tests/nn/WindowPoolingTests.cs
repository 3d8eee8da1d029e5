using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using Tortue.Tensors.Tests.Autograd;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Tortue.Tensors.Tests.nn;

/// <summary>The largest pixels and the averages of windows that slide over images.</summary>
public class WindowPoolingTests
{
    private static readonly Tensor Image = Golden.GoldenGradients.Numbers(0.37, 2, 2, 5, 6);

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["max"] = x => max_pool2d(x, 2),
        ["max, overlapping"] = x => max_pool2d(x, 3, 2, 1),
        ["max, dilated"] = x => max_pool2d(x, (2, 3), (1, 2), (1, 1), (2, 1)),
        ["average"] = x => avg_pool2d(x, 2),
        ["average, overlapping"] = x => avg_pool2d(x, (3, 2), (1, 2), (1, 1)),
        ["average, ceiling, inside"] = x => avg_pool2d(x, 2, 3, 1, true, false),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsAreFiniteDifferences(string name) => GradientCheck.Run(Functions[name], Image);

    [Fact]
    public void VectorsGiveWhatSingleWindowsGive() =>
        Prop.ForAll(
            Gen.Choose(1, 40).Four()
                .Select(n => (Width: n.Item1 + 4, Kernel: (n.Item2 % 4) + 1, Stride: (n.Item3 % 4) + 1, Dilation: (n.Item4 % 2) + 1))
                .Where(n => n.Dilation * (n.Kernel - 1) < n.Width).ToArbitrary(),
            n =>
            {
                var x = randn(2, 1, n.Width);
                var padding = n.Kernel / 2;
                var values = max_pool1d(x, n.Kernel, n.Stride, padding, n.Dilation);
                var (located, places) = max_pool1d_with_indices(x, n.Kernel, n.Stride, padding, n.Dilation);
                return values.Equals(located) && x.gather(2, places).Equals(values);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheNumberOfThreadsChangesNoBit()
    {
        manual_seed(5);
        var x = randn(8, 24, 20, 20);
        Assert.Equal(Run(1), Run(3));

        float[] Run(int threads)
        {
            int before = get_num_threads();
            set_num_threads(threads);
            try
            {
                var input = x.clone().requires_grad_();
                var y = max_pool2d(input, 3, 2, 1) + avg_pool2d(input, 3, 2, 1);
                (y * y.sin()).sum().backward();
                return [.. y.data<float>().ToArray(), .. input.grad!.data<float>().ToArray()];
            }
            finally
            {
                set_num_threads(before);
            }
        }
    }

    [Fact]
    public void AnEmptyBatchGivesAnEmptyBatch()
    {
        var x = zeros(0, 3, 4, 4).requires_grad_();
        var y = max_pool2d(x, 2) + avg_pool2d(x, 2);
        Assert.Equal([0, 3, 2, 2], y.shape);
        y.sum().backward();
        Assert.Equal([0, 3, 4, 4], x.grad!.shape);
    }

    [Fact]
    public void ModulesPrintAsPyTorchs()
    {
        Engine.OnlyOurs("prints the name of the type");
        Assert.Equal(
            "MaxPool2d(kernel_size=(2, 3), stride=1, padding=1, dilation=1, ceil_mode=False)",
            torch.nn.MaxPool2d((2, 3), (1, 1), (1, 1)).ToString());
        Assert.Equal("AvgPool2d(kernel_size=3, stride=2, padding=1)", torch.nn.AvgPool2d(3, 2, 1).ToString());
        Assert.Equal("MaxPool1d(kernel_size=3, stride=3, padding=0, dilation=1, ceil_mode=False)", torch.nn.MaxPool1d(3).ToString());
        Assert.Equal("AvgPool1d(kernel_size=(3,), stride=(3,), padding=(0,))", torch.nn.AvgPool1d(3).ToString());
        Assert.Equal("AdaptiveMaxPool2d(output_size=(2, 3))", torch.nn.AdaptiveMaxPool2d([2, 3]).ToString());
    }

    public static TheoryData<string, Action> Mistakes => new()
    {
        { "stride should not be zero", () => max_pool2d(Image, 0) },
        { "stride should not be zero", () => avg_pool2d(Image, 2, 0) },
        { "dilation should be greater than zero, but got dilationH: 0 dilationW: 0", () => max_pool2d(Image, 2, 2, 0, 0) },
        { "pad should be at most half of kernel size, but got pad=2 and kernel_size=2", () => max_pool2d(Image, 2, 2, 2) },
        { "pad must be non-negative, but got pad: -1", () => avg_pool2d(Image, 2, 2, -1) },
        {
            "Given input size: (2x5x6). Calculated output size: (2x0x0). Output size is too small",
            () => max_pool2d(Image, 7)
        },
        {
            "Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:[5, 6]",
            () => avg_pool2d(Image[0, 0], 2)
        },
        {
            "Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:[2, 0, 4, 4]",
            () => max_pool2d(zeros(2, 0, 4, 4), 2)
        },
        { "\"max_pool2d\" not implemented for 'Long'", () => max_pool2d(Image.to_type(int64), 2) },
        { "\"avg_pool2d\" not implemented for 'Int'", () => avg_pool2d(Image.to_type(int32), 2) },
        { "max_pool2d: kernel_size must either be a single int, or a tuple of two ints", () => max_pool2d(Image, [2, 2, 2]) },
        {
            "avg_pool2d: stride must either be omitted, a single int, or a tuple of two ints",
            () => avg_pool2d(Image, [2, 2], [2, 2, 2])
        },
        {
            "max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:[2, 2, 5, 6]",
            () => max_pool1d(Image, 2)
        },
        { "adaptive_max_pool2d(): Expected 3D or 4D tensor, but got: [5, 6]", () => adaptive_max_pool2d(Image[0, 0], [2, 2]) },
        { "Trying to create tensor with negative dimension -1: [2, 2, -1, 2]", () => adaptive_max_pool2d(Image, [-1, 2]) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakesAreExplainedInPyTorchsWords(string message, Action mistake) =>
        Engine.Says(message, Assert.Throws<ExternalException>(mistake));
}
