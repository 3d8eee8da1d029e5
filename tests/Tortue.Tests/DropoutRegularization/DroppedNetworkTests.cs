using System.Text.Json.Nodes;
using Tortue.DropoutRegularization;
using Xunit;

namespace Tortue.Tests.DropoutRegularization;

public sealed class DroppedNetworkTests
{
    [Fact]
    public void A_dropped_unit_takes_its_weights_with_it()
    {
        bool[][] kept = [[true, false, true], [true, true, false, false], [true]];

        Assert.Equal(2 * 2 + 2, DroppedNetwork.WeightsOf(kept));
    }

    [Fact]
    public void The_picture_counts_the_weights_that_it_draws()
    {
        var options = new DroppedNetworkOptions { Seed = 4 };
        var json = JsonNode.Parse(DroppedNetwork.Figure(options).ToJson())!;

        Assert.Equal(84, Weights(json["data"]!.AsArray().First(trace => trace!["name"]!.GetValue<string>() == "weight")!));
        Assert.Equal(options.Minibatches, json["frames"]!.AsArray().Count);
        foreach (var (frame, mask) in json["frames"]!.AsArray().Zip(options.Masks()))
        {
            var traces = frame!["data"]!.AsArray().ToDictionary(trace => trace!["name"]!.GetValue<string>(), trace => trace!);
            Assert.Equal(DroppedNetwork.WeightsOf(mask), Weights(traces["weight"]));
            Assert.Equal(mask.Sum(layer => layer.Count(kept => kept)), traces["unit"]["x"]!.AsArray().Count);
            Assert.Equal(mask.Sum(layer => layer.Count(kept => !kept)), traces["dropped unit"]["x"]!.AsArray().Count);
        }
    }

    [Fact]
    public void Units_are_dropped_at_their_layers_rates_and_outputs_never()
    {
        var options = new DroppedNetworkOptions { Layers = [12, 12, 4], Minibatches = 20 };
        var masks = Enumerable.Range(1, 20).SelectMany(seed => (options with { Seed = (ulong)seed }).Masks()).ToArray();
        double Kept(int layer) => masks.Average(mask => mask[layer].Average(kept => kept ? 1.0 : 0));

        // 4,800 units each: a standard error below 0.01.
        Assert.Equal(0.8, Kept(0), 0.025);
        Assert.Equal(0.5, Kept(1), 0.03);
        Assert.Equal(1, Kept(2));
    }

    [Fact]
    public void A_network_of_which_nothing_is_left_can_be_drawn()
    {
        var figure = DroppedNetwork.Figure(new() { InputRate = 0.999, HiddenRate = 0.999 });

        Assert.NotEmpty(figure.ToHtml());
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        DroppedNetworkOptions[] wrong =
        [
            new() { Layers = [3, 3] }, new() { Layers = [3, 0, 3] }, new() { Layers = [3, 13, 3] }, new() { Layers = [1, 1, 1, 1, 1, 1, 1] },
            new() { InputRate = 1 }, new() { InputRate = -0.1 }, new() { HiddenRate = 1 }, new() { HiddenRate = double.NaN },
            new() { Minibatches = 1 }, new() { Minibatches = 21 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(() => DroppedNetwork.Figure(options)));
    }

    // Each drawn weight is followed by a gap, and there is a gap before the first.
    private static int Weights(JsonNode trace) => trace["x"]!.AsArray().Count(place => place is null) - 1;
}
