using TorchSharp;
using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.DepthScaling;

/// <summary>
/// How much a network with batch normalization depends on the batch: the output for one and the same example, among other companions; and
/// the output in training, normalized by the batch, against that in inference, normalized by the running statistics. Without batch
/// normalization both differences are 0.
/// </summary>
/// <remarks>
/// At initialisation, with the outputs B h_L. A batch's mean misses that of all examples by the order of 1/√N, and so does its variance:
/// the spread of an output over its companions should go as 1/√N. The running statistics of each layer are the means over batches of the
/// same size, as an average with a small momentum gives them. Differences are shares of the outputs' standard deviation over examples in
/// inference.
/// </remarks>
public static class BatchDependence
{
    internal static readonly BatchNormVariant[] Variants = [BatchNormVariant.Branch, BatchNormVariant.State];

    // Examples in inference, for the spread of the outputs; it needs no companions.
    private const int Spread = 512;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="BatchDependenceOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static BatchDependenceResult Run(
        BatchDependenceOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static BatchDependenceResult Measure(
        BatchDependenceOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningBatchDependence, progress, cancellation, cells);
        var networks = ParallelCells.Run(
            run,
            [.. Enumerable.Range(0, options.Networks)],
            network => Text.Format("network {0}", network),
            network => Measure(options, network, run.Cancellation),
            options.Threads);
        return new(
            options,
            run.Finish(options.Seed, Course.EngineName, options.Threads),
            [
                .. from variant in Variants
                   from size in options.BatchSizes
                   let ofNetworks = networks
                       .Select(parts => parts.Single(part => part.Variant == variant && part.BatchSize == size))
                       .ToArray()
                   select new BatchDependenceCell(
                       variant, size, [.. ofNetworks.Select(part => part.Companions)], [.. ofNetworks.Select(part => part.Inference)]),
            ]);
    }

    /// <summary>One network, with normalization in both places and batches of all sizes.</summary>
    internal static BatchDependencePart[] Measure(BatchDependenceOptions options, int network, CancellationToken cancellation)
    {
        using var _ = no_grad();
        var drawn = new BatchNormNetwork(new(options.Network, options.Seed, 0, network));
        return
        [
            .. from place in Enumerable.Range(0, options.BatchSizes.Count)
               from part in Measure(options, drawn, network, place, cancellation)
               select part,
        ];
    }

    private static IEnumerable<BatchDependencePart> Measure(
        BatchDependenceOptions options, BatchNormNetwork drawn, int network, int place, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var (size, batches) = (options.BatchSizes[place], options.Examples * options.Draws);
        var inputs = options.Network.InputSize;

        // An ensemble of its own for each purpose and size: other companions, and other batches for the statistics.
        Tensor Drawn(int ensemble, int examples)
        {
            var numbers = new float[examples * inputs];
            new NetworkWeights(options.Network, options.Seed, ensemble, network).DrawInput(numbers);
            return tensor(numbers, [examples, inputs]).to(float64);
        }

        var examples = Drawn(0, options.Examples);
        var spread = drawn.Start(Drawn(1, Spread));
        var calibration = drawn.Start(Drawn(2 + 2 * place, size * batches)).reshape(size, -1);
        var own = examples.unsqueeze(1).expand(-1, options.Draws, -1).reshape(1, batches, inputs);
        var companions = Drawn(3 + 2 * place, (size - 1) * batches).reshape(size - 1, batches, inputs);
        var batch = drawn.Start(cat([own, companions], 0).reshape(-1, inputs)).reshape(size, -1);
        var ownStart = drawn.Start(examples);
        return
        [
            .. Variants.Select(variant =>
            {
                var statistics = new RunningStatistics(options.Network);
                drawn.Forward(calibration, variant, statistics.Gather, cancellation);
                Tensor Output(Tensor start, BatchNormNetwork.Normalization normalization) =>
                    drawn.Output(drawn.Forward(start, variant, normalization, cancellation).State);

                var deviation = Output(spread, statistics.Apply).std().ToDouble();
                var inference = Output(ownStart, statistics.Apply);
                var training = Output(batch, BatchNormNetwork.ByBatch)[0].reshape(options.Examples, options.Draws);
                return new BatchDependencePart(
                    variant,
                    size,
                    SignificantDigits.Round(Math.Sqrt(training.var(1).mean().ToDouble()) / deviation),
                    SignificantDigits.Round(Math.Sqrt((training - inference).square().mean().ToDouble()) / deviation));
            }),
        ];
    }

    /// <summary>The mean over batches of each layer's batch means and variances (these with n − 1).</summary>
    private sealed class RunningStatistics(ResidualShape shape)
    {
        private readonly Tensor[] _means = new Tensor[shape.Depth];
        private readonly Tensor[] _variances = new Tensor[shape.Depth];

        /// <summary>Normalizes batches by themselves and keeps their statistics.</summary>
        public Tensor Gather(int layer, Tensor state)
        {
            var (mean, variance) = (zeros(state.shape[1], dtype: float64), zeros(state.shape[1], dtype: float64));
            var normalized = nn.functional.batch_norm(state, mean, variance, training: true, momentum: 1);
            _means[layer] = mean.reshape(-1, shape.Width).mean([0]).MoveToOuterDisposeScope();
            _variances[layer] = variance.reshape(-1, shape.Width).mean([0]).MoveToOuterDisposeScope();
            return normalized;
        }

        /// <summary>Normalizes examples by the statistics.</summary>
        public Tensor Apply(int layer, Tensor state) => nn.functional.batch_norm(state, _means[layer], _variances[layer], training: false);
    }
}
