using Tortue.Experiments;
using Tortue.Initialization;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Initialization;

[Collection(nameof(OneGenerator))]
public sealed class LsuvTests
{
    private static readonly LsuvStepsOptions Small = new() { Depths = [2, 4], Width = 4, Minibatch = 32, Networks = 2 };

    [Fact]
    public void Every_layer_of_a_Sequential_gets_unit_variance_and_no_bias()
    {
        using var inner = nn.Sequential(nn.Linear(32, 16), nn.Sigmoid());
        using var network = nn.Sequential(
            nn.Conv2d(3, 8, 3, padding: 1), nn.ReLU(), nn.BatchNorm2d(8), nn.AvgPool2d(2), nn.Flatten(), inner, nn.Linear(16, 4));
        using var generator = new Generator(1);
        var x = rand([40, 3, 4, 4], generator: generator);

        var layers = Lsuv.Apply(network, x, generator: generator);

        Assert.Equal(["Conv2d [8, 3, 3, 3]", "Linear [16, 32]", "Linear [4, 16]"], layers.Select(layer => layer.Name));
        Assert.All(layers, layer => Assert.True(layer is { Reached: true, Rescalings: <= 1 }));
        Assert.All(layers.Zip(Lsuv.Variances(network, x)), pair => Assert.Equal(pair.First.VarianceAfter, pair.Second, 1e-3));
        Assert.All(
            network.named_parameters().Where(entry => entry.name.EndsWith("bias", StringComparison.Ordinal)),
            entry => Assert.Equal(0, entry.parameter.abs().max().item<float>()));
    }

    [Fact]
    public void A_layer_is_its_orthonormal_matrix_divided_by_the_deviation_of_its_output()
    {
        using var layer = nn.Linear(20, 10);
        using var network = nn.Sequential(layer);
        using var generator = new Generator(2);
        var x = 5 * randn([200, 20], generator: generator);

        var done = Lsuv.Apply(network, x, generator: generator)[0];

        // Orthonormal rows: W Wᵀ = I / variance.
        var gram = layer.weight!.matmul(layer.weight.t()).detach();
        Assert.True((gram - eye(10) / done.VarianceBefore).abs().max().item<float>() < 1e-6);
        Assert.Equal(1, done.Rescalings);
    }

    [Fact]
    public void With_new_minibatches_the_tolerance_is_kept_or_the_count_runs_out()
    {
        using var network = nn.Sequential(nn.Linear(10, 10), nn.Tanh(), nn.Linear(10, 10));
        using var generator = new Generator(3);
        var options = new LsuvOptions { Tolerance = 1e-9, MostRescalings = 3 };

        var layers = Lsuv.Apply(network, () => randn([10, 10], generator: generator), options, generator);

        Assert.All(layers, layer => Assert.True(layer is { Reached: false, Rescalings: 3 }));
    }

    [Fact]
    public void A_signal_without_variance_stays_as_it_is()
    {
        using var network = nn.Sequential(nn.Linear(4, 4));

        Assert.Equal(0, Lsuv.Apply(network, zeros(5, 4))[0].Rescalings);
    }

    [Fact]
    public void Layers_that_are_no_row_and_wrong_settings_are_refused()
    {
        using var network = nn.Sequential(new ResidualBlock(4, 4));
        Assert.Throws<ArgumentException>(() => Lsuv.Apply(network, zeros(2, 4, 8, 8)));
        Assert.Throws<ArgumentException>(() => new LsuvOptions { Tolerance = 0 }.Validate());
        Assert.Throws<ArgumentException>(() => new LsuvOptions { MostRescalings = 0 }.Validate());
    }

    [Fact]
    public void Layers_take_one_rescaling_with_one_minibatch()
    {
        var result = Run(Small);

        Assert.All(result.Networks, network => Assert.All(network.SameMinibatch, rescalings => Assert.InRange(rescalings, 0, 1)));
        Assert.Equal(3 * 2 * 2, result.Networks.Count);
        Assert.Equal([2, 2, 4, 4], result.Networks.Take(4).Select(network => network.SameMinibatch.Count));
    }

    [Fact]
    public void The_verdict_follows_its_rule()
    {
        var result = Run(Small with { Activations = [Activation.Relu], Depths = [2], Networks = 1 });

        Assert.Equal(VerdictKind.Reproduced, Judged(4, 1, 1.2).Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, Judged(3, 1, 1.2).Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, Judged(4, 1, 3).Kind);
        Assert.Equal(VerdictKind.NotReproduced, Judged(3, 2, 0.1).Kind);

        Verdict Judged(int reached, int same, double variance)
        {
            var network = new LsuvNetwork(
                Activation.Relu, 2, [same, 1], [1, 2], reached, new Dictionary<string, IReadOnlyList<double>> { ["lsuv"] = [1, variance] });
            return (result with { Networks = [network] }).Verdict();
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_and_JSON_keeps_it()
    {
        var tiny = Small with { Depths = [2], Networks = 1 };
        Assert.Equal(Run(tiny).Networks[0].Variances["lsuv"], Run(tiny).Networks[0].Variances["lsuv"]);
        ResultAssert.SurvivesJson(Run(tiny));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        LsuvStepsOptions[] wrong =
        [
            new() { Activations = [] }, new() { Depths = [] }, new() { Depths = [3] }, new() { Depths = [4, 2] }, new() { Width = 1 },
            new() { Minibatch = 1 }, new() { Tolerance = 1 }, new() { MostRescalings = 0 }, new() { Networks = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    private static LsuvStepsResult Run(LsuvStepsOptions options) =>
        LsuvSteps.Run(options, cancellation: TestContext.Current.CancellationToken);
}
