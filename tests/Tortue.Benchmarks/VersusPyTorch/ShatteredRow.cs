using Tortue.Experiments;
using Tortue.Gradients;
using static TorchSharp.torch;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>
/// The gradients of shattered-gradients: df/dx at 256 points for some networks of 24 layers of 200 units. We take states and derivatives
/// forward together, the networks shared among the cores; the other side does what a student would write: a Sequential, and backward.
/// </summary>
internal static class ShatteredRow
{
    private const int Networks = 8;
    private const int Depth = 24;
    private const int Width = 200;
    private const int Points = 256;

    /// <summary>The gradients of all networks, [networks, points].</summary>
    public static Func<Tensor> Prepare()
    {
        var points = linspace(-2, 2, Points).view(Points, 1);
        var networks = Enumerable.Range(0, Networks).Select(Network).ToArray();
        return () =>
        {
            var gradients = new Tensor[Networks];
            int threads = Math.Min(get_num_threads(), ParallelJobs.DefaultThreads);
            ParallelJobs.Run(
                Networks, threads, _ => 1, () => 0, (_, n) => gradients[n] = Gradients(points, networks[n]), null, default);
            return stack(gradients);
        };
    }

    // The weights of the first layer [1, width], its biases [1, width], the hidden layers' weights [width, width], the last's [width, 1].
    private static Tensor[] Network(int network)
    {
        uint seed = 1000 * ((uint)network + 1);
        return
        [
            Numbers.Uniform(seed, [1, Width], MathF.Sqrt(12)),
            Numbers.Uniform(seed + 1, [1, Width], MathF.Sqrt(12)),
            .. Enumerable.Range(0, Depth - 1).Select(k => Numbers.Uniform(seed + 2 + (uint)k, [Width, Width], MathF.Sqrt(24f / Width))),
            Numbers.Uniform(seed + 2 + Depth, [Width, 1], MathF.Sqrt(24f / Width)),
        ];
    }

    private static Tensor Gradients(Tensor points, Tensor[] weights)
    {
        using var untracked = no_grad();
        using var scope = NewDisposeScope();
        var pass = new GradientPass(NetworkWiring.Plain, 1, points * weights[0] + weights[1], weights[0]);
        foreach (var matrix in weights[2..])
            pass.Layer(matrix);
        return pass.Gradients.flatten().clone().DetachFromDisposeScope();
    }
}
