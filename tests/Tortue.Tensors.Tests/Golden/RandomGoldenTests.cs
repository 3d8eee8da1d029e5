using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>The same seed gives PyTorch's numbers: uniform ones and integers to the last bit, normal ones within a millionth.</summary>
public class RandomGoldenTests
{
    public static TheoryData<string> Names => [.. Streams.Keys];

    private static readonly Dictionary<string, (Func<Tensor>[] Draws, double Tolerance)> Streams = new()
    {
        ["rand"] = ([() => rand(5), () => rand(2, 3)], 0),
        ["rand of a large seed"] = ([() => rand(3)], 0),
        ["rand double"] = ([() => rand(5, dtype: float64)], 0),
        ["randn small, then large"] = ([() => randn(3), () => randn(20), () => randn(5)], 1e-6),
        ["randn 16"] = ([() => randn(16)], 1e-6),
        ["randn 37"] = ([() => randn(37)], 1e-6),
        ["randn double"] = ([() => randn(3, dtype: float64), () => randn(18, dtype: float64)], 1e-14),
        ["randint"] = ([() => randint(0, 100, [6L]), () => randint(-5, 5, [2L, 3])], 0),
        ["randint wide"] = ([() => randint(-(1L << 40), 1L << 40, [4L])], 0),
        ["randint float"] = ([() => randint(10, [4L], dtype: float32)], 0),
        ["randperm"] = ([() => randperm(10), () => randperm(3)], 0),
        ["uniform_"] = ([() => empty(40).uniform_(-2, 3), () => empty(40, dtype: float64).uniform_(-2, 3)], 0),
        ["normal_"] = ([() => empty(4).normal_(1, 2), () => empty(17).normal_(1, 2)], 1e-6),
        ["normal_ strided"] = ([() => empty(6, 5).t().normal_()], 1e-6),
        ["bernoulli_"] = ([() => empty(8).bernoulli_(0.3), () => rand(1)], 0),
        ["bernoulli"] = ([() => full(8, 0.3).bernoulli(), () => rand(1)], 0),
        ["bernoulli double"] = ([() => full(8, 0.3, dtype: float64).bernoulli(), () => rand(1)], 0),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void TheStreamIsPyTorchs(string name)
    {
        var expected = GoldenValues.Load("random.json").GetProperty(name);
        var (draws, tolerance) = Streams[name];
        manual_seed(name switch { "randn 37" => 5, "rand of a large seed" => (1L << 32) + 17, _ => 0 });
        for (var i = 0; i < draws.Length; i++)
            GoldenValues.Compare(expected[i], draws[i](), tolerance);
        Assert.Equal(draws.Length, expected.GetArrayLength());
    }

    [Fact]
    public void AGeneratorOfOnesOwnLeavesTheGlobalOneAlone()
    {
        manual_seed(0);
        var expected = rand(4).data<float>().ToArray();
        manual_seed(0);
        var generator = new Generator(7);
        var drawn = rand(4, generator: generator).data<float>().ToArray();
        Assert.Equal(expected, rand(4).data<float>().ToArray());
        Assert.Equal(drawn, rand(4, generator: new Generator().manual_seed(7)).data<float>().ToArray());
        Assert.Equal(7, generator.initial_seed());
        Assert.NotEqual(expected, drawn);
    }
}
