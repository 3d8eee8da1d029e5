using TorchSharp;
using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.DepthScaling;

/// <summary>
/// Batch normalization in place of the factor α_L: what it does at initialisation to the hidden states and to the gradients of a deep
/// residual network, against the depth and the size of the batch. S. De, S. L. Smith, "Batch normalization biases residual blocks towards
/// the identity function in deep networks", NeurIPS 2020: on the branch it makes the branch smaller than the skip by a factor of the order
/// of √depth. G. Yang, J. Pennington, V. Rao, J. Sohl-Dickstein, S. S. Schoenholz, "A mean field theory of batch normalization", ICLR 2019:
/// without skip connections gradients grow exponentially with depth.
/// </summary>
/// <remarks>
/// N inputs, uniform on [0, 1], go through the network together; norms are Frobenius' over the batch. The loss is Σ r_n B h_{L,n} with
/// normal numbers r_n, so that without normalization ‖p_0‖² / ‖p_L‖² has the exact mean (1 + ½ α²)^L. All variants and sizes of the batch
/// share the weights and the inputs. Computed in double precision: without scaling, 1,000 layers multiply by 10⁸³. A batch of two is a case
/// of its own: its normalized numbers are all but signs, ±1/√(1 + ε/σ²), whose derivative is nearly 0, and enormous where two examples
/// nearly meet; on the branch a few such entries decide, and the gradients of networks lie many powers of ten apart.
/// </remarks>
public static class BatchNormGrowth
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="BatchNormGrowthOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static BatchNormGrowthResult Run(
        BatchNormGrowthOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static BatchNormGrowthResult Measure(
        BatchNormGrowthOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningBatchNormGrowth, progress, cancellation, cells);

        // The deepest first, so that no thread starts a long network when the others have finished.
        (int Place, int Network)[] jobs =
        [
            .. from place in Enumerable.Range(0, options.Depths.Count).Reverse()
               from network in Enumerable.Range(0, options.Networks)
               select (place, network),
        ];
        var samples = ParallelCells.Run(
            run,
            jobs,
            job => Text.Format("depth {0}/network {1}", options.Depths[job.Place], job.Network),
            job => Measure(options, job.Place, job.Network, run.Cancellation),
            options.Threads);
        var ofDepth = jobs.Zip(samples).ToLookup(pair => options.Depths[pair.First.Place], pair => pair.Second);
        return new(
            options,
            run.Finish(options.Seed, Course.EngineName, options.Threads),
            [
                .. from variant in BatchNormGrowthOptions.Variants
                   from size in options.BatchSizes
                   from depth in options.Depths
                   select BatchNormGrowthCell.Of(depth, [.. ofDepth[depth].Select(
                       network => network.Single(sample => sample.Variant == variant && sample.BatchSize == size))]),
            ]);
    }

    /// <summary>One network, with all variants and sizes of the batch.</summary>
    internal static BatchNormSample[] Measure(BatchNormGrowthOptions options, int place, int network, CancellationToken cancellation)
    {
        var shape = options.Network with { Depth = options.Depths[place] };
        var weights = new NetworkWeights(shape, options.Seed, place, network);
        var drawn = new BatchNormNetwork(weights);
        var most = options.BatchSizes.Max();
        var inputs = new float[most * shape.InputSize];
        weights.DrawInput(inputs);
        var residuals = new float[most];
        weights.DrawResiduals(residuals);
        var starts = drawn.Start(tensor(inputs, [most, shape.InputSize]).to(float64));
        var losses = tensor(residuals, [most, 1]).to(float64);
        return
        [
            .. from size in options.BatchSizes
               from variant in BatchNormGrowthOptions.Variants
               select Measure(drawn, shape, variant, starts.narrow(0, 0, size), losses.narrow(0, 0, size), cancellation),
        ];
    }

    private static BatchNormSample Measure(
        BatchNormNetwork network,
        ResidualShape shape,
        BatchNormVariant variant,
        Tensor starts,
        Tensor residuals,
        CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var start = starts.detach().clone().requires_grad_();
        var (end, before, branch) = network.Forward(start, variant, BatchNormNetwork.ByBatch, cancellation);
        var gradients = autograd.grad([(network.Output(end) * residuals).sum()], [start, end]);
        var size = (int)starts.shape[0];
        var startNorm = Norm(start);
        double? exact = variant switch
        {
            BatchNormVariant.Unscaled => ExactGrowth.SquaredChange(shape with { Beta = 0 }),
            BatchNormVariant.Scaled => ExactGrowth.SquaredChange(shape),
            BatchNormVariant.Branch => BatchNormTheory.BranchSquaredChange(shape.Depth, size * shape.Width, startNorm * startNorm),
            _ => null,
        };
        return new(
            variant, size, Norm(end - start) / startNorm, exact, Norm(branch) / Norm(before), Norm(gradients[0]) / Norm(gradients[1]));
    }

    // The squares of the largest numbers would leave double's range.
    private static double Norm(Tensor numbers)
    {
        var largest = numbers.abs().max().ToDouble();
        return largest > 0 && double.IsFinite(largest) ? largest * (numbers / largest).norm().ToDouble() : largest;
    }
}
