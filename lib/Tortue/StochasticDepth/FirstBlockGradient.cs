using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>
/// The gradient of the first block's first convolution along training, with constant and with stochastic depth. G. Huang, Y. Sun, Z. Liu,
/// D. Sedra, K. Weinberger, "Deep networks with stochastic depth", ECCV 2016, figure 7: it is larger with stochastic depth, most of all
/// after the learning rate falls.
/// </summary>
/// <remarks>
/// <para>
/// The mean absolute value over the convolution's weights, and over an epoch's minibatches in which the first block takes part. Images,
/// rate and epochs are those of <see cref="DepthSweep"/>.
/// </para>
/// <para>
/// Careful: a small gradient is not yet one that vanished on its way back. Networks that know their few training images by heart have
/// hardly any loss, and so hardly any gradient in any layer; dropping blocks keeps the loss up. <see
/// cref="FirstBlockGradientResult.AgainstLoss"/> compares gradients at the same training loss: in the stored result they are no larger
/// there with stochastic depth.
/// </para>
/// </remarks>
public static class FirstBlockGradient
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="FirstBlockGradientOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static FirstBlockGradientResult Run(
        FirstBlockGradientOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static FirstBlockGradientResult Measure(
        FirstBlockGradientOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(StochasticDepthText.RunningGradient, progress, cancellation, cells);
        using var scope = TorchSharp.torch.NewDisposeScope();
        var learner = options.Learner;
        var sets = ImageSets.Make(learner.Data, learner.Examples, learner.TestExamples, options.Seed);
        FirstBlockGradientResult Result(RunRecord record, IReadOnlyList<DepthTraining> trainings) =>
            new(options, record, sets.Training.Name, sets.Training.Count, trainings);
        var underWay = RunRecord.UnderWay(options.Seed, options.Threads);
        var trainings = DepthTrainings.Train(
            run,
            [
                DepthArm.Constant(learner, options.Blocks) with { LookEvery = 1 },
                DepthArm.Stochastic(learner, options.Blocks, options.LastSurvival) with { LookEvery = 1 },
            ],
            _ => sets,
            DepthTrainings.Seeds(options.Seed, options.Runs),
            options.Threads,
            soFar => Result(underWay, [.. soFar.SelectMany(each => each)]).Figure());
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), [.. trainings.SelectMany(each => each)]);
    }
}
