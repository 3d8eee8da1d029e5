using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.DepthScaling;

/// <summary>
/// What batch normalization costs: the time of a training step (forward, backward, optimiser) with it, on the branch or of the state, as a
/// ratio to a step of the same network with the scaling factor α_L = 1/√L in its place.
/// </summary>
/// <remarks>
/// All networks make one step after the other in each round, beginning with another one each time, so that whatever slows the machine down
/// slows all of them; the ratio is the median over the rounds. How large it is, is this engine's and this machine's: the normalization
/// passes over its numbers several times and computes next to nothing with them, so that it weighs the more, the faster the rest is. Inputs
/// and labels are noise: time does not depend on them. A measurement in turns cannot be taken up again later, so a run that is stopped
/// starts anew.
/// </remarks>
public static class BatchNormCost
{
    /// <summary>Measures.</summary>
    /// <param name="options">The settings; <see cref="BatchNormCostOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static BatchNormCostResult Run(
        BatchNormCostOptions? options = null, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default) =>
        Remembered.OrMeasured(options, settings => Run(settings, TimeProvider.System, progress, cancellation));

    internal static BatchNormCostResult Run(
        BatchNormCostOptions? options, TimeProvider clock, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        options ??= BatchNormCostOptions.Quick;
        options.Validate();
        using var run = new ExperimentRun(DepthScalingText.RunningBatchNormCost, progress, cancellation);
        using var scope = NewDisposeScope();
        List<BatchNormClock> clocks = [];
        try
        {
            clocks.AddRange(
                from width in options.Widths
                from size in options.BatchSizes
                from variant in BatchNormCostResult.Variants
                select new BatchNormClock(options, width, size, variant, clock));
            Turns.Take(run, [.. clocks.Select(network => (Action<bool>)network.Step)], options.WarmUp, options.Rounds);
            return new(
                options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), [.. clocks.Select(network => network.Times)]);
        }
        finally
        {
            clocks.ForEach(network => network.Dispose());
        }
    }
}
