using System.Runtime.InteropServices;
using TorchSharp;
using Tortue.Tensors.Tests.Autograd;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.nn;

/// <summary>Averages over windows of images.</summary>
public class PoolingTests
{
    [Fact]
    public void EvenWindowsOverlapWhereTheyDoNotDivideTheImage()
    {
        var x = arange(10, float32).reshape(1, 2, 5);
        // Rows 0 and 1 together; columns 0-1, 1-3, 3-4: PyTorch's adaptive_avg_pool2d(x, (1, 3)) is [[3.0, 4.5, 6.0]].
        Assert.Equal([3f, 4.5f, 6f], torch.nn.functional.adaptive_avg_pool2d(x, (1, 3)).data<float>().ToArray());
        Assert.Equal(x.data<float>().ToArray(), torch.nn.functional.adaptive_avg_pool2d(x, [2, 5]).data<float>().ToArray());
    }

    [Fact]
    public void OneWindowIsTheMeanOfTheImage()
    {
        using var layer = torch.nn.AdaptiveAvgPool2d(1);
        var x = randn(3, 4, 6, 5);
        Assert.Equal([3, 4, 1, 1], layer.call(x).shape);
        Assert.True((layer.call(x) - x.mean([2, 3], true)).abs().max().item<float>() < 1e-6f);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(5, 4)]
    public void GradientsAreFiniteDifferences(long rows, long columns) =>
        GradientCheck.Run(x => torch.nn.functional.adaptive_avg_pool2d(x, (rows, columns)), randn([2, 2, 4, 5], float64));

    [Fact]
    public void MistakesAreExplainedInPyTorchsWords()
    {
        Assert.Equal("adaptive_avg_pool2d(): Expected 3D or 4D tensor, but got [5, 5]",
            Assert.Throws<ExternalException>(() => torch.nn.functional.adaptive_avg_pool2d(zeros(5, 5), 3)).Words());
        Assert.Equal("adaptive_avg_pool2d: elements of output_size must be greater than or equal to 0 but received {-1, -1}",
            Assert.Throws<ExternalException>(() => torch.nn.functional.adaptive_avg_pool2d(zeros(1, 5, 5), -1)).Words());
    }
}
