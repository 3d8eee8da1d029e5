using Tortue.Models;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Models;

[Collection(nameof(OneGenerator))]
public sealed class ModelSummaryTests
{
    [Fact]
    public void ResNet18_has_the_parameters_and_operations_that_are_published()
    {
        // torchvision's documentation of resnet18: 11,689,512 parameters, 1.81 GFLOPS (multiply-adds) at 224×224.
        var summary = ModelSummary.Of(ResNet.ResNet18(), 3, 224, 224);

        Assert.Equal(11_689_512, summary.Parameters);
        Assert.Equal(1.81, summary.Operations / 1e9, 0.005);
    }

    [Fact]
    public void ResNet18s_shapes_are_those_of_the_papers_table_1()
    {
        var shapes = ModelSummary.Of(ResNet.ResNet18(), 3, 224, 224).Layers
            .Where(layer => layer.Kind == "Conv2d").Select(layer => string.Join('×', layer.OutputShape)).Distinct();

        Assert.Equal(["64×112×112", "64×56×56", "128×28×28", "256×14×14", "512×7×7"], shapes);
    }

    [Fact]
    public void The_small_network_with_n_blocks_a_stage_has_6n_and_2_weight_layers_and_the_papers_size()
    {
        // CVPR 2016, table 6: ResNet-20 has 0.27 M parameters. Ours projects where the paper pads (option A): 0.002 M more.
        var summary = ModelSummary.Of(ResNet.Small(3, 10, blocks: 3), 3, 32, 32);
        int layers = summary.Layers.Count(layer => layer.Operations > 0 && !layer.Name.Contains("shortcut", StringComparison.Ordinal));

        Assert.Equal(20, layers);
        Assert.Equal(0.27e6, summary.Parameters, 0.005e6);
    }

    [Fact]
    public void A_perceptron_counts_as_by_hand()
    {
        var summary = ModelSummary.Of(Networks.Perceptron(784, 10, 256), 1, 28, 28);

        Assert.Equal(784 * 256 + 256 + 256 * 10 + 10, summary.Parameters);
        Assert.Equal(784 * 256 + 256 * 10, summary.Operations);
        Assert.Equal(["Flatten", "Linear", "ReLU", "Linear"], summary.Layers.Select(layer => layer.Kind));
    }

    [Fact]
    public void A_convolution_counts_its_places_and_a_strided_one_a_quarter_of_them()
    {
        var dense = ModelSummary.Of(nn.Conv2d(3, 8, 5, padding: 2), 3, 12, 12);
        var strided = ModelSummary.Of(nn.Conv2d(3, 8, 5, stride: 2, padding: 2), 3, 12, 12);

        Assert.Equal(8 * 12 * 12 * 3 * 5 * 5, dense.Operations);
        Assert.Equal(dense.Operations / 4, strided.Operations);
        Assert.Equal(8 * (3 * 5 * 5 + 1), dense.Parameters);
    }

    [Fact]
    public void A_summary_changes_nothing()
    {
        var model = ResNet.Small(1, 10);
        model.train();
        var before = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());

        ModelSummary.Of(model, 1, 16, 16);

        Assert.True(model.training);
        Assert.All(model.state_dict(), entry => Assert.True(entry.Value.allclose(before[entry.Key])));
        model.call(zeros(2, 1, 16, 16));
    }

    [Fact]
    public void A_table_has_a_line_for_each_layer_and_the_sums()
    {
        var lines = ModelSummary.Of(Networks.LinearClassifier(4, 2), 1, 2, 2).ToString().Split('\n');

        Assert.Equal(4, lines.Length);
        Assert.EndsWith("10              8", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_are_of_kind_A_where_the_shape_stays_and_of_kind_B_where_it_changes()
    {
        Assert.True(new ResidualBlock(8, 8).HasIdentityShortcut);
        Assert.False(new ResidualBlock(8, 16).HasIdentityShortcut);
        Assert.False(new ResidualBlock(8, 8, stride: 2).HasIdentityShortcut);
        Assert.Equal([2, 16, 4, 4], new ResidualBlock(8, 16, stride: 2).call(zeros(2, 8, 8, 8)).shape);
    }

    [Fact]
    public void A_block_whose_second_batch_norm_is_0_passes_what_is_positive()
    {
        var block = new ResidualBlock(4, 4);
        var scale = block.named_parameters().Single(entry => entry.name == "bn2.weight").parameter;
        using (no_grad())
            scale.fill_(0);
        var input = rand(2, 4, 6, 6);

        Assert.True(block.call(input).allclose(input));
    }
}
