using Tortue.Experiments;
using Tortue.Initialization;
using static TorchSharp.torch;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>
/// The variances of variance-propagation: 100 new networks of 50 tanh layers, forward and backward. We send a batch of networks through one
/// product of many matrices, the batches shared among the cores; the other side does what a student would write: a network after the other,
/// and backward.
/// </summary>
internal static class PropagationRow
{
    private const int Networks = 100;
    private const int Batch = 10;
    private const int Depth = 50;
    private const int Width = 128;

    /// <summary>Both sides draw their own networks, so the logarithms of their variances agree to a few per cent only.</summary>
    public const double Tolerance = 0.03;

    /// <summary>The mean logarithms over networks, forward and backward, [2 · layers].</summary>
    public static Func<Tensor> Prepare()
    {
        var simulator = new SignalSimulator(SignalPair.Parse("tanh/standard"), [.. Enumerable.Repeat(Width, Depth + 1)]);
        ulong drawn = 0;
        return () =>
        {
            var samples = new SignalSample[Networks / Batch][];
            ulong first = drawn += Networks / Batch;
            int threads = Math.Min(get_num_threads(), ParallelJobs.DefaultThreads);
            ParallelJobs.Run(
                samples.Length, threads, _ => 1, () => simulator, (each, n) => samples[n] = each.Run(Batch, first + (ulong)n, default), null, default);
            double[][] logarithms = [.. samples.SelectMany(batch => batch).Select(sample => (double[])[.. sample.Forward, .. sample.Backward])];
            return tensor((double[])[.. Enumerable.Range(0, 2 * Depth).Select(l => logarithms.Average(network => network[l]))]);
        };
    }
}
