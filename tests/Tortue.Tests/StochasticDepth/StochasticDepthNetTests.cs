using TorchSharp;
using TorchSharp.Modules;
using Tortue.StochasticDepth;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.StochasticDepth;

[Collection(nameof(OneGenerator))]
public sealed class StochasticDepthNetTests
{
    private static readonly StochasticDepthShape Staged = new() { BlocksPerStage = 2, Width = 4 };

    [Fact]
    public void A_block_that_is_left_out_is_not_computed_and_has_no_gradient()
    {
        using var scope = NewDisposeScope();
        using var network = Make(Staged, 0.3);
        var calls = Counted(network);
        var images = randn(4, 3, 8, 8);
        int total = 0;
        for (int step = 0; step < 40; step++)
        {
            network.zero_grad();
            calls.Clear();
            network.forward(images).square().mean().backward();

            total += network.LastDepth;
            Assert.Equal(2 * network.LastDepth, calls.Values.Sum());
            for (int l = 0; l < network.LastActive.Count; l++)
            {
                bool active = network.LastActive[l];
                Assert.All(Convolutions(network, l), layer => Assert.Equal(active ? 1 : 0, calls.GetValueOrDefault(layer)));
                Assert.All(Block(network, l).parameters(), weights => Assert.Equal(active, weights.grad is not null));
            }
        }

        // 40 minibatches of 6 blocks; the expected depth is 3.55, its standard deviation 1.05.
        Assert.InRange(total / 40.0, 3.55 - 0.7, 3.55 + 0.7);
        Assert.Equal(40u, network.Minibatches);
    }

    [Fact]
    public void Neither_momentum_nor_weight_decay_moves_a_block_that_is_left_out()
    {
        using var scope = NewDisposeScope();
        using var network = Make(Staged, 0.2);
        using var descent = optim.SGD(network.parameters(), 0.1, momentum: 0.9, weight_decay: 0.1);
        var images = randn(4, 3, 8, 8);
        bool[] ever = new bool[network.LastActive.Count];
        for (int step = 0; step < 12; step++)
        {
            var before = Enumerable.Range(0, ever.Length).Select(l => Values(network, l)).ToArray();
            descent.zero_grad();
            network.forward(images).square().mean().backward();
            descent.step();
            for (int l = 0; l < ever.Length; l++)
            {
                ever[l] |= network.LastActive[l] && step > 0;
                Assert.Equal(network.LastActive[l], !before[l].SequenceEqual(Values(network, l)));
            }
        }

        Assert.Contains(true, ever);
    }

    [Fact]
    public void Batch_norms_of_blocks_that_are_left_out_keep_their_statistics()
    {
        using var scope = NewDisposeScope();
        using var network = Make(Staged, 0.3);
        var seen = new int[network.LastActive.Count];
        for (int step = 0; step < 10; step++)
        {
            network.forward(randn(4, 3, 8, 8));
            for (int l = 0; l < seen.Length; l++)
                seen[l] += network.LastActive[l] ? 1 : 0;
        }

        for (int l = 0; l < seen.Length; l++)
        {
            Assert.All(
                Block(network, l).modules().OfType<BatchNorm2d>(),
                norm => Assert.Equal(seen[l], norm.named_buffers().Single(b => b.name == "num_batches_tracked").buffer.item<long>()));
        }
    }

    [Fact]
    public void Masking_gives_the_same_outputs_and_gradients_as_skipping()
    {
        using var scope = NewDisposeScope();
        using var skipping = Make(Staged, 0.4);
        using var masking = Make(Staged, 0.4);
        masking.Skips = false;
        var images = randn(4, 3, 8, 8);
        var calls = Counted(masking);
        for (int step = 0; step < 5; step++)
        {
            skipping.zero_grad();
            masking.zero_grad();
            calls.Clear();
            var (a, b) = (skipping.forward(images), masking.forward(images));
            a.square().mean().backward();
            b.square().mean().backward();

            Assert.Equal(2 * masking.LastActive.Count, calls.Values.Sum());
            Assert.Equal(skipping.LastActive, masking.LastActive);
            AssertNear(a, b, 1e-6);
            foreach (var (one, other) in skipping.parameters().Zip(masking.parameters()))
                AssertNear(one.grad is { } grad ? grad : zeros_like(one), other.grad!, 1e-6);
        }
    }

    [Theory]
    [InlineData(SurvivalScaling.AtTest)]
    [InlineData(SurvivalScaling.AtTraining)]
    public void A_tower_computes_the_formula_of_its_convention(SurvivalScaling scaling)
    {
        using var scope = NewDisposeScope();
        using var network = Make(StochasticDepthShape.Tower(2, 4), 0.4, scaling: scaling);
        var images = randn(3, 3, 6, 6);
        double[] p = [0.7, 0.4];
        Assert.Equal(p[0], network.Survivals[0], 1e-12);
        foreach (bool training in new[] { true, true, true, true, false })
        {
            network.train(training);
            var actual = network.forward(images);
            var modules = network.named_children().ToDictionary(child => child.name, child => child.module);
            var state = ((Sequential)modules["stem"]).forward(images);
            for (int l = 0; l < 2; l++)
            {
                double factor = (training, scaling) switch
                {
                    (true, SurvivalScaling.AtTest) => 1,
                    (true, _) => 1 / p[l],
                    (false, SurvivalScaling.AtTest) => p[l],
                    _ => 1,
                };
                bool active = !training || network.LastActive[l];
                if (active)
                    state = (state + factor * Branch(network, l, state)).relu();
            }

            AssertNear(((Linear)modules["classifier"]).forward(state.mean([2, 3])), actual, 1e-5);
        }
    }

    [Fact]
    public void With_survival_certain_the_network_has_constant_depth_and_both_conventions_agree()
    {
        using var scope = NewDisposeScope();
        using var paper = Make(Staged, 1);
        using var inverted = Make(Staged, 1, scaling: SurvivalScaling.AtTraining);
        var images = randn(4, 3, 8, 8);

        AssertNear(paper.forward(images), inverted.forward(images), 0);
        Assert.Equal(6, paper.LastDepth);
        paper.eval();
        inverted.eval();
        AssertNear(paper.forward(images), inverted.forward(images), 0);
    }

    [Fact]
    public void Survival_can_be_set_while_training_and_at_test_all_blocks_take_part()
    {
        using var scope = NewDisposeScope();
        using var network = Make(StochasticDepthShape.Tower(8, 2), 1, SurvivalRule.Uniform);
        var images = randn(2, 3, 4, 4);
        network.forward(images);
        Assert.Equal(8, network.LastDepth);
        network.LastSurvival = 0;
        network.forward(images);
        Assert.Equal(0, network.LastDepth);
        network.eval();
        network.forward(images);
        Assert.Equal(0, network.LastDepth);
        network.LastSurvival = 0.1;
        network.forward(images);
        Assert.Equal(8, network.LastDepth);
        Assert.Equal(2u, network.Minibatches);
        Assert.Throws<ArgumentException>(() => network.LastSurvival = 1.5);
        Assert.Equal(0.1, network.LastSurvival);
    }

    [Fact]
    public void What_survives_depends_on_the_seed_and_grows_with_the_probability()
    {
        using var scope = NewDisposeScope();
        var images = randn(2, 3, 4, 4);
        List<bool[]> Gates(double last, ulong seed)
        {
            using var network = Make(StochasticDepthShape.Tower(20, 2), last, SurvivalRule.Uniform, seed: seed);
            return [.. Enumerable.Range(0, 10).Select(_ =>
            {
                network.forward(images);
                return network.LastActive.ToArray();
            })];
        }

        var (few, same, other, many) = (Gates(0.3, 1), Gates(0.3, 1), Gates(0.3, 2), Gates(0.6, 1));

        Assert.Equal(few, same);
        Assert.NotEqual(few, other);
        Assert.All(few.Zip(many), pair => Assert.All(pair.First.Zip(pair.Second), gate => Assert.True(!gate.First || gate.Second)));
    }

    [Fact]
    public void The_papers_network_has_110_layers_and_no_weights_on_its_shortcuts()
    {
        using var network = new StochasticDepthNet(StochasticDepthShape.Published, 0.5);

        int layers = network.modules().Count(module => module is Conv2d or Linear);
        long weights = network.modules().OfType<Conv2d>().Sum(layer => layer.weight!.numel());

        Assert.Equal(110, layers);
        Assert.Equal(54, network.Survivals.Count);
        // 3×3 kernels: stem 3 → 16; 36 of 16 → 16; 16 → 32 and 35 of 32; 32 → 64 and 35 of 64.
        Assert.Equal(9L * (3 * 16 + 36 * 256 + 16 * 32 + 35 * 1024 + 32 * 64 + 35 * 4096), weights);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(7)]
    public void Where_a_stage_begins_the_shortcut_averages_pixels_and_adds_channels_of_zeros(int side)
    {
        using var scope = NewDisposeScope();
        var block = new SurvivingBlock(2, 4, 2);
        var state = rand(1, 2, side, side);

        var shortcut = block.Shortcut(state);

        Assert.Equal(block.Branch(state).shape, shortcut.shape);
        Assert.Equal(state[0, 1, 0..2, 0..2].mean().item<float>(), shortcut[0, 1, 0, 0].item<float>(), 1e-6);
        Assert.Equal(0, shortcut[.., 2..].abs().max().item<float>());
    }

    [Fact]
    public void Sizes_out_of_range_are_refused()
    {
        var wrong = Assert.Throws<ArgumentException>(() => new StochasticDepthNet(new() { Width = 0 }));
        Assert.Contains("Width", wrong.Message, StringComparison.Ordinal);
    }

    private static StochasticDepthNet Make(
        StochasticDepthShape shape,
        double last,
        SurvivalRule rule = SurvivalRule.Linear,
        SurvivalScaling scaling = SurvivalScaling.AtTest,
        ulong seed = 1)
    {
        manual_seed(5);
        return new(shape, last, rule, scaling, seed);
    }

    private static SurvivingBlock Block(StochasticDepthNet network, int l) => network.modules().OfType<SurvivingBlock>().ElementAt(l);

    private static IEnumerable<Conv2d> Convolutions(StochasticDepthNet network, int l) => Block(network, l).modules().OfType<Conv2d>();

    // Calls of each convolution of a block.
    private static Dictionary<Conv2d, int> Counted(StochasticDepthNet network)
    {
        var calls = new Dictionary<Conv2d, int>(ReferenceEqualityComparer.Instance);
        for (int l = 0; l < network.LastActive.Count; l++)
        {
            foreach (var layer in Convolutions(network, l))
            {
                layer.register_forward_hook((module, _, output) =>
                {
                    calls[(Conv2d)module] = calls.GetValueOrDefault((Conv2d)module) + 1;
                    return output;
                });
            }
        }

        return calls;
    }

    private static float[] Values(StochasticDepthNet network, int l) =>
        [.. Block(network, l).parameters().SelectMany(weights => weights.detach().flatten().data<float>().ToArray())];

    // The branch from its own layers; running statistics move once more while training, which the outputs do not show.
    private static Tensor Branch(StochasticDepthNet network, int l, Tensor state)
    {
        var (convolutions, norms) = (Convolutions(network, l).ToArray(), Block(network, l).modules().OfType<BatchNorm2d>().ToArray());
        var hidden = norms[0].forward(convolutions[0].forward(state)).relu();
        return norms[1].forward(convolutions[1].forward(hidden));
    }

    private static void AssertNear(Tensor expected, Tensor actual, double tolerance) =>
        Assert.True((expected - actual).abs().max().item<float>() <= tolerance, $"{expected.str()} against {actual.str()}");
}
