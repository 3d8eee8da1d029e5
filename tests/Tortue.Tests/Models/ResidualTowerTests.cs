using TorchSharp;
using Tortue.Models;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Models;

[Collection(nameof(OneGenerator))]
public sealed class ResidualTowerTests
{
    [Theory]
    [InlineData(ResidualScheme.Fixup, 1)]
    [InlineData(ResidualScheme.Fixup, 30)]
    [InlineData(ResidualScheme.ZeroBranches, 30)]
    public void With_branches_and_classifier_at_zero_the_output_is_exactly_zero(ResidualScheme scheme, int depth)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var tower = new ResidualTower(scheme, 3, 16, 10, depth);

        Assert.Equal(0, tower.call(randn(4, 3, 16, 16)).abs().max().ToDouble());
    }

    [Fact]
    public void A_Fixup_block_starts_as_the_identity_on_what_a_ReLU_gives()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        using var block = new FixupBlock(5, branches: 7);
        var input = randn(3, 5, 8, 8).relu();

        Assert.True(block.call(input).eq(input).all().ToBoolean());
    }

    [Theory]
    [InlineData(16, 1)]
    [InlineData(32, 4)]
    [InlineData(32, 100)]
    public void Weights_have_the_deviation_of_the_second_rule(long channels, int branches)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var block = new FixupBlock(channels, branches);
        var weights = block.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter);
        var expected = Math.Sqrt(2.0 / (9 * channels)) / Math.Sqrt(branches);

        // A sample of n normal numbers has a deviation with the relative error 1/√(2n).
        var error = 4 / Math.Sqrt(2.0 * weights["conv1.weight"].numel());
        Assert.Equal(expected, FixupBlock.Deviation(channels, branches), 1e-12);
        Assert.InRange(weights["conv1.weight"].std().ToDouble() / expected, 1 - error, 1 + error);
        Assert.Equal(0, weights["conv2.weight"].abs().max().ToDouble());
    }

    [Fact]
    public void Scalars_start_as_the_third_rule_says_and_learn_at_a_tenth_of_the_rate()
    {
        using var scope = NewDisposeScope();
        using var tower = new ResidualTower(ResidualScheme.Fixup, 1, 12, 10, depth: 3);
        using var descent = tower.Descent(0.5, momentum: 0);

        Assert.Equal([1, 1, 1], tower.Scalars.Select(scalar => scalar.ToDouble()).Where(value => value != 0));
        Assert.Equal(3 * 5 + 2, tower.Scalars.Count);
        var before = tower.parameters().Select(parameter => parameter.detach().clone()).ToArray();
        foreach (var parameter in tower.parameters())
            parameter.grad = ones_like(parameter);
        descent.step();
        foreach (var (parameter, old) in tower.parameters().Zip(before))
        {
            var expected = tower.Scalars.Any(scalar => ReferenceEquals(scalar, parameter)) ? 0.05 : 0.5;
            Assert.Equal(0, (old - parameter - expected).abs().max().ToDouble(), 1e-6);
        }
    }

    [Theory]
    [InlineData(ResidualScheme.BatchNorm)]
    [InlineData(ResidualScheme.Xavier)]
    [InlineData(ResidualScheme.ZeroBranches)]
    public void The_other_schemes_have_no_scalars_and_one_rate(ResidualScheme scheme)
    {
        using var tower = new ResidualTower(scheme, 3, 16, 10, depth: 2);
        using var descent = tower.Descent(0.1);

        Assert.Empty(tower.Scalars);
        Assert.Equal(0.1, Assert.Single(descent.ParamGroups).LearningRate);
    }

    // What the rules are for: a step of rate η moves f by an amount of order η, however deep the network. Only the branches' weights step,
    // and the classifier is drawn, since behind one of zeros no branch has a gradient in the first step.
    [Fact]
    public void A_step_of_the_branches_moves_the_output_by_as_much_at_any_depth_and_without_the_second_rule_in_proportion_to_depth()
    {
        double[] fixup = [.. new[] { 4, 16, 64 }.Select(depth => Mean(ResidualScheme.Fixup, depth))];
        double[] firstRule = [.. new[] { 4, 16, 64 }.Select(depth => Mean(ResidualScheme.ZeroBranches, depth))];

        Assert.InRange(fixup.Max() / fixup.Min(), 1, 1.5);
        Assert.InRange(firstRule[1] / firstRule[0], 4 / 1.5, 4 * 1.5);
        Assert.InRange(firstRule[2] / firstRule[1], 4 / 1.5, 4 * 1.5);
    }

    private static double Mean(ResidualScheme scheme, int depth) => Enumerable.Range(1, 6).Average(seed => Move(scheme, depth, seed));

    private static double Move(ResidualScheme scheme, int depth, int seed)
    {
        const double Rate = 1e-4;
        using var scope = NewDisposeScope();
        manual_seed(seed);
        using var tower = new ResidualTower(scheme, 3, 16, 10, depth);
        var branches = tower.named_parameters()
            .Where(entry => entry.name.StartsWith("blocks", StringComparison.Ordinal) && entry.parameter.dim() == 4)
            .Select(entry => entry.parameter);

        // The same stem, classifier and images at each depth.
        manual_seed(seed);
        foreach (var entry in tower.named_parameters().Where(entry => !entry.name.StartsWith("blocks", StringComparison.Ordinal)))
        {
            if (entry.parameter.dim() >= 2)
                WeightInit.HeNormal.Fill(entry.parameter);
        }

        var (inputs, labels) = (randn(20, 3, 16, 16), arange(20).remainder(10));

        var before = tower.call(inputs);
        nn.functional.cross_entropy(before, labels).backward();
        using var descent = optim.SGD(branches, Rate);
        descent.step();
        return ((tower.call(inputs) - before).norm() / Rate).ToDouble();
    }
}
