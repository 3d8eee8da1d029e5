using Tortue.Experiments;
using Tortue.Numerics;

namespace Tortue.Initialization;

/// <summary>
/// The variance of z on the way up and of δ = ∂C/∂z on the way down through many random networks, beside what the algebra of variances
/// says (<see cref="VarianceTheory"/>). X. Glorot, Y. Bengio, AISTATS 2010; K. He et al., ICCV 2015.
/// </summary>
public static class VariancePropagation
{
    // Weights that a thread holds at a time: enough networks for one product of many matrices, few enough to stay near the processor.
    private const long WeightsOfAJob = 8_000_000;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="VariancePropagationOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told of every few networks.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static VariancePropagationResult Run(
        VariancePropagationOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static VariancePropagationResult Measure(
        VariancePropagationOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(InitializationText.RunningVariancePropagation, progress, cancellation, cells);
        int batch = (int)Math.Clamp(WeightsOfAJob / options.WeightsOfANetwork, 1, options.Networks);
        int batches = (options.Networks + batch - 1) / batch;
        var samples = options.Pairs.Select(_ => new SignalSample[batches][]).ToArray();
        ParallelJobs.Run(
            options.Pairs.Count * batches,
            ParallelJobs.DefaultThreads,
            _ => 1,
            () => options.Widths,
            (widths, job) =>
            {
                var (pair, part) = (options.Pairs[job / batches], job % batches);
                int networks = Math.Min(batch, options.Networks - part * batch);
                samples[job / batches][part] = run.Cell(
                    $"{pair}/{part}",
                    () => new SignalSimulator(pair, widths).Run(networks, SeedOf(options.Seed, pair, part), run.Cancellation));
            },
            run.Progress,
            run.Cancellation);
        return new(
            options,
            run.Finish(options.Seed, Course.EngineName, ParallelJobs.DefaultThreads),
            [.. options.Pairs.Zip(samples, (pair, parts) => Summary(pair, [.. parts.SelectMany(part => part)], options.Depth))]);
    }

    // A pair's networks depend on its name and not on the other pairs.
    private static ulong SeedOf(ulong seed, SignalPair pair, int part)
    {
        const uint Basis = 2166136261, Prime = 16777619;
        uint name = pair.Name.Aggregate(Basis, (hash, letter) => (hash ^ letter) * Prime);
        Span<uint> words = stackalloc uint[Philox4x32.WordsPerBlock];
        Philox4x32.Block(new(name, (uint)part, 0, 0), seed, words);
        return words[0];
    }

    private static SignalCurve Summary(SignalPair pair, IReadOnlyList<SignalSample> networks, int depth) => new(
        pair,
        [.. Enumerable.Range(0, depth).Select(l => LayerSpread.Of(networks.Select(network => network.Forward[l])))],
        [.. Enumerable.Range(0, depth).Select(l => LayerSpread.Of(networks.Select(network => network.Backward[l])))]);
}
