using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// The slide's bound |δ_j^l| ≤ γ^{L−l+1} |Σ w (Σ w (… δ^L))| keeps its absolute value outside the sums. Here it is put to the test: a search
/// for a small network that breaks it at every layer where it can break, and the share of random networks that do.
/// </summary>
public static class SlideBound
{
    /// <summary>The network, among many random ones, that breaks the slide's bound most clearly at every layer up to L − 2.</summary>
    /// <param name="activation">Sigmoid or tanh, or another. Default: sigmoid.</param>
    /// <param name="depth">Layers L, at least 3: with two, the bound holds. Default: 6.</param>
    /// <param name="width">Units of every layer and inputs, at least 2: with one, the bound holds. Default: 2.</param>
    /// <param name="networks">How many networks are tried, at least 1. Default: 8,000, less than a second.</param>
    /// <param name="gain">Standard deviation of the weights times √width, above 0. Default: 3.</param>
    /// <param name="seed">The seed of weights, examples and targets. Default: 1.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public static SlideBoundExample Find(
        Activation? activation = null, int depth = 6, int width = 2, int networks = 8000, double gain = 3, ulong seed = 1)
    {
        Validate(depth, width, networks);
        activation ??= Activation.Sigmoid;
        var generator = new Generator(seed);
        return Enumerable.Range(1, networks)
            .Select(number => Draw(activation, depth, width, gain, number, generator))
            .MaxBy(example => example.Excess)!;
    }

    /// <summary>The share of random networks that break the slide's bound, over depth and width.</summary>
    /// <param name="activation">Sigmoid or tanh, or another. Default: sigmoid.</param>
    /// <param name="depths">Depths L, at least 3. Default: 3, 4, 6, 8, 12.</param>
    /// <param name="widths">Widths, at least 2. Default: 2, 4, 8.</param>
    /// <param name="networks">Random networks for each depth and width, at least 1. Default: 200.</param>
    /// <param name="gain">Standard deviation of the weights times √width, above 0. Default: 1.</param>
    /// <param name="seed">The seed of weights, examples and targets. Default: 1.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public static SlideBoundShares Shares(
        Activation? activation = null,
        IReadOnlyList<int>? depths = null,
        IReadOnlyList<int>? widths = null,
        int networks = 200,
        double gain = 1,
        ulong seed = 1)
    {
        activation ??= Activation.Sigmoid;
        depths ??= [3, 4, 6, 8, 12];
        widths ??= [2, 4, 8];
        Validate(depths.Min(), widths.Min(), networks);
        var shares = new List<SlideBoundShare>();
        foreach (int width in widths)
        {
            foreach (int depth in depths)
            {
                // Each cell draws from a generator of its own, so that it does not matter which cells were drawn before.
                var generator = new Generator(seed + (ulong)(1000 * depth + width));
                int broken = Enumerable.Range(1, networks)
                    .Count(number => Draw(activation, depth, width, gain, number, generator).Layers.Any(layer => layer.ViolatesSlide));
                shares.Add(new(depth, width, broken / (double)networks));
            }
        }

        return new(activation, networks, gain, shares);
    }

    private static SlideBoundExample Draw(Activation activation, int depth, int width, double gain, int number, Generator generator)
    {
        int[] widths = [.. Enumerable.Repeat(width, depth + 1)];
        var network = DenseNetwork.Random(activation, WeightInit.Normal(gain), generator, widths);
        using var numbers = randn([2, width], dtype: float64, generator: generator);
        var drawn = numbers.data<double>().ToArray();
        return new(network, drawn[..width], drawn[width..], number);
    }

    private static void Validate(int depth, int width, int networks)
    {
        if (depth < 3 || width < 2 || networks < 1)
            throw new ArgumentException(Text.Format(GradientsText.BadSlideBound, depth, width, networks));
    }
}
