using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.StochasticDepth;

/// <summary>
/// How much of the training time stochastic depth saves: the time of a training step (forward, backward, optimiser) with blocks left out by
/// chance, as a share of a step with all blocks, against the expected share of the blocks, E[L̃] / L. G. Huang, Y. Sun, Z. Liu, D. Sedra,
/// K. Weinberger, "Deep networks with stochastic depth", ECCV 2016: about 25 % less at p_L = ½, about 40 % less at p_L = 0.2.
/// </summary>
/// <remarks>
/// All networks make one step after the other in each round, beginning with another one each time, so that whatever slows the machine down
/// slows all of them; the ratio is the median over the rounds. One network computes all blocks and multiplies those that are left out by 0:
/// it saves nothing. Images and labels are noise: time does not depend on them. A measurement in turns cannot be taken up again later, so a
/// run that is stopped starts anew.
/// </remarks>
public static class StochasticDepthTime
{
    /// <summary>Measures.</summary>
    /// <param name="options">The settings; <see cref="StochasticDepthTimeOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static StochasticDepthTimeResult Run(
        StochasticDepthTimeOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default) =>
        Remembered.OrMeasured(options, settings => Run(settings, TimeProvider.System, progress, cancellation));

    internal static StochasticDepthTimeResult Run(
        StochasticDepthTimeOptions? options, TimeProvider clock, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        options ??= StochasticDepthTimeOptions.Quick;
        options.Validate();
        using var run = new ExperimentRun(StochasticDepthText.RunningTime, progress, cancellation);
        using var scope = NewDisposeScope();
        using var chance = new Generator(options.Seed);
        var images = randn(options.BatchSize, options.Network.InputChannels, options.Side, options.Side, generator: chance);
        var labels = randint(options.Network.Classes, options.BatchSize, dtype: int64, generator: chance);
        List<StepClock> clocks = [];
        try
        {
            clocks.Add(new(options, 1, true, images, labels, clock));
            clocks.AddRange(options.LastSurvivals.Select(last => new StepClock(options, last, true, images, labels, clock)));
            clocks.Add(new(options, options.MaskedSurvival, false, images, labels, clock));
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
