using FsCheck;
using FsCheck.Fluent;
using Tortue.Gradients;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Tests.Gradients;

/// <summary>A random network of a few layers with an example and a target: all a function of one number.</summary>
internal sealed record RandomNetwork(DenseNetwork Network, double[] X, double[] Y)
{
    private static readonly Activation[] Activations =
        [Activation.Sigmoid, Activation.Tanh, Activation.Softsign, Activation.Relu, Activation.LeakyRelu(0.25)];

    /// <summary>Numbers that hardly ever come twice, unlike FsCheck's small integers.</summary>
    public static Arbitrary<int> Seeds { get; } = Gen.Choose(0, int.MaxValue).ToArbitrary();

    public static RandomNetwork Of(int seed)
    {
        var random = new Random(seed);
        var activation = Activations[random.Next(Activations.Length)];
        int[] widths = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => random.Next(1, 6))];
        var init = WeightInit.Normal(0.5 + 3 * random.NextDouble());
        var network = DenseNetwork.Random(activation, init, new Generator((ulong)seed), widths);
        for (int l = 1; l <= network.Depth; l++)
            Fill(network.B(l), random);
        return new(network, Fill(new double[widths[0]], random), Fill(new double[widths[^1]], random));
    }

    private static double[] Fill(double[] numbers, Random random)
    {
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = 2 * random.NextDouble() - 1;
        return numbers;
    }
}
