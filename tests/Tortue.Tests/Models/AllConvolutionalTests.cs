using TorchSharp;
using Tortue.Models;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Models;

[Collection(nameof(OneGenerator))]
public sealed class AllConvolutionalTests
{
    [Fact]
    public void The_published_network_has_as_many_parameters_as_a_count_by_hand()
    {
        using var network = new AllConvolutional(3, 10);
        long kernels = 9 * (3 * 96 + 96 * 96 + 96 * 192 + 4 * 192 * 192) + 192 * 192;
        long norms = 2 * (2 * 96 + 6 * 192);
        long classifier = 192 * 10 + 10;

        Assert.Equal(1_620_010, kernels + norms + classifier);
        Assert.Equal(kernels + norms + classifier, network.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Width_scales_the_channels_and_strides_halve_the_image_twice()
    {
        using var scope = NewDisposeScope();
        using var network = new AllConvolutional(1, 7, width: 4);
        var convolutions = ModelSummary.Of(network, 1, 16, 16).Layers.Where(layer => layer.Kind.StartsWith("Conv", StringComparison.Ordinal));

        Assert.Equal(
            ["4×16×16", "4×16×16", "8×8×8", "8×8×8", "8×8×8", "8×4×4", "8×4×4", "8×4×4", "7×4×4"],
            convolutions.Select(layer => string.Join('×', layer.OutputShape.TakeLast(3))));
        Assert.Equal([5, 7], network.forward(zeros(5, 1, 16, 16)).shape);
    }

    [Fact]
    public void Every_parameter_gets_a_gradient()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var network = new AllConvolutional(3, 10, width: 2);
        nn.functional.cross_entropy(network.forward(randn(4, 3, 16, 16)), tensor(new long[] { 0, 1, 2, 3 })).backward();

        Assert.All(network.named_parameters(), entry => Assert.True(entry.parameter.grad!.abs().sum().ToDouble() > 0, entry.name));
    }

    [Fact]
    public void A_network_without_channels_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AllConvolutional(3, 10, width: 0));
}
