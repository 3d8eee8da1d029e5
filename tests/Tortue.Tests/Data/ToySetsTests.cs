using Tortue.Data;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Data;

public sealed class ToySetsTests
{
    public static TheoryData<string> Names => ["moons", "circles", "spirals", "blobs"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Classes_take_turns_and_the_seed_decides(string name)
    {
        var set = Make(name, 1);

        Assert.Equal([120, 2], set.Inputs.shape);
        Assert.Equal(Enumerable.Range(0, 120).Select(i => (long)(i % set.Classes.Count)), set.Labels.data<long>().ToArray());
        Assert.True(set.Inputs.allclose(Make(name, 1).Inputs, 0, 0));
        Assert.False(set.Inputs.allclose(Make(name, 2).Inputs, 0, 0));
    }

    [Fact]
    public void Without_noise_points_lie_on_their_curves()
    {
        var circles = ToySets.Circles(100, noise: 0);
        var radii = circles.Inputs.pow(2).sum(1L).sqrt();
        var expected = where(circles.Labels.eq(0), tensor(0.5f), tensor(1f));
        var moons = ToySets.Moons(100, noise: 0).Inputs;
        var upper = moons[TensorIndex.Slice(0, null, 2)];
        var lower = moons[TensorIndex.Slice(1, null, 2)] - tensor(new float[] { 1, 0.5f });

        Assert.True(radii.allclose(expected, 1e-5, 1e-5));
        Assert.True(upper.pow(2).sum(1L).allclose(ones(50), 1e-5, 1e-5));
        Assert.True(lower.pow(2).sum(1L).allclose(ones(50), 1e-5, 1e-5));
    }

    [Fact]
    public void A_curve_without_noise_is_the_sine()
    {
        var (x, y) = ToySets.Sine(50, noise: 0);

        Assert.True(y.allclose((2 * Math.PI * x).sin(), 1e-4, 1e-5));
        Assert.Equal([50, 1], x.shape);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ToySets.Moons(1));
        Assert.Throws<ArgumentException>(() => ToySets.Circles(noise: -1));
        Assert.Throws<ArgumentException>(() => ToySets.Spirals(arms: 1));
        Assert.Throws<ArgumentException>(() => ToySets.Spirals(turns: 0));
        Assert.Throws<ArgumentException>(() => ToySets.Blobs(clouds: 11));
        Assert.Throws<ArgumentException>(() => ToySets.Sine(0));
    }

    private static LabelledData Make(string name, ulong seed) => name switch
    {
        "moons" => ToySets.Moons(120, seed: seed),
        "circles" => ToySets.Circles(120, seed: seed),
        "spirals" => ToySets.Spirals(120, seed: seed),
        _ => ToySets.Blobs(120, seed: seed),
    };
}
