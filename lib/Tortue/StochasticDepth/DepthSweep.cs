using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>
/// Test error against depth, with constant and with stochastic depth. G. Huang, Y. Sun, Z. Liu, D. Sedra, K. Weinberger, "Deep networks
/// with stochastic depth", ECCV 2016, table 1.
/// </summary>
/// <remarks>
/// <para>
/// Networks of one seed begin with the same weights and see the same minibatches in the same order.
/// </para>
/// <para>
/// The learning rate is the one at which constant depth does best where the claim is judged, at the deepest. Tried, with constant depth and
/// one network each on 500 images for 80 epochs (test error in per cent at 8, 20, 38 and 56 layers): rate 0.02: 72, 41, 39, 52; 0.05: 55,
/// 31, 34, 51; 0.1: 52, 27, 24, 64; 0.2: 37, 45, 65 and not tried. All of them know their training images by heart, but for the deepest at
/// 0.1 and 0.2. So many epochs belong to it: a block that is dropped learns nothing meanwhile. After 30 epochs at 0.05 constant depth is
/// ahead at all depths (two networks each at 8, 20 and 56 layers: 57, 35, 68 against 63, 42, 85 %).
/// </para>
/// <para>
/// On what the verdict hangs: in the stored result three of five networks of 56 layers with stochastic depth err on 24 to 28 %, where their
/// twins with constant depth err on 50 to 61 %. The other two (59 and 49 % against 51 and 37 %) have a training loss above 0.6 nats in the
/// last epoch: they have not finished learning. With both kinds among them the mean gain says little.
/// </para>
/// </remarks>
public static class DepthSweep
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="DepthSweepOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DepthSweepResult Run(
        DepthSweepOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static DepthSweepResult Measure(
        DepthSweepOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(StochasticDepthText.RunningSweep, progress, cancellation, cells);
        using var scope = TorchSharp.torch.NewDisposeScope();
        var learner = options.Learner;
        var sets = ImageSets.Make(learner.Data, learner.Examples, learner.TestExamples, options.Seed);
        DepthSweepResult Result(RunRecord record, IReadOnlyList<DepthTraining> trainings) =>
            new(options, record, sets.Training.Name, sets.Training.Count, sets.Test.Count, trainings);
        var underWay = RunRecord.UnderWay(options.Seed, options.Threads);
        DepthArm[] arms =
        [
            .. options.Blocks.Reverse().SelectMany(blocks => new[]
            {
                DepthArm.Constant(learner, blocks), DepthArm.Stochastic(learner, blocks, options.LastSurvival),
            }),
        ];
        var trainings = DepthTrainings.Train(
            run,
            arms,
            _ => sets,
            DepthTrainings.Seeds(options.Seed, options.Runs),
            options.Threads,
            soFar => Result(underWay, [.. soFar.SelectMany(each => each)]).Figure());
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), [.. trainings.SelectMany(each => each)]);
    }
}
