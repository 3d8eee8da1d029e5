using System.Security.Cryptography;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>The state of a generator: PyTorch's bytes, and a way back to where it stood.</summary>
public class RandomStateTests
{
    private static readonly Dictionary<string, Action> Steps = new()
    {
        ["seed 42"] = () => manual_seed(42),
        ["rand(5)"] = () => rand(5),
        ["randn(3) in float64"] = () => randn(3, dtype: float64),
        ["randn(3)"] = () => randn(3),
        ["randn(1)"] = () => randn(1),
        ["rand(603), to the last word"] = () => rand(603),
        ["randint"] = () => randint(0, 10, [7L]),
        ["randperm(700)"] = () => randperm(700),
        ["randn(1000)"] = () => randn(1000),
        ["seed -1"] = () => manual_seed(-1),
    };

    [Fact]
    public void TheStateIsPyTorchsByteForByte()
    {
        var expected = GoldenValues.Load("random_state.json");
        foreach (var (name, draw) in Steps)
        {
            draw();
            var state = get_rng_state();
            Assert.Equal((ScalarType.Byte, 5056L), (state.dtype, state.numel()));
            Assert.Equal((name, expected.GetProperty(name).GetString()), (name, Convert.ToHexStringLower(SHA256.HashData(state.bytes))));
        }
    }

    [Fact]
    public void ASequenceGoesOnFromEveryState()
    {
        var source = new Generator(7);
        foreach (var count in new[] { 0, 1, 3, 620, 624, 5000 })
        {
            _ = randn(count, generator: source);
            var state = source.get_state();
            var expected = randn(700, generator: source).data<float>().ToArray();
            var other = new Generator(8);
            other.set_state(state);
            Assert.Equal(expected, randn(700, generator: other).data<float>().ToArray());
            Assert.Equal(7, other.initial_seed());
            other.set_state(state);
            Assert.Equal(state.bytes.ToArray(), other.get_state().bytes.ToArray());
        }
    }

    [Fact]
    public void TheGlobalSourceGoesOnToo()
    {
        manual_seed(1);
        _ = randn(1, dtype: float64);
        var state = random.get_rng_state();
        var expected = randn(3, dtype: float64).data<double>().ToArray();
        manual_seed(2);
        random.set_rng_state(state);
        Assert.Equal(expected, randn(3, dtype: float64).data<double>().ToArray());
        Assert.Equal(1, initial_seed());
    }

    [Fact]
    public void WrongStatesAreRefusedAndChangeNothing()
    {
        Engine.OnlyOurs("ends the process");
        manual_seed(3);
        var before = get_rng_state();
        Told("RNG state must be a torch.ByteTensor, but got a torch.FloatTensor", () => set_rng_state(zeros(5056)));
        Told("size 5056 but found the input RNG state size to be 10", () => set_rng_state(zeros(10, dtype: uint8)));
        Told("Invalid mt19937 state", () => set_rng_state(zeros(5056, dtype: uint8)));
        Assert.Throws<ArgumentNullException>(() => set_rng_state(null!));
        Assert.Equal(before.bytes.ToArray(), get_rng_state().bytes.ToArray());
    }

    private static void Told(string what, Action action) => Assert.Contains(what, Assert.ThrowsAny<Exception>(action).Message);
}
